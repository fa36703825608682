// SPDX-License-Identifier: MIT
#include "models/findings_model.hpp"
#include "models/wording.hpp"
#include "speaking.hpp"
#include "viewer/models/runs.hpp"

#include <QSettings>
#include <QTemporaryDir>

#include <set>

namespace merestone::viewer {
namespace {

using tests::Speaking;

QString plural(const char* context, const char* text, int count) {
    return QCoreApplication::translate(context, text, nullptr, count);
}

constexpr const char* kLayers = "merestone::viewer::LayersModel";

TEST(Languages, EnglishAndPolishAreBuiltIn) {
    std::set<QString> names;
    for (const Language& language : languages()) {
        names.insert(language.code + " " + language.name);
    }
    EXPECT_TRUE(names.count("en English")) << names.size();
    EXPECT_TRUE(names.count("pl Polski")) << names.size();
}

TEST(Languages, EnglishTellsOneFromMany) {
    const Speaking english("en");
    EXPECT_EQ(plural(kLayers, "%1, %n feature(s)", 1), "%1, 1 feature");
    EXPECT_EQ(plural(kLayers, "%1, %n feature(s)", 2), "%1, 2 features");
}

TEST(Languages, PolishHasThreePlurals) {
    const Speaking polish("pl");
    EXPECT_EQ(plural(kLayers, "%1, %n feature(s)", 1), QString::fromUtf8("%1, 1 obiekt"));
    for (const int few : {2, 3, 4, 22, 104}) {
        EXPECT_EQ(plural(kLayers, "%1, %n feature(s)", few), QString("%1, ") + QString::number(few) + " obiekty");
    }
    for (const int many : {0, 5, 11, 12, 14, 21, 112}) {
        EXPECT_EQ(plural(kLayers, "%1, %n feature(s)", many),
                  QString("%1, ") + QString::number(many) + QString::fromUtf8(" obiektów"));
    }
}

TEST(Languages, PolishWritesFiguresAsPeopleThereDo) {
    const Speaking polish("pl");
    EXPECT_EQ(figure(12345.5, "m"), QString::fromUtf8("12\u00a0345,5\u00a0m"));
    EXPECT_EQ(figure(0.25, "ha"), QString::fromUtf8("0,25\u00a0ha"));
    EXPECT_EQ(lengthText(1240.0), QString::fromUtf8("1,240 km"));
    EXPECT_EQ(verdictText(Verdict::fail), QString::fromUtf8("konflikt z polityką"));
}

TEST(Languages, TheSumOfTheFindingsIsASentence) {
    const RunPtr run = tests::runWith({"S1", "S2"});
    {
        const Speaking english("en");
        EXPECT_EQ(summaryText(*run), "2 policy conflicts; 1 of 2 rules pass.");
    }
    const Speaking polish("pl");
    EXPECT_EQ(summaryText(*run), QString::fromUtf8("2 konflikty z polityką; spełnione reguły: 1 z 2."));
}

TEST(Languages, WhatTheEngineIsDoingIsToldAsFarAsItIsKnown) {
    const Speaking polish("pl");
    EXPECT_EQ(stageText("reading layers"), QString::fromUtf8("wczytywanie warstw"));
    EXPECT_EQ(stageText("reading parcels"), QString::fromUtf8("wczytywanie: parcels"));
    EXPECT_EQ(stageText("checking H1.density"), QString::fromUtf8("sprawdzanie: H1.density"));
    EXPECT_EQ(stageText("pondering"), "pondering");
}

TEST(Languages, AFeatureIsNamedInTheLanguage) {
    const FeatureRef site{SharedText("sites"), "S4", "Corner"};
    EXPECT_EQ(featureText(site), "S4 'Corner' in sites");
    EXPECT_EQ(featureText({SharedText("sites"), "S4", "S4"}), "S4 in sites");
    EXPECT_EQ(featureText({SharedText("sites"), "", ""}), "sites");
    EXPECT_EQ(featureText({SharedText("plan"), "plan", "Our Plan"}), "the plan");
    const Speaking polish("pl");
    EXPECT_EQ(featureText(site), QString::fromUtf8("S4 „Corner” w warstwie sites"));
}

TEST(Languages, ATextWithASignOfItsOwnIsNotTakenForAPlaceholder) {
    EXPECT_EQ(featureText({SharedText("sites"), "%2", "100%1"}), "%2 '100%1' in sites");
}

TEST(Languages, WhatIsNotThereIsToldAndEnglishStays) {
    EXPECT_TRUE(speak(*qApp, "xx").contains("en, pl"));
    EXPECT_TRUE(speak(*qApp, "/nowhere/merestone_pl.qm").contains("lrelease"));
    EXPECT_EQ(verdictText(Verdict::fail), "policy conflict");
}

TEST(Languages, TheCommandLineIsReadBeforeAnythingIsSaid) {
    const char* const apart[] = {"viewer", "--language", "pl", "plan.yaml"};
    EXPECT_EQ(languageOption(4, apart), "pl");
    const char* const joined[] = {"viewer", "--language=de", "--language=pl"};
    EXPECT_EQ(languageOption(3, joined), "pl");
    const char* const none[] = {"viewer", "plan.yaml", "--language"};
    EXPECT_EQ(languageOption(3, none), QString()) << "the parser of options complains of that";
}

TEST(Languages, AFileCanBeTriedOut) {
    const Speaking pseudo(MERESTONE_PSEUDO_LANGUAGE);
    EXPECT_TRUE(plural(kLayers, "Layer", -1).startsWith(QString::fromUtf8("⟦")));
    EXPECT_EQ(QApplication::layoutDirection(), Qt::RightToLeft);
}

} // namespace
} // namespace merestone::viewer
