// SPDX-License-Identifier: MIT
#include "app/sheet_job.hpp"

#include "base/error.hpp"
#include "cartography/write_map.hpp"
#include "exchange/publish.hpp"

#include <QMetaObject>
#include <QPainter>
#include <QPrinter>

#include <algorithm>
#include <cmath>
#include <exception>

namespace merestone::viewer {

namespace {

constexpr double kUnitsPerMm = map::MapView::kScreenUnitsPerMm;
constexpr double kMillimetresPerInch = 25.4;
constexpr double kPaperDots = 300.0; ///< per inch: how fine shapes in PDF and SVG are

bool draw(QPainter& painter, const SheetRequest& request, const map::SheetLayout& layout, const std::stop_token& stop) {
    return map::drawSheet(painter, *request.scene, layout, request.sheet, map::theme(request.theme), stop);
}

void throwUnlessDone(bool done) {
    if (!done) {
        throw Error(ErrorCode::cancelled, "stopped");
    }
}

QString write(const SheetRequest& request, const QString& file, double dotsPerInch, const std::stop_token& stop) {
    const std::optional<map::FileKind> kind = map::fileKindOf(file.toStdString());
    if (!kind) {
        throw Error(ErrorCode::usage, file.toStdString() + ": the name must end in .png, .svg or .pdf");
    }
    StagedFile staged(file.toStdString());
    map::Paper paper;
    paper.kind = *kind;
    paper.sizeMm = request.sheet.sizeMm;
    paper.unitsPerMm = kUnitsPerMm;
    paper.title = request.scene->title;
    const bool isPicture = *kind == map::FileKind::png;
    const double dots = isPicture ? dotsPerInch : kPaperDots;
    const double ratio = dots / (kUnitsPerMm * kMillimetresPerInch);
    paper.pixelsPerUnit = isPicture ? ratio : 1.0;
    const map::SheetLayout layout = map::layOut(*request.scene, request.sheet, kUnitsPerMm, ratio);
    bool done = false;
    map::writeMap(staged.path(), paper, [&](QPainter& painter) { done = draw(painter, request, layout, stop); });
    throwUnlessDone(done);
    staged.commit();
    return file;
}

QString printOn(QPrinter& printer, const SheetRequest& request, const std::stop_token& stop) {
    QPainter painter;
    if (!painter.begin(&printer)) {
        throw Error(ErrorCode::output, printer.printerName().toStdString() + ": cannot be printed on; is it there?");
    }
    const double scale = printer.resolution() / kMillimetresPerInch / kUnitsPerMm;
    painter.scale(scale, scale);
    const map::SheetLayout layout = map::layOut(*request.scene, request.sheet, kUnitsPerMm, scale);
    const bool done = draw(painter, request, layout, stop);
    if (!done) {
        printer.abort();
    }
    painter.end();
    throwUnlessDone(done);
    return {};
}

struct Preview {
    QImage image;
    double denominator = 0.0;
    QStringList tooSmall;
};

Preview previewOf(const SheetRequest& request, QSize most, double devicePixelRatio, const std::stop_token& stop) {
    const QSizeF page = request.sheet.sizeMm;
    const double unitsPerMm = std::min(most.width() / page.width(), most.height() / page.height());
    // Drawn in the units of paper and shrunk, so that it shows what the paper will show.
    const double shrink = unitsPerMm / kUnitsPerMm * devicePixelRatio;
    Preview made;
    QImage image((page * unitsPerMm * devicePixelRatio).toSize().expandedTo(QSize(1, 1)),
                 QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) {
        return made;
    }
    image.fill(Qt::white);
    const map::SheetLayout layout = map::layOut(*request.scene, request.sheet, kUnitsPerMm, shrink);
    QPainter painter(&image);
    painter.scale(shrink, shrink);
    if (!draw(painter, request, layout, stop)) {
        return made;
    }
    painter.end();
    image.setDevicePixelRatio(devicePixelRatio);
    made.image = image;
    made.denominator = layout.view.scaleDenominator();
    for (const map::TooSmall& small : map::tooSmallOnPaper(*request.scene, layout.view)) {
        made.tooSmall << small.name;
    }
    return made;
}

} // namespace

SheetJob::SheetJob(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

SheetJob::~SheetJob() {
    m_stop.request_stop();
    m_pool.waitForDone();
}

void SheetJob::preview(const SheetRequest& request, QSize mostPixels, double devicePixelRatio) {
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_pool.start([this, request, mostPixels, devicePixelRatio, number = ++m_preview, stop = m_stop.get_token()] {
        Preview made;
        QString failure;
        try {
            made = previewOf(request, mostPixels, devicePixelRatio, stop);
        } catch (const std::exception& error) {
            failure = QString::fromUtf8(error.what());
        }
        QMetaObject::invokeMethod(
            this,
            [this, made, failure, number] {
                if (!failure.isEmpty()) {
                    Q_EMIT failed(failure);
                } else if (number == m_preview && !made.image.isNull()) {
                    Q_EMIT previewed(made.image, made.denominator, made.tooSmall);
                }
            },
            Qt::QueuedConnection);
    });
}

void SheetJob::start(std::function<QString(const std::stop_token&)> work) {
    m_stop.request_stop(); // a preview that is still being drawn
    m_stop = std::stop_source();
    m_pool.start([this, work = std::move(work), stop = m_stop.get_token()] {
        QString file;
        QString failure;
        bool done = false;
        try {
            file = work(stop);
            done = true;
        } catch (const Error& error) {
            failure = error.code() == ErrorCode::cancelled ? QString() : QString::fromUtf8(error.what());
        } catch (const std::exception& error) {
            failure = QString::fromUtf8(error.what());
        }
        QMetaObject::invokeMethod(
            this,
            [this, file, failure, done] {
                if (done) {
                    Q_EMIT finished(file);
                } else {
                    Q_EMIT failed(failure);
                }
            },
            Qt::QueuedConnection);
    });
}

void SheetJob::save(const SheetRequest& request, const QString& file, double dotsPerInch) {
    start([=](const std::stop_token& stop) { return write(request, file, dotsPerInch, stop); });
}

void SheetJob::print(const SheetRequest& request, std::shared_ptr<QPrinter> printer) {
    start([request, printer = std::move(printer)](const std::stop_token& stop) {
        return printOn(*printer, request, stop);
    });
}

} // namespace merestone::viewer
