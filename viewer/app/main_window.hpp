// SPDX-License-Identifier: MIT
#pragma once

#include "app/map_canvas.hpp"
#include "commands/edit_document.hpp"
#include "commands/recovery_copy.hpp"
#include "models/layers_model.hpp"
#include "models/plan_session.hpp"

#include <QMainWindow>
#include <QPointer>

class QAction;
class QActionGroup;
class QComboBox;
class QLabel;
class QMenu;
class QTreeView;

namespace merestone::viewer {

class AttributeForm;
class BaseMapMenu;
class DraftingBar;
class FilterBar;
class FindingsPanel;
class GuidePanel;
class IdentifyPanel;
class ParameterPanel;
class SearchBox;
class VersionsWindow;

/// The window: map in the middle, layers at the left, findings and what is at a place at the right. It ties the parts
/// together and holds no facts of its own; those are the session's.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    void openPlan(const QString& file, const OpenOptions& options = {});
    void setTheme(map::ThemeKind theme);
    /// Nobody sits before it: no copy of unsaved drawings is kept, and none is offered.
    void setUnattended() { m_unattended = true; }
    /// Leads somebody who begins from the area to a first policy; see guide/guide_panel.hpp.
    void showGuide();
    /// The same when the program has never run here before.
    void offerGuide();
    /// Chooses a finding and shows its place. False when there is no such finding in the list.
    bool showFinding(const QString& key);
    /// Sets another version of the plan beside this one: a plan file, or a saved run.
    void compareWith(const QString& file);
    /// Sets what is saved beside what is on the screen.
    void compareWithSaved();
    [[nodiscard]] VersionsWindow* versions() noexcept; ///< null when it is closed
    [[nodiscard]] PlanSession& session() noexcept { return m_session; }
    [[nodiscard]] EditDocument& document() noexcept { return m_document; }
    [[nodiscard]] MapCanvas& canvas() noexcept { return *m_canvas; }
    [[nodiscard]] FindingsPanel& findings() noexcept { return *m_findings; }
    [[nodiscard]] IdentifyPanel& identified() noexcept { return *m_identified; }
    [[nodiscard]] SearchBox& search() noexcept { return *m_search; }
    [[nodiscard]] DraftingBar& drafting() noexcept { return *m_drafting; }
    [[nodiscard]] BaseMapMenu& baseMap() noexcept { return *m_baseMap; }
    [[nodiscard]] FilterBar& filter() noexcept { return *m_filter; }
    [[nodiscard]] AttributeForm& attributes() noexcept { return *m_attributes; }
    [[nodiscard]] GuidePanel* guide() noexcept { return m_guide; } ///< null until it is shown
    [[nodiscard]] ParameterPanel& parameters() noexcept { return *m_parameters; }
    [[nodiscard]] QTreeView& layers() noexcept { return *m_layersView; }
    /// What the status bar says at its left; what went wrong is told there, and stays until the next thing is done.
    [[nodiscard]] QString message() const;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void makeDocks();
    void makeStatusBar();
    void connectSession();
    void connectCanvas();
    // main_window_actions.cpp
    void makeActions();
    void makePlanMenu(QMenu& menu);
    void makeEditMenu(QMenu& menu);
    void makeViewMenu(QMenu& menu);
    void makeToolMenu(QMenu& menu);
    void fillRecentPlans();
    QAction* addAction(QMenu& menu, const QString& text, const QKeySequence& keys, const std::function<void()>& run);

    void askForPlan();
    void openSample();
    void askToWaive();
    void askForMap();
    // main_window_output.cpp
    void makeOutputMenu(QMenu& menu);
    void askForExport();
    void askForReport();
    void makeGuide(); // main_window_guide.cpp
    void showChosenPlace();
    void identifyAt(Point at, double toleranceMetres);
    void identifyIn(const Box& box);
    void showIdentified(const std::vector<map::FeatureId>& features, const std::vector<std::size_t>& marks);
    void showFeature(std::size_t layer, std::size_t row, bool zoom);
    void connectEditing();
    void editAt(const std::vector<map::FeatureId>& features);
    void deleteEdited();
    // main_window_filter.cpp
    void makeFilter(QMenu& menu);
    void makeBaseMap(QMenu& menu);
    [[nodiscard]] std::vector<map::FeatureId> selectedOn(const map::MapScene& scene) const;
    void showMatch(const QString& layer, std::int64_t fid);
    void chooseMatches(const QString& layer, const std::vector<std::int64_t>& fids);
    // main_window_drafting.cpp
    void makeDraftingMenu(QMenu& menu);
    void makeAttributesDock();
    void fillInAttributes();
    void connectDrafting();
    void beginDrafting();
    void takeDrawn();
    [[nodiscard]] QString cutDrawn(const PackedGeometry& shape);
    void chooseAmong(const std::vector<map::FeatureId>& features, bool all);
    void dropChosen();
    void showChosen();
    void makeOfChosen();
    void mergeChosen();
    void fillHole();
    // main_window_versions.cpp
    void makeParametersDock();
    void showParameters();
    [[nodiscard]] VersionsWindow* versionsWindow();
    void askForVersion();
    void showNewest(const QString& layer);
    void offerRecovery();
    void refreshEdited();
    /// Asks what to do with unsaved changes. False when the user wants to go on with them, or when they are saved
    /// first: then `nextPlan` is opened after that, or the window closed where there is none.
    [[nodiscard]] bool mayLeave(const QString& nextPlan);
    void sceneChanged();
    void stateChanged();
    void showScale();
    void takeScale();
    void say(const QString& text);

    /// A selected feature by what stays the same when the plan is read again.
    struct Selected {
        QString layer;
        std::int64_t fid;
    };

    PlanSession m_session;
    EditDocument m_document{m_session};
    RecoveryCopy m_recovery{m_document};
    bool m_unattended = false;
    LayersModel m_layers;
    MapCanvas* m_canvas = nullptr;
    FindingsPanel* m_findings = nullptr;
    IdentifyPanel* m_identified = nullptr;
    SearchBox* m_search = nullptr;
    DraftingBar* m_drafting = nullptr;
    FilterBar* m_filter = nullptr;
    BaseMapMenu* m_baseMap = nullptr;
    AttributeForm* m_attributes = nullptr;
    GuidePanel* m_guide = nullptr;
    ParameterPanel* m_parameters = nullptr;
    QPointer<VersionsWindow> m_versions;
    QTreeView* m_layersView = nullptr;
    QComboBox* m_scale = nullptr;
    QLabel* m_coordinates = nullptr;
    QLabel* m_message = nullptr;
    QMenu* m_recent = nullptr;
    QMenu* m_docks = nullptr;
    QActionGroup* m_tools = nullptr;
    QActionGroup* m_themes = nullptr;
    QAction* m_waive = nullptr;
    QAction* m_check = nullptr;
    QAction* m_save = nullptr;
    QString m_openNext;     ///< a plan that waits until the changes of this one are saved
    bool m_closing = false; ///< as soon as they are
    std::vector<Selected> m_selected;
    bool m_fromMap = false; ///< a choice that was made on the map does not move it
};

/// Topmost first, but the neighbourhood area last: its outline lies above what it holds, and it is meant least.
[[nodiscard]] std::vector<map::FeatureId> areaLast(const map::MapScene& scene, std::vector<map::FeatureId> features);

} // namespace merestone::viewer
