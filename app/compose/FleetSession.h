// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compose/SessionOptions.h"
#include "app/profile/Profile.h"
#include "models/fleet/Fleet.h"
#include "models/fleet/FleetInventory.h"
#include "models/ports/Connector.h"
#include "models/ports/Doctor.h"

#include <QObject>

#include <memory>
#include <vector>

namespace stowage {

class AlertDesk;
class HostDesk;
class HostResolver;
class HttpEngine;
class ManifestStore;
class OneTimeCodes;
class OwnWatch;
class PlacementWatch;
class SecretResolver;
class SourceCredentials;
class SourceDoctor;
class SqliteAlertLog;
class SqliteHistory;
class SqliteSeries;

/// The composition root of everything without a face: a profile, the connectors it names, the fleet they
/// fill, and the history that outlives them. Window, terminal and command line are built upon one of these.
///
/// First the last known fleet is put in place, dated; then the connectors begin. What they tell is kept and
/// goes out by arrived(): whoever owns the screen leads it into fleet() and the book of hosts(), at once or
/// held back while the screen is frozen. Alerts are not held back: they go to their desk at once.
class FleetSession : public QObject
{
    Q_OBJECT

public:
    FleetSession(Profile profile, SessionOptions options, const Clock& clock, QObject* parent = nullptr);
    ~FleetSession() override;

    /// Who can ask a person for a one-time code; before start(), and outlives the session's run. Without it
    /// nobody can be asked.
    void setOneTimeCodes(OneTimeCodes* codes) { m_codes = codes; }

    /// Reads the last known fleet and the secrets and makes the connectors, but asks nobody; ends with
    /// ready().
    void prepare();

    /// The same, and then begins to ask.
    void start();

    /// Ends every exchange and writes what is pending; waits for the database's last commit. May be called
    /// twice.
    void stop();

    const Profile& profile() const { return m_profile; }
    const QString& dataFolder() const { return m_options.dataFolder; }
    Fleet& fleet() { return *m_fleet; }
    const Fleet& fleet() const { return *m_fleet; }
    const FleetInventory& inventory() const { return *m_inventory; }
    HostDesk& hosts() { return *m_hosts; }
    const HostDesk& hosts() const { return *m_hosts; }
    AlertDesk& alerts() { return *m_alerts; }
    const AlertDesk& alerts() const { return *m_alerts; }
    /// Null until the last known fleet is in place.
    OwnWatch* own() { return m_own.get(); }
    /// Whoever watches how things lie lends it to Stowage's own rules, and takes it back by null
    /// before it goes.
    void setPlacement(const PlacementWatch* placement);
    Doctor& doctor();
    HttpEngine& http() { return *m_http; }
    SecretResolver& secrets() { return *m_secrets; }
    QStringList sourceIds() const;

public Q_SLOTS:
    /// Reads a source anew; all of them for an empty id.
    void refresh(const QString& sourceId);

Q_SIGNALS:
    /// The last known fleet is in place, if there was one.
    void restored();

    /// The connectors and the doctor can be used.
    void ready();

    /// A connector told something.
    void arrived(const stowage::Delta& delta);

    /// Something beside the sources went wrong: the database, the disk.
    void warned(const stowage::Error& error);

private:
    void takeLastKnown(const std::vector<Delta>& lastKnown);
    void makeOwnWatch();
    void makeSources();
    void take(const Delta& delta);
    void pruneManifests();

    const Profile m_profile;
    const SessionOptions m_options;
    const Clock& m_clock;
    bool m_isToStart = false;
    OneTimeCodes* m_codes = nullptr;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<FleetInventory> m_inventory;
    std::unique_ptr<SqliteHistory> m_history;
    SqliteSeries* m_series; ///< m_hosts has it
    std::unique_ptr<HostDesk> m_hosts;
    SqliteAlertLog* m_alertLog; ///< m_alerts has it
    std::unique_ptr<AlertDesk> m_alerts;
    std::unique_ptr<OwnWatch> m_own;
    const PlacementWatch* m_placement = nullptr;
    std::unique_ptr<ManifestStore> m_manifests;
    std::unique_ptr<SecretResolver> m_secrets;
    std::unique_ptr<SourceCredentials> m_credentials;
    std::unique_ptr<HttpEngine> m_http;
    std::unique_ptr<HostResolver> m_resolver;
    std::unique_ptr<SourceDoctor> m_doctor;
    std::vector<std::unique_ptr<Connector>> m_connectors;
    std::vector<Image> m_lastKnownImages; ///< until the connectors have adopted them
};

} // namespace stowage
