// SPDX-License-Identifier: MIT
#pragma once

#include "guide/guide_job.hpp"
#include "guide/plan_maker.hpp"

#include <QWidget>

#include <functional>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace merestone::viewer {

/// One step of the guide: what it is about in plain words, what there is to choose, and a button that writes it.
class GuidePage : public QWidget {
    Q_OBJECT

Q_SIGNALS:
    /// The step has been written. `words`: what was written in which file.
    void wrote(const merestone::viewer::Written& step, const QString& words);
    /// Something is missing or wrong; one sentence.
    void complained(const QString& text);

protected:
    GuidePage(GuideJob& job, const QString& intro);

    [[nodiscard]] GuideJob& job() noexcept { return m_job; }
    [[nodiscard]] QVBoxLayout& column() noexcept { return *m_column; }
    [[nodiscard]] QFormLayout& form() noexcept { return *m_form; }
    /// Text that is wrapped, never markup, and can be copied.
    [[nodiscard]] static QLabel* words(const QString& text = {});
    /// A field for a path with a button that asks for one; `taken` is told when another path stands there.
    QLineEdit* addPath(const QString& label, const std::function<QString()>& ask, const std::function<void()>& taken);

private:
    GuideJob& m_job;
    QVBoxLayout* m_column;
    QFormLayout* m_form;
};

} // namespace merestone::viewer
