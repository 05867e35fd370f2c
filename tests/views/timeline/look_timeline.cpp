// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the timeline into a folder, to be looked at:
//   look_timeline FOLDER THEME [LANGUAGE]
#include "tests/views/hosts/SampleHosts.h"
#include "tests/views/timeline/SampleTimeline.h"
#include "views/shell/FleetGate.h"
#include "views/shell/Shell.h"
#include "views/theme/ThemeStyle.h"
#include "views/timeline/TimelinePage.h"
#include "views/timeline/TimelineView.h"
#include "views/widgets/RangeChip.h"

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
    Look(const QString& folder, const Theme& theme) : m_folder(folder), m_theme(theme) {}

    void all()
    {
        show(
            "empty", [](SampleTimeline&) {}, [](TimelinePage&) {});
        show(
            "calm", [](SampleTimeline& sample) { sample.tellCalmDay(); }, [](TimelinePage&) {});
        const auto troubled = [](SampleTimeline& sample) {
            sample.tellTroubledDay();
            sample.tellStorm(120);
        };
        show("day", troubled, [](TimelinePage& page) {
            QTest::keyClick(&page.view(), Qt::Key_Down);
            QTest::keyClick(&page.view(), Qt::Key_Down);
        });
        show("storm", troubled, [this](TimelinePage& page) {
            page.open(m_sample->stormId());
            QTest::keyClick(&page.view(), Qt::Key_Return);
            for (int i = 0; i < 5; ++i) {
                QTest::keyClick(&page.view(), Qt::Key_Plus);
            }
        });
        show("table", troubled, [](TimelinePage& page) { page.toggleTwin(); });
        show("search", troubled, [](TimelinePage& page) { page.search(QStringLiteral("eu-b-17")); });
        show("nothing", troubled, [](TimelinePage& page) { page.search(QStringLiteral("nowhere")); });
        const auto year = [](SampleTimeline& sample) {
            sample.tellYear();
            sample.tellTroubledDay();
        };
        show("year", year, [](TimelinePage& page) { page.range().choose(QStringLiteral("1y")); });
        show("month", year, [](TimelinePage& page) { page.range().choose(QStringLiteral("30d")); });
    }

private:
    template <typename Tell, typename Act>
    void show(const char* what, Tell tell, Act act)
    {
        SampleHosts hosts;
        m_sample = std::make_unique<SampleTimeline>();
        tell(*m_sample);
        FleetGate gate(hosts.fleet);
        Shell shell({QStringLiteral("eu-prod"), Risk::Production}, hosts.fleet, gate, m_sample->clock,
                    m_theme);
        auto* page = new TimelinePage(m_sample->ports(), m_sample->clock, m_theme);
        shell.addPage(page);
        shell.resize(1440, 900);
        shell.show();
        page->view().setFocus();
        settle();
        act(*page);
        settle();
        shell.grab().save(QStringLiteral("%1/%2.png").arg(m_folder, QString::fromLatin1(what)));
    }

    void settle()
    {
        for (int i = 0; i < 6; ++i) {
            m_sample->log.answer();
            QTest::qWait(10);
            m_sample->clock.advance(150ms);
        }
    }

    QString m_folder;
    const Theme& m_theme;
    std::unique_ptr<SampleTimeline> m_sample;
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
