// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/alertmanager/AlertmanagerAlerts.h"
#include "connectors/alertmanager/AlertmanagerPages.h"
#include "connectors/alertmanager/AlertmanagerSettings.h"
#include "connectors/http/HttpEngine.h"

#include <QObject>

namespace stowage {

/// All that one poll brought.
struct AlertmanagerReading
{
    std::optional<Error> error; ///< nothing can be said of any alert
    bool hasAnswered = false;   ///< something came back from the server
    std::optional<Timestamp> serverNow;
    AlertmanagerAlerts alerts; ///< without `error`; to be moved from
    std::optional<AlertmanagerSilences> silences;
    std::optional<AlertmanagerStatus> status;
    QStringList unseen; ///< what else could not be read, each with its reason
};

/// Reads an Alertmanager once: alerts and silences, and then its status. In this order, so that one that
/// began anew between the two is found out: its empty list is not the end of all alerts.
class AlertmanagerPoll : public QObject
{
    Q_OBJECT

public:
    /// The settings outlive it. The wish's time is ours; the server's own takes its place where it tells it.
    AlertmanagerPoll(HttpEngine& engine, EndpointId endpoint, const AlertmanagerSettings& settings,
                     AlertmanagerWish wish, QObject* parent);

    void start();

    /// What it brought, to be taken once it has finished.
    AlertmanagerReading& reading() { return m_reading; }

Q_SIGNALS:
    /// Once.
    void finished();

private:
    HttpCall* ask(const char* target);
    void takeAlerts(const HttpResult& result);
    void takeSilences(const HttpResult& result);
    void takeStatus(const HttpResult& result);
    void note(const QString& what, Error error);
    void endOne();

    HttpEngine& m_engine;
    EndpointId m_endpoint;
    const AlertmanagerSettings& m_settings;
    AlertmanagerWish m_wish;
    AlertmanagerReading m_reading;
    int m_open = 0;
};

} // namespace stowage
