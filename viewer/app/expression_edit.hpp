// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.hpp"

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace merestone::viewer {

/// A line to write a condition on the fields of a layer in. It offers fields, words of the language and known values
/// as one writes; Ctrl+Space asks for them.
class ExpressionEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit ExpressionEdit(QWidget* parent = nullptr);

    void setLayer(LayerPtr layer) { m_layer = std::move(layer); } ///< null: nothing is offered
    [[nodiscard]] QCompleter& offers() noexcept { return *m_completer; }

Q_SIGNALS:
    void left(); ///< Escape, with no list of offers open

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void offer();
    void take(const QString& offer);

    LayerPtr m_layer;
    QStringListModel* m_list;
    QCompleter* m_completer;
    int m_from = 0; ///< what is offered takes the place of the text from here to the cursor
};

} // namespace merestone::viewer
