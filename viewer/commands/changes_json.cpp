// SPDX-License-Identifier: MIT
#include "commands/changes_json.hpp"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace merestone::viewer {

namespace {

using Kind = FeatureChange::Kind;

constexpr int kVersion = 1;
const QLatin1String kVersionKey("merestone_recovery");
const QLatin1String kPlanKey("plan");
const QLatin1String kLayersKey("layers");
const QLatin1String kValuesKey("values");

QLatin1String wordFor(Kind kind) {
    switch (kind) {
    case Kind::added:
        return QLatin1String("added");
    case Kind::removed:
        return QLatin1String("removed");
    case Kind::modified:
        break;
    }
    return QLatin1String("modified");
}

std::optional<Kind> kindOf(const QString& word) {
    for (const Kind kind : {Kind::added, Kind::modified, Kind::removed}) {
        if (word == wordFor(kind)) {
            return kind;
        }
    }
    return {};
}

QJsonObject toJson(const FeatureChange& change) {
    QJsonArray values;
    for (const auto& [field, value] : change.values) {
        values.append(QJsonArray{QString::fromStdString(field), QString::fromStdString(value)});
    }
    return {{QStringLiteral("kind"), wordFor(change.kind)},
            {QStringLiteral("fid"), QString::number(change.fid)},
            {QStringLiteral("wkb"), QString::fromLatin1(QByteArray::fromStdString(change.wkb).toBase64())},
            {QStringLiteral("values"), values}};
}

std::optional<FeatureChange> fromJson(const QJsonObject& json) {
    bool isNumber = false;
    const qlonglong fid = json.value(QLatin1String("fid")).toString().toLongLong(&isNumber);
    const std::optional<Kind> kind = kindOf(json.value(QLatin1String("kind")).toString());
    if (!isNumber || !kind) {
        return {};
    }
    FeatureChange change{*kind, fid, {}, {}};
    change.wkb = QByteArray::fromBase64(json.value(QLatin1String("wkb")).toString().toLatin1()).toStdString();
    for (const QJsonValue value : json.value(QLatin1String("values")).toArray()) {
        const QJsonArray pair = value.toArray();
        if (pair.size() != 2) {
            return {};
        }
        change.values.emplace_back(pair[0].toString().toStdString(), pair[1].toString().toStdString());
    }
    return change;
}

QJsonArray toJson(const ValueChanges& values) {
    QJsonArray list;
    for (const auto& [at, value] : values) {
        list.append(QJsonObject{
            {QStringLiteral("kind"), static_cast<int>(at.kind)},
            {QStringLiteral("rule"), QString::fromStdString(at.rule)},
            {QStringLiteral("name"), QString::fromStdString(at.name)},
            {QStringLiteral("number"), static_cast<qint64>(at.number)},
            {QStringLiteral("value"), value ? QJsonValue(QString::fromStdString(*value)) : QJsonValue()},
        });
    }
    return list;
}

} // namespace

QByteArray changesToJson(const QString& planFile, const EditDocument::Changes& changes, const ValueChanges& values) {
    QJsonObject layers;
    for (const auto& [layer, ofLayer] : changes) {
        QJsonArray list;
        for (const FeatureChange& change : ofLayer) {
            list.append(toJson(change));
        }
        layers.insert(layer, list);
    }
    return QJsonDocument(
               QJsonObject{
                   {kVersionKey, kVersion}, {kPlanKey, planFile}, {kLayersKey, layers}, {kValuesKey, toJson(values)}})
        .toJson(QJsonDocument::Compact);
}

std::optional<EditDocument::Changes> changesFromJson(const QByteArray& json, const QString& planFile) {
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (root.value(kVersionKey).toInt() != kVersion || root.value(kPlanKey).toString() != planFile) {
        return {};
    }
    EditDocument::Changes changes;
    const QJsonObject layers = root.value(kLayersKey).toObject();
    for (auto layer = layers.begin(); layer != layers.end(); ++layer) {
        for (const QJsonValue value : layer.value().toArray()) {
            std::optional<FeatureChange> change = fromJson(value.toObject());
            if (!change) {
                return {};
            }
            changes[layer.key()].push_back(std::move(*change));
        }
    }
    return changes;
}

ValueChanges valuesFromJson(const QByteArray& json) {
    ValueChanges values;
    for (const QJsonValue entry : QJsonDocument::fromJson(json).object().value(kValuesKey).toArray()) {
        const QJsonObject change = entry.toObject();
        const int kind = change.value(QLatin1String("kind")).toInt(-1);
        const qint64 number = change.value(QLatin1String("number")).toInteger(-1);
        if (kind < 0 || kind > static_cast<int>(ValueAt::Kind::limit) || number < 0) {
            return {};
        }
        const QJsonValue value = change.value(QLatin1String("value"));
        const auto text = [&change](const char* key) {
            return change.value(QLatin1String(key)).toString().toStdString();
        };
        values[{static_cast<ValueAt::Kind>(kind), text("rule"), text("name"), static_cast<std::size_t>(number)}] =
            value.isString() ? std::optional(value.toString().toStdString()) : std::nullopt;
    }
    return values;
}

} // namespace merestone::viewer
