// SPDX-License-Identifier: MIT
#include "guide/source_sight.hpp"

#include "base/error.hpp"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <set>

namespace merestone::viewer {

namespace {

constexpr int kMostNotes = 4;
constexpr double kGoodShare = 0.5; ///< of the points that a guess must bring home
const char* const kWorkingCrs = "EPSG:27700";

/// Texts of this file; lupdate finds them under this name.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(SourceSight)
};

Shape shapeOf(const Layer& features) {
    for (std::size_t row = 0; row < features.size(); ++row) {
        if (features.usable(row)) {
            return features.geometry().shape(row);
        }
    }
    return Shape::none;
}

QString countText(const Layer& features) {
    const int count = static_cast<int>(features.size());
    switch (shapeOf(features)) {
    case Shape::polygon:
        return Text::tr("%n area(s)", nullptr, count);
    case Shape::line:
        return Text::tr("%n line(s)", nullptr, count);
    case Shape::point:
        return Text::tr("%n point(s)", nullptr, count);
    case Shape::none:
        break;
    }
    return Text::tr("%n row(s) without a place on the map", nullptr, count);
}

/// The first field with one of these names that is never empty; `unique`: and never the same twice.
QString fieldNamed(const InspectedLayer& seen, std::initializer_list<const char*> names, bool unique) {
    const std::size_t rows = seen.layer == nullptr ? 0 : seen.layer->size();
    for (const char* name : names) {
        for (const InspectedLayer::FieldSummary& field : seen.fields) {
            const bool fits = !unique || (field.nulls == 0 && field.distinct == rows);
            if (fits && field.nulls < rows &&
                QString::fromStdString(field.name).compare(QLatin1String(name), Qt::CaseInsensitive) == 0) {
                return QString::fromStdString(field.name);
            }
        }
    }
    return {};
}

struct Hint {
    const char* field;
    const char* role;
};
/// Fields that layers of one kind have in councils' data and in plans, and others do not.
constexpr std::array<Hint, 9> kHints{{{"dwellings", "site_allocation"},
                                      {"site_name", "site_allocation"},
                                      {"stated_ha", "site_allocation"},
                                      {"capacity", "site_allocation"},
                                      {"lgs_ref", "local_green_space"},
                                      {"designation_date", "designated_area"},
                                      {"designation-date", "designated_area"},
                                      {"project", "community_project"},
                                      {"budget", "community_project"}}};

void suggestRole(SourceSight& sight, const InspectedLayer& seen) {
    for (const Hint& hint : kHints) {
        if (const QString field = fieldNamed(seen, {hint.field}, false); !field.isEmpty()) {
            sight.role = QLatin1String(hint.role);
            sight.because = Text::tr("Suggested because it has the field '%1'.").arg(field);
            return;
        }
    }
    sight.role = QStringLiteral("reference");
    sight.because = Text::tr("Suggested because no field says otherwise: something that the plan is measured against.");
}

void describe(SourceSight& sight, const InspectedLayer& seen) {
    const Layer& features = *seen.layer;
    QStringList lines{Text::tr("%1 in %2.")
                          .arg(countText(features), seen.description.crs.empty()
                                                        ? sight.crs
                                                        : QString::fromStdString(seen.description.crs))};
    if (!features.info().operation.empty()) {
        lines << Text::tr("They are brought to the British National Grid by '%1', good to %2 m.")
                     .arg(QString::fromStdString(features.info().operation),
                          QLocale().toString(features.info().operationAccuracyMetres, 'g', 3));
    }
    if (!sight.fields.isEmpty()) {
        lines << Text::tr("Fields: %1.").arg(QLocale().createSeparatedList(sight.fields));
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(seen.notes.size(), kMostNotes); ++i) {
        lines << QString::fromStdString(seen.notes[i].text);
    }
    if (const int bad = static_cast<int>(features.defects().size()); bad > 0) {
        lines << Text::tr("%n shape(s) are not valid as they are drawn; the check repairs them and says so.", nullptr,
                          bad);
    }
    sight.words = lines.join(QLatin1Char('\n'));
}

SourceSight sightOf(const QString& file, const QString& crs, const InspectedLayer& seen, bool isOnly) {
    SourceSight sight;
    sight.file = file;
    sight.layer = isOnly ? QString() : QString::fromStdString(seen.description.layer);
    sight.crs = seen.description.crs.empty() ? crs : QString();
    sight.name = layerNameFrom(isOnly ? QFileInfo(file).completeBaseName() : sight.layer);
    for (const InspectedLayer::FieldSummary& field : seen.fields) {
        sight.fields << QString::fromStdString(field.name);
    }
    if (!seen.error.empty() || seen.layer == nullptr) {
        sight.problem = QString::fromStdString(seen.error);
        if (!seen.guesses.empty() && seen.guesses.front().share > kGoodShare) {
            const QString best = QString::fromStdString(seen.guesses.front().crs);
            sight.guess = best.contains(QLatin1Char(' ')) ? QString() : best; // exchanged axes have no code
            sight.words = Text::tr("%1 % of its points lie in the British Isles when they are read as %2.")
                              .arg(QLocale().toString(100.0 * seen.guesses.front().share, 'f', 0), best);
        }
        return sight;
    }
    if (seen.layer->size() == 0) {
        sight.problem = Text::tr("%1: there is nothing in it; choose another file.").arg(QFileInfo(file).fileName());
        return sight;
    }
    sight.features = seen.layer;
    sight.idField =
        fieldNamed(seen, {"reference", "ref", "id", "uprn", "inspire_id", "code", "objectid", "name"}, true);
    sight.nameField =
        fieldNamed(seen, {"name", "site_name", "title", "label", "address", "parish", "area_name"}, false);
    suggestRole(sight, seen);
    describe(sight, seen);
    return sight;
}

} // namespace

QString layerNameFrom(const QString& text) {
    static const QRegularExpression kOther(QStringLiteral("[^a-z0-9]+"));
    static const QRegularExpression kEnds(QStringLiteral("^_+|_+$"));
    static const std::set<QString> kTaken{QStringLiteral("self"), QStringLiteral("other"), QStringLiteral("plan"),
                                          QStringLiteral("policies")};
    QString name = text.toLower().replace(kOther, QStringLiteral("_")).remove(kEnds);
    const bool needsWord = name.isEmpty() || name[0].isDigit() || kTaken.count(name) > 0;
    return needsWord ? QStringLiteral("layer_") + name : name;
}

std::vector<SourceSight> lookAt(const QString& file, const QString& crs, const RunContext& context) {
    LayerRequest request;
    request.source = QFileInfo(file).absoluteFilePath().toStdString();
    request.name = QFileInfo(file).fileName().toStdString();
    request.baseDirectory = ".";
    request.allColumns = true;
    request.declaredCrs = crs.toStdString();
    request.workingCrs = kWorkingCrs;
    context.report("looking at " + request.name, 0.1);
    std::vector<SourceSight> sights;
    try {
        const std::vector<InspectedLayer> layers = inspectSource(request, context);
        for (const InspectedLayer& layer : layers) {
            sights.push_back(sightOf(QString::fromStdString(request.source), crs, layer, layers.size() == 1));
        }
    } catch (const Error& error) {
        if (error.code() == ErrorCode::cancelled) {
            throw;
        }
        sights.emplace_back();
        sights.back().problem = QString::fromUtf8(error.what());
    }
    return sights;
}

} // namespace merestone::viewer
