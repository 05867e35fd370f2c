// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compose/AlertRestoration.h"
#include "models/alerts/AlertBook.h"
#include "models/alerts/FleetPlaces.h"
#include "models/alerts/incidents/IncidentBook.h"
#include "models/fleet/Delta.h"
#include "models/ports/AlertLog.h"

#include <QHash>

#include <optional>

namespace stowage {

/// Where everything about alerts is put together: what the sources tell goes into the book of alerts, its
/// turns into the log, and what the log keeps into the book of incidents; so does what persons do, here or in
/// another process.
///
/// What sources tell while the log is still read from disk waits, so that nothing is told twice after a
/// restart. GUI thread; fleet, hosts and clock outlive it.
class AlertDesk : public QObject
{
    Q_OBJECT

public:
    AlertDesk(const Fleet& fleet, const HostBook& hosts, AlertPolicy policy, std::unique_ptr<AlertLog> log,
              const Clock& clock, QObject* parent = nullptr);
    ~AlertDesk() override;

    /// All sources that the profile names, before restore(): what the log says that others told is over for
    /// us once each of these has answered or failed, for they may tell of it too. Without it nothing is.
    void keepSources(const QStringList& sources) { m_kept = sources; }

    /// Reads what earlier runs knew, meanwhile the event loop goes on. Once; restored() tells of its end.
    /// What cannot be read then is read once it can be; until then no checkpoint is written over it.
    void restore();
    bool isRestored() const { return m_isRestored; }

    /// On which machine a source runs, by the source's id; before anything is told.
    void setMachines(const QHash<QString, QString>& machines) { m_places.setMachines(machines); }

    /// What a connector told, as it came: its alerts, and how it stands itself.
    void take(const Delta& delta);

    /// What is told by other than a connector: Stowage's own rules. `doubtful`: see AlertBook::take().
    void takeReport(const QString& source, const AlertReport& report, const QStringList& doubtful = {});

    /// Keeps events that are about no alert: what else happened.
    void note(const std::vector<AlertEvent>& events);

    /// Brings everything that was told up to now into the books at once. For the command line and tests.
    void flush();

    /// Writes what is pending; waits for the disk. May be called twice.
    void close();

    AlertBook& book() { return m_book; }
    const AlertBook& book() const { return m_book; }
    IncidentBook& incidents() { return m_incidents; }
    const IncidentBook& incidents() const { return m_incidents; }
    AlertLog& log() { return *m_log; }

Q_SIGNALS:
    void restored();
    void failed(const stowage::Error& error);

private:
    struct Waiting
    {
        QString source;
        AlertReport report;
        Timestamp at{};
        QStringList doubtful{};
    };

    void endRestoration();
    void keep(const std::vector<AlertEvent>& events);
    void takeOthers(const std::vector<AlertEvent>& events);
    void beat();
    void judgeSources();
    SourceStanding believed(const QString& source, const SourceStatus& status, SourceStanding standing);
    void leaveOthers();
    void keepCheckpoint();
    void restoreAgain();

    const Clock& m_clock;
    FleetPlaces m_places;
    std::unique_ptr<AlertLog> m_log;
    AlertBook m_book;
    IncidentBook m_incidents;
    AlertRestoration m_restoration;
    std::vector<Waiting> m_waiting;    ///< until restored
    std::vector<AlertEvent> m_others;  ///< appended until restored
    std::optional<QStringList> m_kept; ///< until all others are left
    QHash<QString, SourceStatus> m_status;
    QHash<QString, quint64> m_generations;
    QHash<QString, SourceStanding> m_standings;
    QHash<QString, Millis> m_wellAt; ///< when each last was live or told of alerts; monotonic
    Millis m_restoredAt{0};          ///< monotonic
    Millis m_checkpointAt{0};        ///< likewise
    Millis m_triedAt{0};             ///< likewise: when the log was last asked for what it knows
    bool m_isChanged = false;        ///< since the last checkpoint
    bool m_isRestored = false;
    bool m_isClosed = false;
};

} // namespace stowage
