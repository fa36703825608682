// SPDX-License-Identifier: MIT
#include "models/search_map.hpp"

#include <QStringList>

#include <algorithm>

namespace merestone::viewer {

namespace {

bool holdsAll(const QString& text, const QStringList& words) {
    return std::all_of(words.begin(), words.end(),
                       [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

/// The values of a text column that hold the words, by code: each distinct value is looked at once.
std::vector<char> matchingCodes(const Column& column, const QStringList& words) {
    std::vector<char> matching(column.dictionary.size(), 0);
    for (std::size_t code = 0; code < matching.size(); ++code) {
        matching[code] = holdsAll(QString::fromStdString(column.dictionary[code]), words) ? 1 : 0;
    }
    return matching;
}

class Search {
public:
    Search(const map::MapScene& scene, const QString& typed, std::size_t most, std::stop_token stop)
        : m_scene(scene), m_typed(typed.trimmed()), m_words(m_typed.split(QLatin1Char(' '), Qt::SkipEmptyParts)),
          m_most(most), m_stop(std::move(stop)) {}

    std::vector<SearchHit> run() {
        // The plan's own drawings lie on top, and are what people look for first.
        for (std::size_t i = m_scene.layers.size(); i > 0 && !m_words.isEmpty() && !m_stop.stop_requested(); --i) {
            searchLayer(i - 1);
        }
        std::stable_sort(m_hits.begin(), m_hits.end(),
                         [](const Hit& a, const Hit& b) { return a.beginsSo && !b.beginsSo; });
        std::vector<SearchHit> result;
        for (Hit& hit : m_hits) {
            if (result.size() < m_most) {
                result.push_back(std::move(hit.hit));
            }
        }
        return result;
    }

private:
    struct Hit {
        SearchHit hit;
        bool beginsSo = false;
    };

    void searchLayer(std::size_t layerIndex) {
        const map::MapLayer& layer = m_scene.layers[layerIndex];
        const Layer& features = *layer.features;
        std::vector<char> seen(features.size(), 0);
        std::size_t found = 0;
        const std::size_t enough = m_most; // of one layer; another may hold what is meant
        for (const Column& column : features.columns()) {
            const std::vector<char> matching = column.isText() ? matchingCodes(column, m_words) : std::vector<char>();
            for (std::size_t row = 0; row < features.size() && found < enough; ++row) {
                if (seen[row] == 0 && features.usable(row) && matches(features, column, matching, row)) {
                    seen[row] = 1;
                    ++found;
                    add(layerIndex, row, QString::fromStdString(column.text(row)));
                }
            }
        }
    }

    /// Numbers are looked at where they are the reference of a feature: "4711" finds that parcel, no price.
    [[nodiscard]] bool matches(const Layer& features, const Column& column, const std::vector<char>& matching,
                               std::size_t row) const {
        if (column.isNull(row)) {
            return false;
        }
        if (column.isText()) {
            return matching[column.codes[row]] != 0;
        }
        return column.name == features.idField() && QString::fromStdString(column.text(row)) == m_typed;
    }

    void add(std::size_t layerIndex, std::size_t row, const QString& value) {
        const map::MapLayer& layer = m_scene.layers[layerIndex];
        const QString id = QString::fromStdString(layer.features->id(row));
        const QString name = QString::fromStdString(layer.features->displayName(row));
        QString text = name.isEmpty() ? id : name;
        if (!name.isEmpty() && name != id) {
            text += QStringLiteral(" (%1)").arg(id);
        }
        if (!holdsAll(text, m_words)) {
            text += QStringLiteral(": ") + value;
        }
        const bool beginsSo =
            name.startsWith(m_typed, Qt::CaseInsensitive) || id.startsWith(m_typed, Qt::CaseInsensitive);
        m_hits.push_back({{text, layer.title, {layerIndex, row}, layer.features->boxes()[row]}, beginsSo});
    }

    const map::MapScene& m_scene;
    QString m_typed;
    QStringList m_words;
    std::size_t m_most;
    std::stop_token m_stop;
    std::vector<Hit> m_hits;
};

} // namespace

std::vector<SearchHit> searchMap(const map::MapScene& scene, const QString& words, std::size_t most,
                                 std::stop_token stop) {
    return Search(scene, words, most, std::move(stop)).run();
}

} // namespace merestone::viewer
