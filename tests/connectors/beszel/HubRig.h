// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DemoWorldBuilder.h"
#include "app/demo/hub/DemoHub.h"
#include "connectors/beszel/BeszelConnector.h"
#include "tests/support/ManualClock.h"

#include <QTest>

#include <map>

namespace stowage::test {

/// What would be known after a connector's deltas.
class HubCollector : public QObject
{
    Q_OBJECT

public:
    explicit HubCollector(Connector& connector);

    /// Samples of a series, by span and moment: how often each was told.
    using Told = std::map<std::pair<Millis, Timestamp>, int>;

    std::map<QString, HostObservation> hosts; ///< containers and services as they were told last
    std::vector<QString> removed;
    std::map<QString, std::map<QString, Told>> samples; ///< by subject and metric
    SourceStatus status;
    std::vector<AlertReport> reports;                      ///< those that said something
    std::map<QString, AlertObservation> standing;          ///< alerts by key, as reports leave them
    std::map<QString, std::vector<AlertObservation>> ends; ///< how often each ended
    std::vector<AlertObservation> past;
    std::vector<AlertSilence> silences;
    QStringList untrue; ///< what no report may say: an end of what does not stand, a second beginning
    int deltas = 0;
    quint64 sampleCount = 0;
    bool hasLive = false;     ///< a sample that fills no gap
    bool hasBackfill = false; ///< one that does

    int toldTwice() const;
    const HostObservation* host(const char* name) const;                     ///< the one that counts
    const AlertObservation* alert(const char* host, const char* name) const; ///< null: it does not stand

private:
    void take(const AlertReport& report);
};

/// A connector at a simulated hub over a small world, on a clock that moves with it.
class HubRig
{
public:
    explicit HubRig(OneTimeCodes* codes = nullptr, const char* password = DemoHub::Password,
                    const char* scenario = nullptr);
    ~HubRig();

    /// Lets time pass for hub and connector, and what it brings arrive.
    void pass(Millis by, Millis step = Millis{1'000});

    /// Until it holds, while time passes slowly; false when it does not come to hold.
    bool until(const std::function<bool()>& holds);

    /// Everything has been read once, the past included, and the stream stands.
    bool settles();

    /// The moments of the minute samples that the hub has of a machine, from `since` on.
    std::vector<Timestamp> truth(const DemoSystem& system, Millis since) const;

    /// What of it the connector has not told, or more than once: empty when all is well. What is younger than
    /// `lag` need not be there yet.
    QString differences(Millis since, Millis lag = Millis{1'000}) const;

    ManualClock clock;
    DemoWorld world;
    std::unique_ptr<DemoHub> hub;
    HttpEngine engine{{"stowage", Millis{1}, Millis{5}, Millis{10}, 16}};
    BeszelSettings settings;
    std::unique_ptr<BeszelConnector> connector;
    std::unique_ptr<HubCollector> seen;
};

} // namespace stowage::test
