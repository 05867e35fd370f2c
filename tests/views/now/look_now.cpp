// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the page of what is wrong now into a folder, to be looked at:
//   look_now FOLDER THEME [LANGUAGE]
#include "tests/views/now/SampleIncidents.h"
#include "views/now/EvidenceView.h"
#include "views/now/MemberView.h"
#include "views/now/NowPage.h"
#include "views/shell/FleetGate.h"
#include "views/shell/Shell.h"
#include "views/theme/ThemeStyle.h"
#include "views/widgets/Table.h"

#include <QApplication>
#include <QDir>
#include <QTest>
#include <QTranslator>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

class Look
{
public:
    Look(const QString& folder, const Theme& theme)
        : m_folder(folder), m_gate(m_sample.fleet), m_shell({QStringLiteral("eu-prod"), Risk::Production},
                                                            m_sample.fleet, m_gate, m_sample.clock, theme),
          m_page(new NowPage(m_sample.ports(&m_reader), m_sample.clock, theme))
    {
        m_shell.addPage(m_page);
        m_shell.resize(1440, 900);
        m_shell.show();
    }

    void all()
    {
        m_sample.tellPicture();
        save("calm");
        m_reader.setHot(QStringLiteral("10.77.9.3:5001"), m_sample.clock.now() + 97min);
        m_sample.fire(QStringLiteral("hub"),
                      {{QStringLiteral("Memory"), QStringLiteral("db-4"), AlertSeverity::Warning,
                        QStringLiteral("memory is 96 % used")}});
        save("one");
        m_sample.end(QStringLiteral("hub"), QStringLiteral("db-4"));
        m_sample.tellIncidents();
        save("incidents");
        acts();
        more();
        m_shell.resize(1024, 640);
        save("narrow");
        m_shell.resize(1440, 900);
        m_sample.lose(QStringLiteral("prom"));
        m_page->open(m_sample.idOf(QStringLiteral("registry-3")));
        save("unknown");
    }

private:
    void acts()
    {
        auto* table = &m_page->table();
        table->setFocus();
        m_page->open(m_sample.idOf(QStringLiteral("eu-b-17")));
        QTest::keyClick(table, 'u');
        m_sample.settle();
        QTest::keyClick(table, 'a');
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("the rack has lost its power"));
        save("acknowledging");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        m_sample.settle();
        QTest::keyClick(table, 'm');
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("never"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        save("muting");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTest::keyClick(table, 'j');
        save("merging");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        save("owned");
    }

    void more()
    {
        m_sample.tellStorm(120);
        m_page->open(m_sample.idOf(QStringLiteral("eu-b-04")));
        save("storm");
        m_sample.silence(QStringLiteral("prom"), QStringLiteral("eu-b-04"), QStringLiteral("2b1c… by mei"));
        m_page->panel().focusMembers();
        QTest::keyClick(&m_page->panel().members(), Qt::Key_Return);
        QTest::keyClick(&m_page->panel().members(), Qt::Key_Down);
        save("unfolded");
        const Timestamp now = m_sample.clock.now();
        m_reader.setGap(QStringLiteral("memory.percent"), {now - 25min, now - 14min});
        m_page->panel().focusEvidence();
        QTest::keyClick(&m_page->panel().evidence(), Qt::Key_Left);
        m_sample.clock.advance(30s);
        save("evidence");
        m_sample.tellStorm(10'000);
        m_sample.tellMany(40);
        m_sample.answer();
        save("ten-thousand");
    }

    void save(const char* what)
    {
        for (int i = 0; i < 4; ++i) {
            QTest::qWait(20);
            m_shell.grab();
            m_sample.clock.advance(300ms);
        }
        QTest::qWait(20);
        m_shell.grab().save(QStringLiteral("%1/%2.png").arg(m_folder, QString::fromLatin1(what)));
    }

    QString m_folder;
    SampleIncidents m_sample;
    SampleReader m_reader;
    FleetGate m_gate;
    Shell m_shell;
    NowPage* m_page;
};

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QString folder = arguments.value(1, QStringLiteral("."));
    QDir().mkpath(folder);
    QTranslator translator;
    if (translator.load(QStringLiteral(":/translations/stowage_%1.qm").arg(arguments.value(3)))) {
        QApplication::installTranslator(&translator);
    }
    const Theme theme = Theme::builtIn(arguments.value(2, QStringLiteral("dark")));
    applyTheme(application, theme);
    Look(folder, theme).all();
    return 0;
}
