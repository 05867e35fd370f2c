// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compose/SessionOptions.h"
#include "app/profile/Profile.h"
#include "models/fleet/Fleet.h"
#include "models/ports/Connector.h"
#include "models/ports/Doctor.h"

#include <QObject>

#include <memory>
#include <vector>

namespace stowage {

class FleetInventory;
class HttpEngine;
class ManifestStore;
class SecretResolver;
class SourceCredentials;
class SqliteHistory;

/// The composition root of everything without a face: a profile, the connectors it names, the fleet they
/// fill, and the history that outlives them. Window, terminal and command line are built upon one of these.
///
/// On start() the last known fleet comes first, dated; then the connectors begin.
class FleetSession : public QObject
{
    Q_OBJECT

public:
    FleetSession(Profile profile, SessionOptions options, const Clock& clock, QObject* parent = nullptr);
    ~FleetSession() override;

    /// Reads the last known fleet and the secrets, and makes the connectors, but asks nobody yet; ends with
    /// ready().
    void prepare();

    /// The same, and then begins to ask.
    void start();

    /// Ends every exchange and writes what is pending. Blocks for the database's last commit.
    void stop();

    const Profile& profile() const { return m_profile; }
    Fleet& fleet() { return *m_fleet; }
    const FleetInventory& inventory() const { return *m_inventory; }
    Doctor& doctor() { return *m_doctor; }
    QStringList sourceIds() const;

public Q_SLOTS:
    /// Reads a source anew; all of them for an empty id.
    void refresh(const QString& sourceId);

Q_SIGNALS:
    /// The last known fleet is in place, if there was one.
    void restored();

    /// The connectors and the doctor can be used.
    void ready();

    /// Something beside the sources went wrong: the database, the disk.
    void warned(const stowage::Error& error);

private:
    void begin(const std::vector<Delta>& lastKnown);
    void connectSources();
    void take(const Delta& delta);
    void judgeAges();

    const Profile m_profile;
    const SessionOptions m_options;
    const Clock& m_clock;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<FleetInventory> m_inventory;
    std::unique_ptr<SqliteHistory> m_history;
    std::unique_ptr<ManifestStore> m_manifests;
    std::unique_ptr<SecretResolver> m_secrets;
    std::unique_ptr<SourceCredentials> m_credentials;
    std::unique_ptr<HttpEngine> m_http;
    std::unique_ptr<Doctor> m_doctor;
    std::vector<std::unique_ptr<Connector>> m_connectors;
    std::vector<Image> m_lastKnownImages;
};

} // namespace stowage
