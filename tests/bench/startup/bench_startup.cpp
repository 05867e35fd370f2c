// SPDX-License-Identifier: GPL-3.0-or-later
// Goal 13 of the performance goals: from the start of the process to the first painted frame of the main
// window, with a large fleet cached, against a bare QWidget of the same size on the same platform; the same
// with a million events in the log of alerts, and what they cost in memory. The first argument says how many.
#include "tests/bench/Bench.h"
#include "tests/bench/alertlog/FilledLog.h"
#include "tests/bench/startup/CachedFleet.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QWidget>

#include <algorithm>
#include <cstdio>
#include <optional>

using namespace stowage::bench;

namespace {

constexpr int Repetitions = 15;
constexpr int Patience = 60'000;
constexpr int Settled = 20'000;        // ms after its start the program has read its log
constexpr qint64 AfterLast = 500;      // events that the last checkpoint does not know
constexpr QSize WindowSize{1440, 900}; // what the program takes unless told

/// The peer: the least that Qt can show. Says so when it is painted, as the program does.
class BareWidget : public QWidget
{
protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter(this).fillRect(rect(), Qt::darkGray);
        QMetaObject::invokeMethod(
            this,
            [] {
                std::puts("first frame");
                std::fflush(stdout);
                QCoreApplication::quit();
            },
            Qt::QueuedConnection);
    }
};

int runBare(int argc, char** argv)
{
    const QApplication application(argc, argv);
    BareWidget widget;
    widget.resize(WindowSize);
    widget.show();
    return QApplication::exec();
}

struct Command
{
    QString program;
    QStringList arguments;
};

/// Milliseconds until the process says that it has painted; nothing when it does not.
std::optional<double> timeToFirstFrame(const Command& command, const QProcessEnvironment& environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardErrorFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    process.start(command.program, command.arguments);
    while (process.state() != QProcess::NotRunning && !process.canReadLine()) {
        process.waitForReadyRead(Patience);
    }
    const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const bool isPainted = process.readLine() == "first frame\n";
    process.waitForFinished(Patience);
    return isPainted ? std::optional(took) : std::nullopt;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// One of each in turn, so that a machine that drifts drifts for both. False when one did not paint, or the
/// goal is missed.
bool measure(const Figure& figure, const Command& ours, const Command& peer,
             const QProcessEnvironment& environment)
{
    std::vector<double> oursTimes;
    std::vector<double> peerTimes;
    for (int i = 0; i <= Repetitions; ++i) {
        const auto oursTook = timeToFirstFrame(ours, environment);
        const auto peerTook = timeToFirstFrame(peer, environment);
        if (!oursTook || !peerTook) {
            std::fprintf(stderr, "bench_startup: %s did not paint\n",
                         oursTook ? "the bare widget" : "the program");
            return false;
        }
        if (i > 0) { // the first of each warms the disk's cache up
            oursTimes.push_back(*oursTook);
            peerTimes.push_back(*peerTook);
        }
    }
    return report(figure, median(oursTimes), median(peerTimes));
}

/// Kibibytes that the process has, once it has settled, and the most that it ever had: `VmRSS` or `VmHWM`.
double memoryOf(const Command& command, const QProcessEnvironment& environment, const QByteArray& figure)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(command.program, command.arguments);
    process.waitForFinished(Settled);
    QFile file(QStringLiteral("/proc/%1/status").arg(process.processId()));
    double kibibytes = 0;
    if (process.state() == QProcess::Running && file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (line.startsWith(figure + ':')) {
                kibibytes = line.simplified().split(' ').value(1).toDouble();
            }
        }
    }
    process.terminate();
    process.waitForFinished(Patience);
    return kibibytes;
}

/// A display without a screen, for as long as this lives.
class VirtualDisplay
{
public:
    VirtualDisplay()
    {
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(QStringLiteral("Xvfb"),
                        {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                         QStringLiteral("0"), QStringLiteral("1920x1200x24"), QStringLiteral("-nolisten"),
                         QStringLiteral("tcp")});
        while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine()) {
            m_process.waitForReadyRead(Patience);
        }
        m_number = QString::fromLatin1(m_process.readLine().trimmed());
    }
    ~VirtualDisplay()
    {
        m_process.terminate();
        m_process.waitForFinished(Patience);
    }
    VirtualDisplay(const VirtualDisplay&) = delete;
    VirtualDisplay& operator=(const VirtualDisplay&) = delete;

    /// ":99"; empty when there is no Xvfb.
    QString name() const { return m_number.isEmpty() ? QString() : QLatin1Char(':') + m_number; }

private:
    QProcess m_process;
    QString m_number;
};

} // namespace

int main(int argc, char** argv)
{
    if (argc > 1 && qstrcmp(argv[1], "--bare") == 0) {
        return runBare(argc, argv);
    }
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const CachedFleet fleet;
    if (!fleet.write(folder.path())) {
        std::fprintf(stderr, "bench_startup: the cached fleet cannot be written\n");
        return 1;
    }
    const QString data = folder.filePath(QStringLiteral("data"));
    const Command waiting{qEnvironmentVariable("STOWAGE_BINARY"),
                          {QStringLiteral("window"), QStringLiteral("--profile"),
                           folder.filePath(QStringLiteral("profile.json")), QStringLiteral("--data"), data}};
    Command ours = waiting;
    ours.arguments.insert(1, QStringLiteral("--exit-after-first-frame"));
    const Command peer{QCoreApplication::applicationFilePath(), {QStringLiteral("--bare")}};
    const QString workload = QStringLiteral("main window, %1 nodes × %2 layers cached; bare QWidget (ms)")
                                 .arg(fleet.nodes)
                                 .arg(fleet.layers);

    QProcessEnvironment offscreen = QProcessEnvironment::systemEnvironment();
    offscreen.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    const VirtualDisplay display;
    if (display.name().isEmpty()) {
        std::fprintf(stderr, "bench_startup: Xvfb did not start\n");
        return 1;
    }
    QProcessEnvironment xvfb = QProcessEnvironment::systemEnvironment();
    xvfb.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    xvfb.insert(QStringLiteral("DISPLAY"), display.name());

    bool isFine = measure({QStringLiteral("startup.offscreen"), workload, 6}, ours, peer, offscreen);
    isFine = measure({QStringLiteral("startup.xvfb"), workload, 2.5}, ours, peer, xvfb) && isFine;
    const double usual = memoryOf(waiting, offscreen, "VmRSS");

    const qint64 events = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    if (!copyFilledLog(events, AfterLast, data)) {
        std::fprintf(stderr, "bench_startup: the log of alerts cannot be written\n");
        return 1;
    }
    const QString more = QStringLiteral("%1 events in the log, ").arg(events) + workload;
    isFine = measure({QStringLiteral("startup.alerts.offscreen"), more, 6}, ours, peer, offscreen) && isFine;
    isFine = measure({QStringLiteral("startup.alerts.xvfb"), more, 2.5}, ours, peer, xvfb) && isFine;
    isFine =
        report({QStringLiteral("startup.alerts.memory"),
                QStringLiteral("resident 20 s after the start, %1 events in the log; none (KiB)").arg(events),
                1.5},
               memoryOf(waiting, offscreen, "VmRSS"), usual) &&
        isFine;
    return isFine ? 0 : 1;
}
