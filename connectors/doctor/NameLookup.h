// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/doctor/HostResolver.h"
#include "models/ports/Clock.h"

#include <QDnsLookup>
#include <QHostInfo>
#include <QObject>

namespace stowage {

/// Three questions about one name at once: the system's answer, A and AAAA. Deletes itself after `finished`.
class NameLookup : public QObject
{
    Q_OBJECT

public:
    NameLookup(const Clock& clock, QString host, QObject* parent);

    void start();

Q_SIGNALS:
    void finished(const stowage::ResolvedHost& host);

private:
    void askDns(QDnsLookup& lookup, const QString& record);
    void takeSystem(const QHostInfo& info);
    void answered();
    void finish();

    const Clock& m_clock;
    QString m_host;
    QDnsLookup m_a;
    QDnsLookup m_aaaa;
    ResolvedHost m_system;
    QStringList m_troubles;
    int m_open = 0;
};

} // namespace stowage
