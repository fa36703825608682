// SPDX-License-Identifier: MIT
#include "window.hpp"

#include "app/attribute_form.hpp"
#include "app/drafting_bar.hpp"
#include "app/filter_bar.hpp"
#include "app/versions_window.hpp"
#include "engine/exchange/scratch_folder.hpp"
#include "geometry/wkb.hpp"
#include "rules/load_layers.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QSignalSpy>
#include <QWheelEvent>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <utility>

namespace merestone::viewer {
namespace {

using tests::kPatienceMs;

constexpr int kInvalidInSample = 1; ///< a mistake that is in the sample on purpose

/// Every feature of a layer by its number: shape and attributes.
using Contents = std::map<std::int64_t, std::vector<std::string>>;
using State = std::map<QString, Contents>;

Contents contentsOf(const Layer& layer) {
    Contents all;
    for (std::size_t row = 0; row < layer.size(); ++row) {
        std::vector<std::string> feature{wkbToWkt(toWkb(layer.geometry(), row), 6)};
        for (const Column& column : layer.columns()) {
            feature.push_back(column.name + "=" + column.text(row));
        }
        std::sort(feature.begin() + 1, feature.end());
        all.emplace(layer.fid(row), std::move(feature));
    }
    return all;
}

/// The names of what differs, for a message that can be read.
std::string difference(const State& a, const State& b) {
    std::string text;
    for (const auto& [layer, contents] : a) {
        const Contents& other = b.at(layer);
        for (const auto& [fid, feature] : contents) {
            const auto found = other.find(fid);
            if (found == other.end() || found->second != feature) {
                text +=
                    layer.toStdString() + " " + std::to_string(fid) +
                    (found == other.end() ? " is missing; " : " is " + found->second[0] + " not " + feature[0] + "; ");
            }
        }
        if (other.size() > contents.size()) {
            text += layer.toStdString() + " has more; ";
        }
    }
    return text;
}

std::set<std::string> findingsOf(const PlanSession& session) {
    std::set<std::string> all;
    for (const Finding& finding : session.result()->findings) {
        all.insert(finding.key + " " + std::to_string(static_cast<int>(finding.verdict)));
    }
    return all;
}

/// A window on a copy of the sample plan, and somebody who hits at it without a thought; the seed decides all.
class Monkey {
public:
    Monkey(const std::filesystem::path& plan, unsigned seed) : m_plan(plan), m_random(seed) {
        m_window.resize(1300, 800);
        m_window.show();
        m_window.openPlan(QString::fromStdString(plan.string()));
        EXPECT_TRUE(settles());
        m_layers = m_window.document().layers();
        m_first = document();
    }

    void act();
    /// Everything that holds at any moment, whatever was done before.
    void inspect();
    /// What is saved is what is read again, and a check of it finds what the window has found.
    void saveAndRead();
    void undoToTheStartAndBack();

private:
    using Action = std::function<void()>;

    [[nodiscard]] MapCanvas& canvas() { return m_window.canvas(); }
    [[nodiscard]] EditDocument& edits() { return m_window.document(); }
    [[nodiscard]] int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    template <class List> [[nodiscard]] auto oneOf(const List& list) {
        return list[below(static_cast<int>(list.size()))];
    }
    [[nodiscard]] bool settles() {
        return QTest::qWaitFor(
            [&] { return m_window.session().state() == SessionState::upToDate && !edits().values().isBusy(); },
            kPatienceMs);
    }
    [[nodiscard]] State document() {
        State all;
        for (const QString& layer : m_layers) {
            all[layer] = contentsOf(*edits().features(layer));
        }
        return all;
    }
    /// A corner of something that the plan draws, if there is anything left.
    [[nodiscard]] std::optional<Point> corner();
    [[nodiscard]] QPoint place();
    [[nodiscard]] Qt::KeyboardModifiers modifiers() {
        return oneOf(std::vector<Qt::KeyboardModifier>{Qt::NoModifier, Qt::NoModifier, Qt::NoModifier,
                                                       Qt::ShiftModifier, Qt::AltModifier, Qt::ControlModifier});
    }
    void look();
    void drag();
    void press();
    void fillIn();
    void filter();
    void tryValue();
    void rearrange();
    void chooseTool() {
        canvas().setTool(static_cast<MapCanvas::Tool>(below(static_cast<int>(MapCanvas::Tool::choose) + 1)));
    }

    std::filesystem::path m_plan;
    MainWindow m_window;
    std::mt19937 m_random;
    QStringList m_layers;
    State m_first;
    bool m_isStopped = false; ///< nobody has asked for a check since it was stopped
};

std::optional<Point> Monkey::corner() {
    const LayerPtr layer = edits().features(oneOf(m_layers));
    if (layer->size() == 0) {
        return {};
    }
    const auto points = layer->geometry().points(static_cast<std::size_t>(below(static_cast<int>(layer->size()))));
    return points.empty()
               ? std::nullopt
               : std::optional<Point>(points[static_cast<std::size_t>(below(static_cast<int>(points.size())))]);
}

QPoint Monkey::place() {
    if (const std::optional<Point> near = below(2) == 0 ? corner() : std::nullopt) {
        const QPoint at = canvas().view().toUnits(*near).toPoint();
        if (canvas().rect().contains(at)) {
            return at + QPoint(below(7) - 3, below(7) - 3);
        }
    }
    return {below(canvas().width()), below(canvas().height())};
}

void Monkey::look() {
    if (const std::optional<Point> near = corner()) {
        canvas().zoomTo(Box{near->x, near->y, near->x, near->y}.grown(20.0 + below(300)));
    }
}

void Monkey::drag() {
    const Qt::KeyboardModifiers keys = modifiers();
    QTest::mousePress(&canvas(), Qt::LeftButton, keys, place());
    for (int i = below(6); i >= 0; --i) {
        QTest::mouseMove(&canvas(), place());
        if (below(12) == 0) {
            press(); // with the button held
        }
    }
    QTest::mouseRelease(&canvas(), Qt::LeftButton, keys, place());
}

/// Keys that open no dialog.
void Monkey::press() {
    struct Stroke {
        Qt::Key key;
        Qt::KeyboardModifiers modifiers;
    };
    static const std::vector<Stroke> strokes{{Qt::Key_Escape, {}},
                                             {Qt::Key_Return, {}},
                                             {Qt::Key_Space, {}},
                                             {Qt::Key_Backspace, {}},
                                             {Qt::Key_Delete, {}},
                                             {Qt::Key_Insert, {}},
                                             {Qt::Key_BracketLeft, {}},
                                             {Qt::Key_BracketRight, {}},
                                             {Qt::Key_Left, {}},
                                             {Qt::Key_Up, {}},
                                             {Qt::Key_Right, {}},
                                             {Qt::Key_Down, {}},
                                             {Qt::Key_Plus, {}},
                                             {Qt::Key_Minus, {}},
                                             {Qt::Key_S, {}},
                                             {Qt::Key_T, {}},
                                             {Qt::Key_D, {}},
                                             {Qt::Key_E, {}},
                                             {Qt::Key_C, {}},
                                             {Qt::Key_H, {}},
                                             {Qt::Key_P, {}},
                                             {Qt::Key_N, {}},
                                             {Qt::Key_F2, {}},
                                             {Qt::Key_Left, Qt::ControlModifier},
                                             {Qt::Key_Up, Qt::ControlModifier},
                                             {Qt::Key_M, Qt::ControlModifier},
                                             {Qt::Key_G, Qt::ControlModifier},
                                             {Qt::Key_Z, Qt::ControlModifier},
                                             {Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier},
                                             {Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier}};
    const Stroke stroke = oneOf(strokes);
    QTest::keyClick(&canvas(), stroke.key, stroke.modifiers);
}

void Monkey::fillIn() {
    const QString layer = oneOf(m_layers);
    const LayerPtr features = edits().features(layer);
    if (features->size() == 0) {
        return;
    }
    AttributeForm& form = m_window.attributes();
    form.show(layer, features->fid(static_cast<std::size_t>(below(static_cast<int>(features->size())))));
    const QString field = QString::fromStdString(oneOf(features->columns()).name);
    static const QStringList texts{"",       "12", "0", "-3.25", "many", "2031-03-31", "O'Brien \"Lane\"; --",
                                   "Ü—ß 里", "1e5"};
    if (auto* line = qobject_cast<QLineEdit*>(form.editor(field))) {
        line->setText(oneOf(texts));
        line->setModified(true);
        QTest::keyClick(line, Qt::Key_Return);
    } else if (auto* choice = qobject_cast<QComboBox*>(form.editor(field))) {
        QTest::keyClick(choice, Qt::Key_Down);
    }
}

/// Conditions that hold, that cannot be read, and that ask for what is not there.
void Monkey::filter() {
    static const QStringList conditions{"",   "dwellings >= 10", "area_ha < 'x'", "1 = 1",
                                        "((", "id <> 'S1' AND",  "no_such = 3",   "name LIKE '%a%'"};
    FilterBar& bar = m_window.filter();
    bar.setLayer(below(3) == 0 ? QStringLiteral("parcels") : oneOf(m_layers));
    bar.edit().setText(oneOf(conditions));
    QTest::keyClick(&bar.edit(), Qt::Key_Return);
    bar.step(below(2) == 0 ? 1 : -1);
    if (below(3) == 0) {
        bar.findChild<QCheckBox*>()->click();
    }
}

/// Another figure for a rule: most are refused.
void Monkey::tryValue() {
    const SnapshotPtr snapshot = m_window.session().snapshot();
    if (snapshot == nullptr || snapshot->values == nullptr || snapshot->values->empty()) {
        return;
    }
    const PlanValue value = oneOf(*snapshot->values);
    static const std::vector<std::string> texts{"0", "-1", "7", "250 m", "3 ha", "20 %", "many", "", "1e300", "'x"};
    if (below(4) == 0) {
        edits().values().propose(value.at, std::nullopt);
    } else {
        edits().values().propose(value.at, oneOf(texts));
    }
}

/// Panels come and go, the window has another size, findings are chosen, another window is opened.
void Monkey::rearrange() {
    QList<QDockWidget*> docks = m_window.findChildren<QDockWidget*>();
    std::sort(docks.begin(), docks.end(),
              [](const auto* a, const auto* b) { return a->objectName() < b->objectName(); });
    QDockWidget* dock = oneOf(docks);
    dock->setVisible(!dock->isVisible());
    m_window.resize(700 + below(1200), 500 + below(600));
    m_window.setTheme(static_cast<map::ThemeKind>(below(3)));
    const QAbstractItemModel& findings = *m_window.findings().view()->model();
    if (const int rows = findings.rowCount(); rows > 0) {
        const QModelIndex policy = findings.index(below(rows), 0);
        const int rules = findings.rowCount(policy);
        m_window.findings().view()->setCurrentIndex(rules == 0 ? policy : findings.index(below(rules), 0, policy));
    }
    if (m_window.versions() != nullptr) {
        m_window.versions()->close();
    } else if (below(6) == 0) {
        m_window.compareWithSaved();
    }
}

void Monkey::act() {
    const int what = below(108);
    if (what < 8) {
        look();
    } else if (what < 16) {
        chooseTool();
    } else if (what < 46) {
        QTest::mouseClick(&canvas(), Qt::LeftButton, modifiers(), place());
    } else if (what < 62) {
        drag();
    } else if (what < 67) {
        QTest::mouseDClick(&canvas(), Qt::LeftButton, modifiers(), place());
    } else if (what < 85) {
        press();
    } else if (what < 88) {
        m_window.drafting().setLayer(oneOf(m_layers));
    } else if (what < 90) {
        m_window.drafting().setSource(below(2) == 0 ? oneOf(m_layers) : QStringLiteral("parcels"));
    } else if (what < 93) {
        fillIn();
    } else if (what < 96) {
        for (int i = below(4); i >= 0; --i) {
            below(3) == 0 ? edits().stack().redo() : edits().stack().undo();
        }
    } else if (what == 96) {
        edits().save();
    } else if (what > 105) {
        m_window.session().cancel();
        m_isStopped = true;
    } else if (what > 103) {
        rearrange();
    } else if (what > 101) {
        tryValue();
    } else if (what > 99) {
        filter();
    } else if (what == 97) {
        below(4) == 0 ? m_window.session().reopen() : m_window.session().run();
    } else {
        QCoreApplication::processEvents();
    }
}

void Monkey::inspect() {
    canvas().setTool(MapCanvas::Tool::browse); // lets go of whatever is held
    if (std::exchange(m_isStopped, false)) {
        m_window.session().run();
    }
    ASSERT_TRUE(settles()) << m_window.message().toStdString() << m_window.session().stateReason().toStdString();
    const State now = document();
    State seen;
    int repaired = 0;
    for (const QString& layer : m_layers) {
        const LayerPtr features = edits().features(layer);
        seen[layer] = contentsOf(*m_window.session().snapshot()->layer(layer.toStdString()));
        std::set<std::int64_t> fids;
        for (std::size_t row = 0; row < features->size(); ++row) {
            EXPECT_TRUE(fids.insert(features->fid(row)).second);
            repaired += features->state(row) == GeometryState::repaired ? 1 : 0;
        }
    }
    EXPECT_LE(repaired, kInvalidInSample) << "an invalid shape was drawn";
    ASSERT_EQ(now, seen) << "the map shows something else: " << difference(now, seen);
}

void Monkey::saveAndRead() {
    QSignalSpy saved(&edits(), &EditDocument::saved);
    QSignalSpy failures(&m_window.session(), &PlanSession::operationFailed);
    const bool isAsked = edits().isModified();
    edits().save();
    // A save that was under way already takes only what came before it.
    ASSERT_TRUE(!isAsked || QTest::qWaitFor(
                                [&] {
                                    if (edits().isModified() && saved.isEmpty()) {
                                        edits().save();
                                    }
                                    return !edits().isModified() || !failures.isEmpty();
                                },
                                kPatienceMs));
    ASSERT_TRUE(failures.isEmpty()) << failures[0][0].toString().toStdString();
    PlanSession fresh;
    fresh.open(QString::fromStdString(m_plan.string()), {}, true);
    ASSERT_TRUE(QTest::qWaitFor([&] { return fresh.state() == SessionState::upToDate; }, kPatienceMs))
        << fresh.stateReason().toStdString();
    State read;
    for (const QString& layer : m_layers) {
        read[layer] = contentsOf(*fresh.snapshot()->layer(layer.toStdString()));
    }
    const State now = document();
    ASSERT_EQ(now, read) << "the file holds something else: " << difference(now, read);
    const std::set<std::string> live = findingsOf(m_window.session());
    const std::set<std::string> anew = findingsOf(fresh);
    std::vector<std::string> different;
    std::set_symmetric_difference(live.begin(), live.end(), anew.begin(), anew.end(), std::back_inserter(different));
    EXPECT_TRUE(different.empty()) << different.size() << " findings differ from those of a fresh check, the first "
                                   << different.front() << (live.count(different.front()) > 0 ? " is gone" : " is new");
}

void Monkey::undoToTheStartAndBack() {
    const State now = document();
    const int step = edits().stack().index();
    const bool isWhole = edits().stack().count() < edits().stack().undoLimit();
    edits().stack().setIndex(0);
    if (isWhole) {
        ASSERT_EQ(document(), m_first) << difference(document(), m_first);
    }
    edits().stack().setIndex(step);
    ASSERT_EQ(document(), now) << difference(document(), now);
}

int numberFrom(const char* variable, int otherwise) {
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue(variable, &isNumber);
    return isNumber && number > 0 ? number : otherwise;
}

TEST(MonkeyTest, NothingThatIsDoneToTheSampleLeavesItInconsistent) {
    const std::filesystem::path sample = qEnvironmentVariable("MERESTONE_SAMPLE").toStdString();
    ASSERT_TRUE(std::filesystem::exists(sample / "plan.gpkg")) << "name the folder of the generated sample plan in "
                                                                  "MERESTONE_SAMPLE";
    const tests::ScratchFolder folder;
    std::filesystem::copy(sample, folder.path() / "plan", std::filesystem::copy_options::recursive);
    const int events = numberFrom("MERESTONE_MONKEY_EVENTS", 1500);
    const int seed = numberFrom("MERESTONE_MONKEY_SEED", 4);
    RecordProperty("seed", seed);
    Monkey monkey(folder.path() / "plan" / "plan.yaml", static_cast<unsigned>(seed));
    constexpr int kBetweenLooks = 100;
    constexpr int kBetweenSaves = 500;
    for (int event = 1; event <= events && !testing::Test::HasFailure(); ++event) {
        SCOPED_TRACE("seed " + std::to_string(seed) + ", event " + std::to_string(event));
        monkey.act();
        if (event % kBetweenLooks == 0) {
            monkey.inspect();
            monkey.undoToTheStartAndBack();
        }
        if (event % kBetweenSaves == 0 && !testing::Test::HasFailure()) {
            monkey.inspect();
            monkey.saveAndRead();
        }
    }
}

} // namespace
} // namespace merestone::viewer
