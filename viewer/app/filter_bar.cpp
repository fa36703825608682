// SPDX-License-Identifier: MIT
#include "app/filter_bar.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace merestone::viewer {

namespace {

constexpr int kTypingMs = 200;
constexpr int kPatienceMs = 300;

} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent), m_layer(new QComboBox), m_edit(new ExpressionEdit), m_told(new QLabel),
      m_progress(new QProgressBar), m_stop(new QPushButton(tr("&Stop"))), m_before(new QPushButton(tr("Previo&us"))),
      m_next(new QPushButton(tr("Ne&xt"))), m_choose(new QPushButton(tr("Ch&oose them"))),
      m_fade(new QCheckBox(tr("Fa&de the others"))) {
    makeRows();
    makeButtons();
    m_wait.setSingleShot(true);
    m_wait.setInterval(kTypingMs);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_wait, &QTimer::timeout, this, &FilterBar::start);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_progress->show();
        m_stop->show();
    });
    connect(&m_job, &FilterJob::progressed, this,
            [this](double fraction) { m_progress->setValue(static_cast<int>(fraction * m_progress->maximum())); });
    connect(&m_job, &FilterJob::finished, this, &FilterBar::show);
    connect(&m_job, &FilterJob::failed, this, &FilterBar::showFailure);
    connect(&m_job, &FilterJob::stopped, this, [this] { lift(tr("Stopped.")); });
    lift({});
}

void FilterBar::makeRows() {
    m_layer->setAccessibleName(tr("Layer to filter"));
    m_layer->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_edit->setAccessibleName(tr("Condition on the layer's fields"));
    m_edit->setPlaceholderText(tr("A condition as in a plan file: dwellings >= 10 AND land_use = 'housing'"));
    m_edit->setClearButtonEnabled(true);
    m_told->setAccessibleName(tr("What the filter has found"));
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    m_told->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_progress->setAccessibleName(tr("Progress of the filter"));
    m_progress->setMaximumWidth(160);
    auto* layerLabel = new QLabel(tr("La&yer:"));
    layerLabel->setBuddy(m_layer);
    auto* whereLabel = new QLabel(tr("Whe&re:"));
    whereLabel->setBuddy(m_edit);
    auto* above = new QHBoxLayout;
    above->addWidget(layerLabel);
    above->addWidget(m_layer);
    above->addWidget(whereLabel);
    above->addWidget(m_edit, 1);
    auto* below = new QHBoxLayout;
    below->addWidget(m_told, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_progress, m_stop, m_before, m_next, m_choose, m_fade}) {
        below->addWidget(widget);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->addLayout(above);
    layout->addLayout(below);
    connect(m_layer, &QComboBox::currentIndexChanged, this, [this] {
        const map::MapLayer* layer = chosenLayer();
        m_edit->setLayer(layer == nullptr ? nullptr : layer->features);
        start();
    });
    connect(m_edit, &QLineEdit::textEdited, this, [this] { m_wait.start(); });
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty()) {
            start(); // cleared by its button
        }
    });
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        if (m_wait.isActive() || !m_answer) {
            start();
        } else {
            step(1);
        }
    });
    connect(m_edit, &ExpressionEdit::left, this, &FilterBar::left);
}

void FilterBar::makeButtons() {
    m_before->setToolTip(tr("Go to the match before (Shift+F3)"));
    m_next->setToolTip(tr("Go to the next match (F3, or Enter in the condition)"));
    m_choose->setToolTip(tr("Take all matches into the choice that features are made of"));
    m_fade->setToolTip(tr("Show what matches alone; all else on the map is faded"));
    connect(m_before, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_stop, &QPushButton::clicked, this, [this] { m_job.cancel(); });
    connect(m_choose, &QPushButton::clicked, this, [this] {
        if (m_answer) {
            std::vector<std::int64_t> fids;
            for (const std::uint32_t row : m_answer->outcome.matching) {
                fids.push_back(m_answer->features->fid(row));
            }
            Q_EMIT chosen(layer(), fids);
        }
    });
    connect(m_fade, &QCheckBox::toggled, this, &FilterBar::start);
}

const map::MapLayer* FilterBar::chosenLayer() const {
    return m_scene == nullptr ? nullptr : m_scene->layer(layer());
}

QString FilterBar::layer() const {
    return m_layer->currentData().toString();
}

void FilterBar::setLayer(const QString& name) {
    if (const int found = m_layer->findData(name); found >= 0) {
        m_layer->setCurrentIndex(found);
    }
}

QString FilterBar::told() const {
    return m_told->text();
}

void FilterBar::setScene(map::ScenePtr scene, std::shared_ptr<const Plan> plan) {
    const map::MapLayer* before = chosenLayer();
    const LayerPtr features = before == nullptr ? nullptr : before->features;
    m_scene = std::move(scene);
    m_plan = std::move(plan);
    QStringList names;
    for (std::size_t i = m_scene == nullptr ? 0 : m_scene->layers.size(); i-- > 0;) {
        names << m_scene->layers[i].name;
    }
    QStringList present;
    for (int i = 0; i < m_layer->count(); ++i) {
        present << m_layer->itemData(i).toString();
    }
    if (present != names) {
        const QString chosenName = layer();
        const QSignalBlocker quiet(m_layer);
        m_layer->clear();
        for (const QString& name : names) {
            m_layer->addItem(m_scene->layer(name)->title, name);
        }
        setLayer(chosenName);
    }
    const map::MapLayer* now = chosenLayer();
    if ((now == nullptr ? nullptr : now->features) != features) {
        m_edit->setLayer(now == nullptr ? nullptr : now->features);
        start();
    }
}

void FilterBar::clear() {
    m_edit->clear();
    m_fade->setChecked(false);
}

void FilterBar::setActive(bool active) {
    if (std::exchange(m_active, active) != active) {
        start();
    }
}

void FilterBar::start() {
    m_wait.stop();
    const map::MapLayer* layer = chosenLayer();
    if (!m_active || layer == nullptr || m_edit->text().trimmed().isEmpty()) {
        m_job.cancel();
        lift({});
        return;
    }
    FilterRequest request{*layer, {}, m_edit->text().trimmed(), m_fade->isChecked()};
    if (const LayerSpec* spec = m_plan == nullptr ? nullptr : m_plan->findLayer(layer->name.toStdString())) {
        request.units = spec->units;
    }
    setBusy(true);
    m_job.start(request);
}

void FilterBar::setBusy(bool busy) {
    if (busy && !m_patience.isActive() && !m_progress->isVisible()) {
        m_progress->setValue(0);
        m_patience.start();
    } else if (!busy) {
        m_patience.stop();
        m_progress->hide();
        m_stop->hide();
    }
}

/// Nothing is picked out any more; `text` says why.
void FilterBar::lift(const QString& text) {
    setBusy(false);
    m_answer.reset();
    m_shown.reset();
    m_told->setText(text);
    for (QPushButton* button : {m_before, m_next, m_choose}) {
        button->setEnabled(false);
    }
    if (std::exchange(m_onMap, nullptr) != nullptr) {
        Q_EMIT changed();
    }
    Q_EMIT settled();
}

void FilterBar::show(const FilterAnswer& answer) {
    setBusy(false);
    const bool isSame =
        m_answer && m_answer->features == answer.features && m_answer->outcome.matching == answer.outcome.matching;
    m_answer = answer;
    if (!isSame) {
        m_shown.reset();
    }
    for (QPushButton* button : {m_before, m_next, m_choose}) {
        button->setEnabled(!answer.outcome.matching.empty());
    }
    showCount();
    if (m_onMap != answer.onMap) {
        m_onMap = answer.onMap;
        Q_EMIT changed();
    }
    Q_EMIT settled();
}

void FilterBar::showFailure(const QString& reason) {
    lift(reason);
}

void FilterBar::showCount() {
    const FilterOutcome& outcome = m_answer->outcome;
    const QLocale locale;
    const auto number = [&locale](std::size_t count) { return locale.toString(static_cast<qulonglong>(count)); };
    QStringList sentences;
    //: How many features of all of a layer meet a condition.
    sentences << tr("%1 of %n feature(s) match.", nullptr, static_cast<int>(m_answer->features->size()))
                     .arg(number(outcome.matching.size()));
    if (outcome.unknown > 0) {
        sentences << tr("For %n it cannot be told: a value is missing.", nullptr, static_cast<int>(outcome.unknown));
    }
    if (m_shown) {
        sentences << tr("Shown: %1 of %2.").arg(number(*m_shown + 1), number(outcome.matching.size()));
    }
    m_told->setText(sentences.join(QLatin1Char(' ')));
}

void FilterBar::step(int direction) {
    if (!m_answer || m_answer->outcome.matching.empty()) {
        return;
    }
    const std::vector<std::uint32_t>& rows = m_answer->outcome.matching;
    if (!m_shown) {
        m_shown = direction > 0 ? 0 : rows.size() - 1;
    } else {
        m_shown = (*m_shown + (direction > 0 ? 1 : rows.size() - 1)) % rows.size();
    }
    showCount();
    Q_EMIT stepped(layer(), m_answer->features->fid(rows[*m_shown]));
}

} // namespace merestone::viewer
