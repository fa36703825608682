// SPDX-License-Identifier: MIT
#include "looks.hpp"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLayout>
#include <QMainWindow>
#include <QMenuBar>
#include <QScrollArea>
#include <QStyle>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>

#include <map>
#include <vector>

namespace merestone::tests {

namespace {

QString nameOf(const QWidget& widget, const QString& text) {
    return QStringLiteral("%1 '%2' in %3")
        .arg(QLatin1String(widget.metaObject()->className()), text,
             QLatin1String(widget.parentWidget() == nullptr ? "" : widget.parentWidget()->metaObject()->className()));
}

/// What is cut off in a label. One that tells its whole text as a tool tip may be, as may what scrolls.
QString clippedIn(const QLabel& label) {
    const bool isCutByDesign = label.toolTip() == label.text();
    const int needed = label.wordWrap() ? label.heightForWidth(label.width()) : label.sizeHint().height();
    if (label.buddy() == nullptr && label.textFormat() != Qt::RichText && label.text().contains(QLatin1Char('&'))) {
        return nameOf(label, label.text()) + QStringLiteral(" shows its '&': it has no buddy");
    }
    const bool fits = label.height() >= needed && (label.wordWrap() || label.width() >= label.sizeHint().width());
    return fits || isCutByDesign ? QString() : nameOf(label, label.text());
}

QString clippedIn(const QTabBar& tabs) {
    for (int i = 0; i < tabs.count(); ++i) {
        const int needed = tabs.fontMetrics().horizontalAdvance(tabs.tabText(i)) +
                           tabs.style()->pixelMetric(QStyle::PM_TabBarTabHSpace, nullptr, &tabs) / 2;
        if (tabs.tabRect(i).width() < needed) {
            return nameOf(tabs, tabs.tabText(i));
        }
    }
    return {};
}

QString clippedIn(const QHeaderView& header) {
    for (int i = 0; header.orientation() == Qt::Horizontal && i < header.count(); ++i) {
        if (!header.isSectionHidden(i) && header.sectionSize(i) < header.sectionSizeHint(i)) {
            return nameOf(header, header.model()->headerData(i, Qt::Horizontal).toString());
        }
    }
    return {};
}

bool isSeen(const QWidget& widget) {
    return !widget.visibleRegion().isEmpty(); // a panel behind another one has no layout yet
}

/// Whether a part of it can never be reached: it is wider than a list or page that scrolls downwards only.
bool isCutBySides(const QWidget& widget) {
    for (const QWidget* holder = widget.parentWidget(); holder != nullptr; holder = holder->parentWidget()) {
        const auto* page = qobject_cast<const QScrollArea*>(holder);
        if (page != nullptr && page->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff) {
            return page->widget()->width() > page->viewport()->width();
        }
    }
    return false;
}

/// What a layout has placed, however deep in layouts.
void collect(const QLayout& layout, std::vector<const QWidget*>& placed) {
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem* item = layout.itemAt(i);
        if (const QWidget* widget = item->widget(); widget != nullptr && widget->isVisible()) {
            placed.push_back(widget);
        } else if (const QLayout* inner = item->layout()) {
            collect(*inner, placed);
        }
    }
}

bool takesTab(const QWidget& widget) {
    const QWidget* parent = widget.parentWidget();
    const bool isPart = qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
                        qobject_cast<const QComboBox*>(parent) != nullptr || widget.focusProxy() != nullptr;
    return !isPart && (widget.focusPolicy() & Qt::TabFocus) != 0;
}

/// The text that tells what a widget is for, with its mnemonic.
QString captionOf(const QWidget& widget) {
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        return button->text();
    }
    if (const auto* label = qobject_cast<const QLabel*>(&widget); label != nullptr && label->buddy() != nullptr) {
        return label->text();
    }
    const auto* box = qobject_cast<const QGroupBox*>(&widget);
    return box == nullptr ? QString() : box->title();
}

/// The order of Tab within a window or panel, from its beginning.
std::vector<const QWidget*> tabOrder(const QWidget& window) {
    std::vector<const QWidget*> order;
    for (const QWidget* next = window.nextInFocusChain(); next != &window; next = next->nextInFocusChain()) {
        if (window.isAncestorOf(next) && next->window() == window.window() && next->isEnabled() && isSeen(*next) &&
            takesTab(*next)) {
            order.push_back(next);
        }
    }
    return order;
}

QRect placeIn(const QWidget& window, const QWidget& widget) {
    return {widget.mapTo(&window, QPoint(0, 0)), widget.size()};
}

/// Whether one reads `b` before `a`.
bool isBefore(const QRect& b, const QRect& a, bool isFromTheRight) {
    const bool isBeside = b.left() > a.right() || b.right() < a.left();
    const bool isFurther = isFromTheRight ? b.right() < a.left() : b.left() > a.right();
    if (b.bottom() < a.top()) {
        return !isFurther; // above; but the next column begins at the top again
    }
    const bool isSameRow = b.center().y() >= a.top() && b.center().y() <= a.bottom();
    return isSameRow && isBeside && !isFurther;
}

} // namespace

QStringList clippedTabs(const QMainWindow& window) {
    QStringList found;
    for (const QTabBar* tabs : window.findChildren<QTabBar*>(Qt::FindDirectChildrenOnly)) {
        if (const QString one = clippedIn(*tabs); tabs->isVisible() && !one.isEmpty()) {
            found << one;
        }
    }
    return found;
}

QStringList clipped(const QWidget& window) {
    QStringList found;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        QString one;
        if (widget->visibleRegion().isEmpty()) { // a panel behind another one has no layout yet
            continue;
        }
        if (const auto* label = qobject_cast<const QLabel*>(widget); label != nullptr && !label->text().isEmpty()) {
            one = clippedIn(*label);
        } else if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
            one = clippedIn(*tabs);
        } else if (const auto* header = qobject_cast<const QHeaderView*>(widget)) {
            one = clippedIn(*header);
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            one = button->text().isEmpty() || button->width() >= button->minimumSizeHint().width()
                      ? QString()
                      : nameOf(*button, button->text());
        } else if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
            one = box->width() >= box->minimumSizeHint().width() ? QString() : nameOf(*box, box->currentText());
        }
        if (!one.isEmpty()) {
            found << one;
        } else if (isCutBySides(*widget)) {
            found << nameOf(*widget, captionOf(*widget)) + QStringLiteral(" reaches out of its page");
        }
    }
    return found;
}

QStringList overlapping(const QWidget& window) {
    QStringList found;
    QList<const QWidget*> holders{&window};
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        holders << widget;
    }
    for (const QWidget* holder : holders) {
        const QLayout* layout = holder->layout();
        if (layout == nullptr || !isSeen(*holder) || qobject_cast<const QMainWindow*>(holder) != nullptr) {
            continue;
        }
        std::vector<const QWidget*> placed;
        collect(*layout, placed);
        for (std::size_t i = 0; i < placed.size(); ++i) {
            if (!holder->rect().contains(placed[i]->geometry())) {
                found << nameOf(*placed[i], captionOf(*placed[i])) + QStringLiteral(" reaches out of it");
            }
            for (std::size_t j = i + 1; j < placed.size(); ++j) {
                if (placed[i]->geometry().intersects(placed[j]->geometry())) {
                    found << nameOf(*placed[i], captionOf(*placed[i])) + QStringLiteral(" lies on ") +
                                 nameOf(*placed[j], captionOf(*placed[j]));
                }
            }
        }
    }
    return found;
}

QStringList nameless(const QWidget& window) {
    QStringList found;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (widget->window() != window.window() || !isSeen(*widget) || !takesTab(*widget)) {
            continue;
        }
        const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        if (face == nullptr || face->text(QAccessible::Name).trimmed().isEmpty()) {
            found << nameOf(*widget, widget->objectName());
        }
    }
    return found;
}

QStringList clashing(const QWidget& window) {
    QStringList found;
    std::map<QKeySequence, QString> taken;
    const auto take = [&](const QString& text) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (!key.isEmpty() && !taken.emplace(key, text).second) {
            found << key.toString() + QStringLiteral(": ") + text + QStringLiteral(" and ") + taken[key];
        }
    };
    if (const auto* main = qobject_cast<const QMainWindow*>(window.window())) {
        for (const QAction* menu : main->menuBar()->actions()) {
            take(menu->text());
        }
        for (const QToolBar* bar : main->findChildren<QToolBar*>()) {
            for (const QWidget* widget : bar->findChildren<QWidget*>()) {
                if (isSeen(*widget) && qobject_cast<const QToolButton*>(widget) == nullptr) {
                    take(captionOf(*widget));
                }
            }
        }
    }
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (widget->window() == window.window() && isSeen(*widget) && widget->isEnabled()) {
            take(captionOf(*widget));
        }
    }
    return found;
}

QStringList outOfOrder(const QWidget& window) {
    QStringList found;
    const std::vector<const QWidget*> order = tabOrder(window);
    const auto telling = [](const QWidget& widget) {
        return nameOf(widget, captionOf(widget).isEmpty() ? widget.accessibleName() : captionOf(widget));
    };
    for (std::size_t i = 0; i < order.size(); ++i) {
        const QWidget& next = *order[(i + 1) % order.size()];
        if (isBefore(placeIn(window, next), placeIn(window, *order[i]), window.layoutDirection() == Qt::RightToLeft)) {
            found << telling(*order[i]) + QStringLiteral(" goes to ") + telling(next);
        }
    }
    return found.size() > 1 ? found : QStringList(); // from the end to the beginning
}

} // namespace merestone::tests
