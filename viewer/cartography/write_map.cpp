// SPDX-License-Identifier: MIT
#include "cartography/write_map.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cartography/few_colours.hpp"

#include <QBuffer>
#include <QByteArray>
#include <QFile>
#include <QImage>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace merestone::map {

namespace {

constexpr int kPdfResolution = 1200; ///< dots per inch that coordinates are rounded to
constexpr double kMillimetresPerInch = 25.4;

[[noreturn]] void cannotWrite(const std::filesystem::path& file, const QString& why) {
    throw Error(ErrorCode::output, printable(file.string()) + ": cannot be written: " + why.toStdString() +
                                       "; is there room on the disk?");
}

void paint(QPaintDevice& device, const std::filesystem::path& file, double scale,
           const std::function<void(QPainter&)>& draw) {
    QPainter painter;
    if (!painter.begin(&device)) {
        cannotWrite(file, QStringLiteral("there is nothing to draw on"));
    }
    painter.scale(scale, scale);
    draw(painter);
    if (!painter.end()) {
        cannotWrite(file, QStringLiteral("drawing failed"));
    }
}

void store(const std::filesystem::path& file, const QByteArray& bytes) {
    QFile target(QString::fromStdString(file.string()));
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() || !target.flush()) {
        cannotWrite(file, target.errorString());
    }
}

QByteArray png(const std::filesystem::path& file, const Paper& paper, const std::function<void(QPainter&)>& draw) {
    const QSizeF size = paper.sizeMm * paper.unitsPerMm * paper.pixelsPerUnit;
    QImage image(static_cast<int>(std::lround(size.width())), static_cast<int>(std::lround(size.height())),
                 QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) {
        throw Error(ErrorCode::input,
                    printable(file.string()) + ": no memory for a picture of this size; ask for fewer pixels");
    }
    image.fill(Qt::white);
    const double dotsPerMetre = paper.unitsPerMm * paper.pixelsPerUnit * 1000.0;
    image.setDotsPerMeterX(static_cast<int>(std::lround(dotsPerMetre)));
    image.setDotsPerMeterY(static_cast<int>(std::lround(dotsPerMetre)));
    paint(image, file, paper.pixelsPerUnit, draw);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    const QImage opaque = paper.mostColours == 0 ? image.convertToFormat(QImage::Format_RGB888)
                                                 : withFewColours(image, paper.mostColours);
    if (!buffer.open(QIODevice::WriteOnly) || !opaque.save(&buffer, "PNG")) {
        cannotWrite(file, QStringLiteral("it could not be packed"));
    }
    return bytes;
}

QByteArray svg(const std::filesystem::path& file, const Paper& paper, const std::function<void(QPainter&)>& draw) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    // The size is told in hundredths of a millimetre: whole pixels would spoil the scale.
    generator.setResolution(2540);
    generator.setSize((paper.sizeMm * 100.0).toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), paper.sizeMm * paper.unitsPerMm));
    generator.setTitle(paper.title);
    generator.setDescription(QStringLiteral("Drawn by Merestone"));
    paint(generator, file, 1.0, draw);
    return bytes;
}

/// Takes the day and the random name out of a PDF; what replaces them is as long, so no offset moves.
void forgetWhenAndWhere(QByteArray& pdf) {
    const auto blank = [&pdf](const char* expression, char with) {
        const QRegularExpression pattern(QString::fromLatin1(expression));
        const QString text = QString::fromLatin1(pdf);
        auto matches = pattern.globalMatch(text);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            std::fill(pdf.begin() + match.capturedStart(1), pdf.begin() + match.capturedEnd(1), with);
        }
    };
    blank("/CreationDate \\(D:\\d{4}(\\d{10})", '0');
    blank("/ID \\[ <([0-9a-fA-F]+)>", '0');
    blank("/ID \\[ <[0-9a-fA-F]+> <([0-9a-fA-F]+)>", '0');
}

QByteArray pdf(const std::filesystem::path& file, const Paper& paper, const std::function<void(QPainter&)>& draw) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly)) {
        cannotWrite(file, buffer.errorString());
    }
    QPdfWriter writer(&buffer);
    writer.setResolution(kPdfResolution);
    writer.setCreator(QStringLiteral("Merestone"));
    writer.setTitle(paper.title);
    writer.setPageSize(QPageSize(paper.sizeMm, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    paint(writer, file, kPdfResolution / kMillimetresPerInch / paper.unitsPerMm, draw);
    buffer.close();
    forgetWhenAndWhere(bytes);
    return bytes;
}

} // namespace

std::optional<FileKind> fileKindOf(const std::string& file) {
    std::string ending = std::filesystem::path(file).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (ending == ".png") {
        return FileKind::png;
    }
    if (ending == ".svg") {
        return FileKind::svg;
    }
    return ending == ".pdf" ? std::optional(FileKind::pdf) : std::nullopt;
}

void writeMap(const std::filesystem::path& file, const Paper& paper, const std::function<void(QPainter&)>& draw) {
    switch (paper.kind) {
    case FileKind::png:
        store(file, png(file, paper, draw));
        break;
    case FileKind::svg:
        store(file, svg(file, paper, draw));
        break;
    case FileKind::pdf:
        store(file, pdf(file, paper, draw));
        break;
    }
}

} // namespace merestone::map
