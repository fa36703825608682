// SPDX-License-Identifier: MIT
#include "rules/edit_layer.hpp"

#include "base/text.hpp"
#include "geometry/wkb.hpp"
#include "layers/layer_notes.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace merestone {

namespace {

/// Adds one value given as text; empty is null.
void appendValue(Column& column, const std::string& text) {
    if (column.isText()) {
        if (text.empty()) {
            column.codes.push_back(Column::kNull);
            return;
        }
        const auto known = std::find(column.dictionary.begin(), column.dictionary.end(), text);
        column.codes.push_back(static_cast<std::uint32_t>(known - column.dictionary.begin()));
        if (known == column.dictionary.end()) {
            column.dictionary.push_back(text);
        }
        return;
    }
    double number = std::nan("");
    if (!text.empty()) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc() || end != text.data() + text.size()) {
            throw Error(ErrorCode::input, "'" + printable(text) + "' is no number for field '" + column.name + "'");
        }
    }
    column.numbers.push_back(number);
}

/// Builds the edited layer row by row.
class Editor {
public:
    explicit Editor(const Layer& layer) : m_layer(layer), m_info(layer.info()) {
        for (const Column& column : layer.columns()) {
            Column empty;
            empty.name = column.name;
            empty.type = column.type;
            empty.dictionary = column.dictionary;
            m_columns.push_back(std::move(empty));
        }
    }

    void keep(std::uint32_t row, const FeatureChange* change) {
        if (change != nullptr && !change->wkb.empty()) {
            addGeometry(change->wkb);
        } else {
            m_shapes.push_back({false, row});
        }
        m_fids.push_back(m_layer.fid(row));
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            const std::string* value = change != nullptr ? valueOf(*change, m_columns[c].name) : nullptr;
            appendValue(m_columns[c], value != nullptr ? *value : m_layer.columns()[c].text(row));
        }
    }

    void add(const FeatureChange& change) {
        addGeometry(change.wkb);
        m_fids.push_back(change.fid);
        for (Column& column : m_columns) {
            const std::string* value = valueOf(change, column.name);
            appendValue(column, value != nullptr ? *value : std::string());
        }
    }

    void setUndecided(std::size_t count) {
        m_info.undecided = count;
        std::erase_if(m_info.notes, [](const LayerNote& note) { return note.code == kUndecidedNote; });
        addUndecidedNote(m_info.notes, count);
        sortNotes(m_info.notes);
    }

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_fids.size()); }

    /// Only new shapes are looked at: what is known of the others, a repair above all, stays known.
    LayerPtr finish(const RunContext& context) {
        const ValidityReport ofNew = checkValidity(m_newShapes, InvalidPolicy::repair, context);
        PackedGeometry geometry;
        ValidityReport validity;
        for (const auto& [isNew, row] : m_shapes) {
            geometry.append(isNew ? m_newShapes : m_layer.geometry(), row);
            validity.states.push_back(isNew ? ofNew.states[row] : m_layer.state(row));
            for (const GeometryDefect& defect : isNew ? ofNew.defects : m_layer.defects()) {
                if (defect.feature == row) {
                    validity.defects.push_back(defect);
                    validity.defects.back().feature = static_cast<std::uint32_t>(validity.states.size() - 1);
                }
            }
        }
        return std::make_shared<Layer>(m_layer.name(), std::move(m_info), std::move(geometry), std::move(m_columns),
                                       std::move(m_fids), std::move(validity), m_layer.idField(), m_layer.nameField());
    }

private:
    static const std::string* valueOf(const FeatureChange& change, const std::string& field) {
        for (const auto& [name, value] : change.values) {
            if (lowered(name) == lowered(field)) {
                return &value;
            }
        }
        return nullptr;
    }
    void addGeometry(const std::string& wkb) {
        m_shapes.push_back({true, static_cast<std::uint32_t>(m_newShapes.size())});
        const WkbOutcome outcome = appendWkb(m_newShapes, wkb);
        if (outcome.kind == WkbOutcome::Kind::refused) {
            throw Error(ErrorCode::input, "the new geometry cannot be used: " + std::string(outcome.reason));
        }
    }

    const Layer& m_layer;
    LayerInfo m_info;
    /// Where the shape of a row comes from: the layer as it was, or the new shapes.
    struct ShapeOrigin {
        bool isNew;
        std::uint32_t row;
    };
    std::vector<ShapeOrigin> m_shapes;
    PackedGeometry m_newShapes;
    std::vector<Column> m_columns;
    std::vector<std::int64_t> m_fids;
};

} // namespace

EditedLayer editLayer(const Layer& layer, const std::vector<FeatureChange>& changes, const RunContext& context,
                      std::optional<std::size_t> undecided) {
    std::map<std::int64_t, const FeatureChange*> byFid;
    for (const FeatureChange& change : changes) {
        byFid[change.fid] = &change;
    }
    EditedLayer result;
    Editor editor(layer);
    std::vector<Box> oldBoxes;
    for (std::uint32_t row = 0; row < layer.size(); ++row) {
        const auto found = byFid.find(layer.fid(row));
        const FeatureChange* change = found == byFid.end() ? nullptr : found->second;
        if (change != nullptr) {
            result.touched.push_back(layer.boxes()[row]);
            byFid.erase(found);
            if (change->kind == FeatureChange::Kind::removed) {
                result.rowsMoved = true;
                continue;
            }
            result.changedRows.push_back(editor.size());
        }
        editor.keep(row, change);
    }
    for (const auto& [fid, change] : byFid) {
        if (change->kind != FeatureChange::Kind::added) {
            throw Error(ErrorCode::input, "layer '" + layer.name() + "' has no feature " + std::to_string(fid));
        }
        result.rowsMoved = true;
        result.changedRows.push_back(editor.size());
        editor.add(*change);
    }
    if (undecided) {
        result.isOtherwiseComplete = (*undecided > 0) != (layer.info().undecided > 0);
        editor.setUndecided(*undecided);
    }
    result.layer = editor.finish(context);
    for (const std::uint32_t row : result.changedRows) {
        result.touched.push_back(result.layer->boxes()[row]);
    }
    return result;
}

} // namespace merestone
