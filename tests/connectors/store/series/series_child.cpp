// SPDX-License-Identifier: GPL-3.0-or-later
// Writes without end, until it is killed: series_child FOLDER COUNT. Counts on from COUNT; each record is
// twenty samples of each of three series, whose value is their number and whose time is as many seconds.
// Prints the last number of each record that was acknowledged.
#include "connectors/store/series/SqliteSeries.h"
#include "models/core/SystemClock.h"

#include <QCoreApplication>

#include <cstdio>

using namespace stowage;

namespace {

/// Gathers nothing: each record is on its way at once.
class HastyClock final : public Clock
{
public:
    Timestamp now() const override { return m_clock.now(); }
    Millis monotonic() const override { return m_clock.monotonic(); }
    void after(Millis, QObject* context, std::function<void()> then) const override
    {
        m_clock.after(Millis{0}, context, std::move(then));
    }

private:
    SystemClock m_clock;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const HastyClock clock;
    constexpr qint64 Begin = 1'790'000'000'000;
    qint64 count = QByteArray(argv[2]).toLongLong();
    SqliteSeries history(QString::fromLocal8Bit(argv[1]), clock);
    QHash<quint64, qint64> ends;
    const auto step = [&] {
        std::vector<SampleBatch> batches;
        for (const char* subject : {"a", "b", "c"}) {
            SampleBatch batch{{{QStringLiteral("child"), QString::fromLatin1(subject)}, QStringLiteral("x")},
                              Millis{1000},
                              false,
                              {},
                              {}};
            for (qint64 i = count + 1; i <= count + 20; ++i) {
                batch.samples.push_back({Timestamp{Millis{Begin + 1000 * i}}, double(i), double(i)});
            }
            batches.push_back(std::move(batch));
        }
        count += 20;
        ends.insert(history.record(std::move(batches)), count);
    };
    QObject::connect(&history, &SeriesHistory::acknowledged, &history, [&](quint64 upTo) {
        std::printf("%lld\n", ends.value(upTo));
        std::fflush(stdout);
        step();
    });
    step();
    step(); // one is on its way while the other is acknowledged
    return QCoreApplication::exec();
}
