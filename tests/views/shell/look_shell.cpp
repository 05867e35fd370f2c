// SPDX-License-Identifier: GPL-3.0-or-later
// Renders every page with the sample fleet into PNGs, for eyes: look_shell DIR [theme …]. Not a test.
#include "models/fleet/Fleet.h"
#include "tests/support/ManualClock.h"
#include "tests/views/shell/SampleFleet.h"
#include "views/fleet/FleetPage.h"
#include "views/shell/FleetGate.h"
#include "views/shell/Shell.h"
#include "views/sources/SourcesPage.h"
#include "views/theme/ThemeStyle.h"

#include <QApplication>
#include <QTest>

using namespace stowage;

namespace {

struct Stage
{
    test::ManualClock clock;
    Fleet fleet{clock};
    FleetGate gate{fleet};
};

void save(Shell& shell, const QString& path)
{
    QCoreApplication::processEvents();
    if (!shell.grab().save(path)) {
        qWarning("cannot write %s", qUtf8Printable(path));
    }
}

void fill(Stage& stage)
{
    for (const Delta& delta : test::sampleSources(stage.clock)) {
        stage.gate.take(delta);
    }
    stage.clock.advance(std::chrono::seconds{4});
    stage.fleet.flush();
}

void key(Shell& shell, char c)
{
    QWidget* focus = shell.focusWidget() != nullptr ? shell.focusWidget() : &shell;
    QTest::keyClick(focus, c);
}

void lookAtAll(const QString& folder, const QString& themeName, Theme& theme)
{
    theme = Theme::builtIn(themeName);
    applyTheme(*qApp, theme);
    Stage stage;
    Shell shell({QStringLiteral("eu-prod"), Risk::Production}, stage.fleet, stage.gate, stage.clock, theme);
    auto* fleetPage = new FleetPage(stage.fleet, stage.clock, theme);
    auto* sourcesPage = new SourcesPage(stage.fleet, nullptr, stage.clock, theme);
    shell.addPage(fleetPage);
    shell.addPage(sourcesPage);
    shell.resize(1440, 900);
    shell.show();
    const auto name = [&](const char* what) {
        return QStringLiteral("%1/%2-%3.png").arg(folder, themeName, QString::fromLatin1(what));
    };
    save(shell, name("fleet-empty"));
    fill(stage);
    save(shell, name("fleet"));
    shell.go({QStringLiteral("fleet"), QStringLiteral("eu-b-04")});
    save(shell, name("fleet-node"));
    shell.go({QStringLiteral("sources"), QStringLiteral("registry-1")});
    save(shell, name("sources"));
    shell.go({QStringLiteral("sources"), QStringLiteral("registry-3")});
    save(shell, name("sources-failed"));
    shell.openPalette();
    QTest::keyClicks(shell.focusWidget(), QStringLiteral("eu"));
    save(shell, name("palette"));
    QTest::keyClick(shell.focusWidget(), Qt::Key_Escape);
    shell.openHelp();
    save(shell, name("help"));
    key(shell, 'x');
    shell.setFrozen(true);
    stage.clock.advance(std::chrono::minutes{3});
    stage.gate.take(test::samplePeers(stage.clock));
    save(shell, name("frozen"));
    shell.setFrozen(false);
    stage.clock.advance(std::chrono::minutes{30});
    shell.go({QStringLiteral("fleet"), {}});
    save(shell, name("fleet-stale"));
    shell.resize(1024, 640);
    save(shell, name("fleet-narrow"));
    shell.go({QStringLiteral("sources"), {}});
    save(shell, name("sources-narrow"));
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QString folder = arguments.value(1, QStringLiteral("."));
    const QStringList themes = arguments.size() > 2 ? arguments.mid(2) : QStringList{QStringLiteral("dark")};
    static Theme theme;
    for (const QString& name : themes) {
        lookAtAll(folder, name, theme);
    }
    return 0;
}
