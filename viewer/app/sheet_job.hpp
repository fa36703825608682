// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_sheet.hpp"

#include <QImage>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <stop_token>

class QPrinter;

namespace merestone::viewer {

/// A sheet that is wanted. A value; the scene is shared and immutable.
struct SheetRequest {
    map::ScenePtr scene; ///< never null
    map::SheetOptions sheet;
    map::ThemeKind theme = map::ThemeKind::light;
};

/// Draws sheets for a preview, a file or a printer on a thread of its own. GUI thread; never blocks, but for the
/// destructor, which stops the work.
class SheetJob : public QObject {
    Q_OBJECT

public:
    explicit SheetJob(QObject* parent = nullptr);
    ~SheetJob() override;

    /// Answers by previewed(), unless another preview is asked for first.
    void preview(const SheetRequest& request, QSize mostPixels, double devicePixelRatio);
    /// Writes a .png (at so many dots per inch), .svg or .pdf file. The file that was there stays until the new one is
    /// whole. Answers by finished() or failed().
    void save(const SheetRequest& request, const QString& file, double dotsPerInch);
    /// Answers likewise. The printer must not be used meanwhile.
    void print(const SheetRequest& request, std::shared_ptr<QPrinter> printer);
    void cancel() { m_stop.request_stop(); }

Q_SIGNALS:
    /// `tooSmall`: names of what the plan draws and a reader of the paper would miss; `denominator`: of the scale.
    void previewed(const QImage& image, double denominator, const QStringList& tooSmall);
    void finished(const QString& file); ///< empty: printed
    void failed(const QString& reason); ///< one line; empty: it was stopped

private:
    /// `work` gives the file that it wrote; an exception that it throws is told by failed().
    void start(std::function<QString(const std::stop_token&)> work);

    QThreadPool m_pool;
    std::stop_source m_stop;
    quint64 m_preview = 0; ///< the newest
};

} // namespace merestone::viewer
