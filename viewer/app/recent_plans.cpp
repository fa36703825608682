// SPDX-License-Identifier: MIT
#include "app/recent_plans.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace merestone::viewer {

namespace {

constexpr int kMost = 8;
const char* const kKey = "recentPlans";

} // namespace

QStringList recentPlans() {
    QStringList files = QSettings().value(QLatin1String(kKey)).toStringList();
    files.erase(
        std::remove_if(files.begin(), files.end(), [](const QString& file) { return !QFileInfo::exists(file); }),
        files.end());
    return files;
}

void rememberPlan(const QString& file) {
    QStringList files = recentPlans();
    const QString path = QFileInfo(file).absoluteFilePath();
    files.removeAll(path);
    files.prepend(path);
    QSettings().setValue(QLatin1String(kKey), QStringList(files.mid(0, kMost)));
}

QString samplePlan() {
    const QString program = QCoreApplication::applicationDirPath();
    for (const QString& place :
         {program + QLatin1String("/" MERESTONE_INSTALLED_SAMPLE), QStringLiteral(MERESTONE_BUILT_SAMPLE)}) {
        // The plan alone is no use: its layers are made when the sample is generated.
        if (QFileInfo::exists(place + QLatin1String("/plan.gpkg"))) {
            return QDir::cleanPath(place + QLatin1String("/plan.yaml"));
        }
    }
    return {};
}

} // namespace merestone::viewer
