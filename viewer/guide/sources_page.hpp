// SPDX-License-Identifier: MIT
#pragma once

#include "guide/guide_page.hpp"
#include "guide/source_sight.hpp"
#include "models/plan_session.hpp"

class QCheckBox;
class QComboBox;
class QListWidget;

namespace merestone::viewer {

/// "What is there": looks at files of other people, says what they are, and adds them to the plan as layers.
class SourcesPage : public GuidePage {
    Q_OBJECT

public:
    SourcesPage(GuideJob& job, PlanSession& session);

Q_SIGNALS:
    void drawWanted(); ///< the neighbourhood area, on the map

private:
    void makeChoices();
    void makeEnd();
    void look(const QString& crs);
    void show(std::vector<SourceSight> sights);
    void choose();
    void add();
    void planChanged();

    PlanSession& m_session;
    std::vector<SourceSight> m_sights;
    QLineEdit* m_file = nullptr;
    QComboBox* m_layer;
    QLabel* m_words;
    QPushButton* m_guess;
    QLineEdit* m_name;
    QComboBox* m_role;
    QLabel* m_because;
    QComboBox* m_id;
    QComboBox* m_nameField;
    QCheckBox* m_complete;
    QPushButton* m_add;
    QListWidget* m_inPlan;
    QPushButton* m_draw;
};

} // namespace merestone::viewer
