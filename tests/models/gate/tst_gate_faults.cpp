// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/gate/GateFaults.h"

#include <QTest>

#include <bit>
#include <set>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Faults = 200;
constexpr int Minutes = 3'000;

/// What the gate made of one half of the set.
struct Figures
{
    int faults = 0;
    int found = 0;
    int falsely = 0; ///< true samples that it quarantined
    qint64 samples = 0;
    std::array<std::pair<int, int>, FaultKinds> byKind{}; ///< found, of how many
    QStringList missed;
    QStringList wronged;

    void add(const Figures& other)
    {
        faults += other.faults;
        found += other.found;
        falsely += other.falsely;
        samples += other.samples;
        for (size_t kind = 0; kind < FaultKinds; ++kind) {
            byKind.at(kind).first += other.byKind.at(kind).first;
            byKind.at(kind).second += other.byKind.at(kind).second;
        }
    }

    double recall() const { return 100.0 * found / faults; }
    double precision() const { return 100.0 * found / std::max(1, found + falsely); }
};

QString described(const SeriesKey& key, const Sample& sample)
{
    return u"%1 %2 %3 at %4"_s.arg(key.subject.subject, key.metric)
        .arg(sample.value)
        .arg(toRfc3339(sample.at));
}

bool isSame(const Sample& a, const Sample& b)
{
    return a.at == b.at && std::bit_cast<quint64>(a.value) == std::bit_cast<quint64>(b.value);
}

/// Half of the set: 100 faults of all kinds, spread over four machines.
class Half
{
public:
    explicit Half(unsigned seed) : m_trace(seed), m_injector(seed + 7), m_random(seed + 13)
    {
        for (size_t host = 0; host < m_trace.hosts(); ++host) {
            m_gate.setFacts(m_trace.subject(host), m_trace.facts(host));
        }
        plan();
    }

    Figures run()
    {
        for (int minute = 0; minute < Minutes; ++minute) {
            for (GateTrace::Minute& told : m_trace.next()) {
                tell(told, minute);
            }
        }
        return m_figures;
    }

private:
    struct Due
    {
        std::deque<PlannedFault> faults;
        FaultKind lastTried = FaultKind::NotANumber;
    };

    void plan()
    {
        constexpr int Count = Faults / 2;
        const int hosts = static_cast<int>(m_trace.hosts());
        m_due.resize(m_trace.hosts());
        for (int i = 0; i < Count; ++i) {
            PlannedFault fault;
            fault.kind = static_cast<FaultKind>(i % FaultKinds);
            fault.host = static_cast<size_t>((i + i / FaultKinds) % hosts);
            fault.minute = 60 + (i / hosts) * (Minutes - 100) * hosts / Count;
            fault.silence = fault.kind == FaultKind::AfterSilence ? 5 + static_cast<int>(m_random() % 50) : 0;
            m_due[fault.host].faults.push_back(fault);
        }
    }

    void tell(GateTrace::Minute& told, int minute)
    {
        std::deque<PlannedFault>& faults = m_due[told.host].faults;
        if (!faults.empty() && minute >= faults.front().minute - faults.front().silence &&
            minute < faults.front().minute) {
            return; // the silence before it
        }
        std::optional<InjectedFault> injected;
        if (!faults.empty() && minute >= faults.front().minute && !told.isAgain && !told.batches.empty()) {
            // What cannot be done in this minute is done in the next that it can.
            injected = m_injector.inject(faults.front().kind, told, faults.front().silence);
            if (injected) {
                faults.pop_front();
                count(*injected);
            }
        }
        if (told.isAgain) {
            leaveOutReplaced(told);
        }
        m_gate.judge(told.batches, told.now);
        for (const SampleBatch& batch : told.batches) {
            check(batch, injected);
        }
        if (injected && !m_isFound) {
            m_figures.missed << u"%1: %2 for %3"_s
                                    .arg(QLatin1String(faultKindName(injected->kind)),
                                         described(injected->key, injected->sample))
                                    .arg(injected->truth);
        }
        m_isFound = false;
    }

    void count(const InjectedFault& fault)
    {
        ++m_figures.faults;
        ++m_figures.byKind.at(static_cast<size_t>(fault.kind)).second;
        m_replaced.emplace(fault.key.subject.subject + fault.key.metric, fault.sample.at);
        if (fault.other) {
            m_replaced.emplace(fault.other->first.subject.subject + fault.other->first.metric,
                               fault.other->second.at);
        }
    }

    /// A list read anew would not tell the truth where it told a fault.
    void leaveOutReplaced(GateTrace::Minute& told) const
    {
        for (SampleBatch& batch : told.batches) {
            std::erase_if(batch.samples, [&](const Sample& sample) {
                return m_replaced.contains({batch.key.subject.subject + batch.key.metric, sample.at});
            });
        }
    }

    static bool isOther(const SeriesKey& key, const Sample& sample, const std::optional<InjectedFault>& fault)
    {
        return fault && fault->other && fault->other->first == key && isSame(fault->other->second, sample);
    }

    void check(const SampleBatch& batch, const std::optional<InjectedFault>& injected)
    {
        m_figures.samples += static_cast<qint64>(batch.samples.size() + batch.quarantined.size());
        for (const QuarantinedSample& sample : batch.quarantined) {
            if (injected && injected->key == batch.key && isSame(sample.sample, injected->sample)) {
                m_isFound = true;
                ++m_figures.found;
                ++m_figures.byKind.at(static_cast<size_t>(injected->kind)).first;
            } else if (!isOther(batch.key, sample.sample, injected)) {
                ++m_figures.falsely;
                m_figures.wronged << sampleReasonName(sample.reason) + u": "_s +
                                         described(batch.key, sample.sample);
            }
        }
    }

    GateTrace m_trace;
    FaultInjector m_injector;
    std::mt19937 m_random;
    SampleGate m_gate;
    std::vector<Due> m_due; ///< by host
    Figures m_figures;
    std::set<std::pair<QString, Timestamp>> m_replaced;
    bool m_isFound = false;
};

void print(const char* half, const Figures& figures)
{
    qInfo("%s: %d faults among %lld samples; recall %.1f %% (%d), precision %.2f %% (%d true samples "
          "quarantined)",
          half, figures.faults, figures.samples, figures.recall(), figures.found, figures.precision(),
          figures.falsely);
    QString kinds;
    for (size_t kind = 0; kind < FaultKinds; ++kind) {
        const auto [found, all] = figures.byKind.at(kind);
        kinds += u" %1 %2/%3;"_s.arg(QLatin1String(faultKindName(static_cast<FaultKind>(kind))))
                     .arg(found)
                     .arg(all);
    }
    qInfo("%s:%s", half, qPrintable(kinds));
}

} // namespace

/// The labelled set: 200 faults of twelve kinds put into what four machines tell for two days, twice. The
/// gate's limits were settled on the first half alone; the second was held out.
class TestGateFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSet()
    {
        const Figures tuned = Half(1).run();
        const Figures heldOut = Half(2).run();
        print("first half", tuned);
        print("held out", heldOut);
        for (const QString& line : tuned.missed + tuned.wronged) {
            qInfo("first half, wrong: %s", qPrintable(line));
        }
        QCOMPARE(tuned.faults + heldOut.faults, Faults);
        for (const Figures& figures : {tuned, heldOut}) {
            QVERIFY(figures.recall() >= 95);
            QVERIFY(figures.precision() >= 99);
        }
    }

    /// That the set is no lucky draw: ten more halves. Their faults were read while the rules were made.
    void furtherDraws()
    {
        Figures all;
        for (unsigned seed = 3; seed < 13; ++seed) {
            all.add(Half(seed).run());
        }
        print("further draws", all);
        QVERIFY(all.recall() >= 95);
        QVERIFY(all.precision() >= 99);
    }
};

QTEST_GUILESS_MAIN(TestGateFaults)
#include "tst_gate_faults.moc"
