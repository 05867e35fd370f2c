// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the page of hosts of sample fleets into a folder, to be looked at:
//   look_hosts FOLDER THEME [LANGUAGE]
#include "models/metrics/baseline/BaselineBook.h"
#include "tests/views/hosts/SampleHosts.h"
#include "views/chart/ChartView.h"
#include "views/hosts/HostChart.h"
#include "views/hosts/HostsPage.h"
#include "views/hosts/MetricChips.h"
#include "views/shell/FleetGate.h"
#include "views/shell/Shell.h"
#include "views/theme/ThemeStyle.h"
#include "views/widgets/ColumnMenu.h"
#include "views/widgets/RangeChip.h"
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
          m_page(new HostsPage({m_sample.book, m_reader, nullptr, nullptr, &m_memory, &m_baselines},
                               m_sample.clock, theme))
    {
        const Timestamp now = m_sample.clock.now();
        m_reader.setHot(QStringLiteral("10.77.9.3:5001"), now - 18min);
        m_shell.addPage(m_page);
        m_shell.resize(1440, 900);
        m_shell.show();
    }

    void all()
    {
        save("empty");
        m_sample.tellPicture();
        save("worst");
        m_page->open(QStringLiteral("registry-3"));
        save("hosts");
        gapAndQuarantine();
        twelve();
        history();
        details();
        load();
        m_shell.resize(1024, 640);
        m_page->back();
        save("narrow");
        m_shell.resize(1440, 900);
        m_sample.clock.advance(20min);
        m_sample.book.judgeAges();
        m_sample.book.flush();
        save("stale");
    }

private:
    void gapAndQuarantine()
    {
        const Timestamp now = m_sample.clock.now();
        const QString cpu = QStringLiteral("cpu.percent");
        m_reader.setGap(cpu, {now - 3h, now - 164min});
        m_reader.setQuarantined(cpu, {{now - 90min, 812, 812}, SampleReason::AboveWhole});
        m_page->open(QStringLiteral("db-4"));
        save("gap-and-quarantine");
        m_page->chart().chips().choose({QStringLiteral("cpu"), QStringLiteral("network")});
        save("two-units");
        m_page->chart().chips().choose({QStringLiteral("cpu")});
    }

    void twelve()
    {
        auto* table = m_page->findChild<Table*>();
        m_page->open(QStringLiteral("eu-c-23"));
        for (int i = 0; i < 11; ++i) {
            QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        }
        save("twelve");
    }

    void history()
    {
        m_page->open(QStringLiteral("eu-a-02"));
        m_page->chart().range().choose(QStringLiteral("30d"));
        save("thirty-days");
        m_page->chart().range().choose(QStringLiteral("6h"));
        m_page->chart().toggleTwin();
        save("twin");
        m_page->chart().toggleTwin();
    }

    void details()
    {
        m_page->open(QStringLiteral("builder-2"));
        QTest::keyClick(m_page->findChild<Table*>(), 'd');
        save("details");
        m_sample.tellAmbiguous();
        const HostId doubtful = *m_sample.book.find(SubjectKey{QStringLiteral("prom"), QStringLiteral("x")});
        auto* table = m_page->findChild<Table*>();
        const auto& model = *qobject_cast<const HostModel*>(table->model());
        table->chooseAlone(model.rowOf(doubtful.value));
        save("settle");
        m_page->open(QStringLiteral("db-4"));
        save("quarantined");
        m_page->columns().openAtHeads();
        QTest::qWait(50);
        m_page->columns().grab().save(path("columns"));
        m_page->columns().close();
    }

    /// A registry at nine times its usual latency, and what it was seen to bear.
    void load()
    {
        const SubjectKey key =
            m_sample.book.host(m_sample.book.find(QStringLiteral("registry-3")).front()).subjects.front().key;
        const QString p95 = QStringLiteral("latency.p95.seconds");
        const QString requests = QStringLiteral("requests.perSecond");
        m_sample.sample(key.source, key.subject, p95, 2.31);
        m_sample.sample(key.source, key.subject, requests, 118);
        m_sample.book.flush();
        std::vector<LoadPoint> points;
        for (int i = 0; i < 400; ++i) {
            const double perSecond = 5 + i % 130;
            const double wobble = 1 + 0.05 * ((i * 7) % 11 - 5) / 5.0;
            points.push_back({perSecond, (0.08 + 0.06 / (1 - perSecond / 150)) * wobble, perSecond / 160});
        }
        const Timestamp now = m_sample.clock.now();
        m_baselines.setLoad(key, {modelLoad(points, 1.0), now});
        BaselineStanding standing{Usual{0.26, 0.03, 6}, 2.31, {}, now};
        standing.drift.drift = Drift{now - 18min, 0.26, 2.31, 2.31 / 0.26, true};
        m_baselines.set({key, p95}, standing);
        m_baselines.set({key, requests}, {Usual{112, 9, 6}, 118, {std::nullopt, NoDrift::Usual}, now});
        m_page->open(QStringLiteral("registry-3"));
        save("load");
    }

    QString path(const char* what) const
    {
        return QStringLiteral("%1/%2.png").arg(m_folder, QString::fromLatin1(what));
    }

    void save(const char* what)
    {
        for (int i = 0; i < 4; ++i) {
            QTest::qWait(20);
            m_shell.grab(); // rows that are painted want their lines
            m_sample.clock.advance(200ms);
        }
        QTest::qWait(20);
        m_shell.grab().save(path(what));
    }

    QString m_folder;
    SampleHosts m_sample;
    SampleReader m_reader;
    SampleMemory m_memory;
    BaselineBook m_baselines;
    FleetGate m_gate;
    Shell m_shell;
    HostsPage* m_page;
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
