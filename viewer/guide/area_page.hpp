// SPDX-License-Identifier: MIT
#pragma once

#include "guide/guide_page.hpp"
#include "guide/source_sight.hpp"

class QComboBox;
class QRadioButton;

namespace merestone::viewer {

/// "Our area": begins a plan with its neighbourhood area, from a file or to be drawn.
class AreaPage : public GuidePage {
    Q_OBJECT

public:
    explicit AreaPage(GuideJob& job);

private:
    void makeChoices();
    void look(const QString& crs);
    void show(std::vector<SourceSight> sights);
    void choose();
    void fillFeatures(const SourceSight& sight);
    void make();

    std::vector<SourceSight> m_sights;
    QLineEdit* m_title;
    QLineEdit* m_folder = nullptr;
    QRadioButton* m_fromFile;
    QRadioButton* m_drawn;
    QLineEdit* m_file = nullptr;
    QComboBox* m_layer;
    QComboBox* m_feature;
    QLabel* m_words;
    QPushButton* m_guess;
    QPushButton* m_make;
};

} // namespace merestone::viewer
