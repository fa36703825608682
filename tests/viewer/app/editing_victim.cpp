// SPDX-License-Identifier: MIT
#include "commands/new_shape.hpp"
#include "commands/recovery_copy.hpp"

#include <QGuiApplication>
#include <QTextStream>

#include <string_view>

namespace {

using namespace merestone;
using namespace merestone::viewer;

void tell(const char* what, int number) {
    QTextStream(stdout) << what << ' ' << number << Qt::endl;
}

/// Draws one site after another, and tells when each is in the recovery copy: "edited 3". With `saves` every one is
/// saved, too: "saving 3", "saved 3".
class Victim : public QObject {
public:
    Victim(const QString& plan, bool saves) : m_saves(saves) {
        connect(&m_session, &PlanSession::opened, this, &Victim::drawNext);
        connect(&m_recovery, &RecoveryCopy::written, this, &Victim::written);
        connect(&m_document, &EditDocument::saved, this, [this] {
            tell("saved", m_count);
            drawNext();
        });
        connect(&m_session, &PlanSession::operationFailed, this, [](const QString& reason) {
            QTextStream(stdout) << "failed " << reason << Qt::endl;
            QCoreApplication::exit(2);
        });
        m_recovery.begin(plan);
        m_session.open(plan, {}, true);
    }

private:
    void drawNext() {
        const double x = 407000.0 + 10.0 * ++m_count;
        m_writing = true;
        const QString problem = m_document.add(
            QStringLiteral("sites"),
            shapeFrom(Shape::polygon, {{x, 284000.0}, {x + 9, 284000.0}, {x + 9, 284009.0}, {x, 284009.0}}));
        if (!problem.isEmpty()) {
            QTextStream(stdout) << "failed " << problem << Qt::endl;
            QCoreApplication::exit(2);
        }
    }
    void written() {
        if (!m_writing) {
            return; // of a save
        }
        m_writing = false;
        tell("edited", m_count);
        if (m_saves) {
            tell("saving", m_count);
            m_document.save();
        } else {
            drawNext();
        }
    }

    PlanSession m_session;
    EditDocument m_document{m_session};
    RecoveryCopy m_recovery{m_document};
    const bool m_saves;
    bool m_writing = false;
    int m_count = 0;
};

} // namespace

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    if (argc != 3) {
        return 2;
    }
    const Victim victim(QString::fromLocal8Bit(argv[1]), std::string_view(argv[2]) == "save");
    return QGuiApplication::exec();
}
