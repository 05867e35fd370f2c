// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/NameLookup.h"

namespace stowage {
namespace {

constexpr Millis Patience{5'000};

bool isLocal(const QString& host)
{
    return host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost"));
}

std::vector<QHostAddress> addressesOf(const QDnsLookup& lookup)
{
    std::vector<QHostAddress> addresses;
    const auto records = lookup.hostAddressRecords();
    for (const QDnsHostAddressRecord& record : records) {
        addresses.push_back(record.value());
    }
    return addresses;
}

} // namespace

NameLookup::NameLookup(const Clock& clock, QString host, QObject* parent)
    : QObject(parent), m_clock(clock), m_host(std::move(host)), m_a(QDnsLookup::A, m_host),
      m_aaaa(QDnsLookup::AAAA, m_host)
{
}

void NameLookup::start()
{
    m_open = 1;
    QHostInfo::lookupHost(m_host, this, [this](const QHostInfo& info) { takeSystem(info); });
    if (!isLocal(m_host)) {
        askDns(m_a, QStringLiteral("A"));
        askDns(m_aaaa, QStringLiteral("AAAA"));
    }
    m_clock.after(Patience, this, [this] {
        if (m_open > 0) {
            m_troubles << tr("no answer within %1 s").arg(Patience.count() / 1000);
            finish();
        }
    });
}

void NameLookup::askDns(QDnsLookup& lookup, const QString& record)
{
    ++m_open;
    connect(&lookup, &QDnsLookup::finished, this, [this, &lookup, record] {
        // That there is no such record, or no such name in the DNS, is an answer.
        if (lookup.error() != QDnsLookup::NoError && lookup.error() != QDnsLookup::NotFoundError) {
            m_troubles << record + QStringLiteral(": ") + lookup.errorString();
        }
        answered();
    });
    lookup.lookup();
}

void NameLookup::takeSystem(const QHostInfo& info)
{
    const auto addresses = info.addresses();
    for (const QHostAddress& address : addresses) {
        auto& family = address.protocol() == QAbstractSocket::IPv6Protocol ? m_system.v6 : m_system.v4;
        family.push_back(address);
    }
    answered();
}

void NameLookup::answered()
{
    if (m_open > 0 && --m_open == 0) {
        finish();
    }
}

void NameLookup::finish()
{
    m_open = 0;
    ResolvedHost host;
    host.v4 = addressesOf(m_a);
    host.v6 = addressesOf(m_aaaa);
    if (!host.v4.empty() || !host.v6.empty()) {
        host.way = ResolvedHost::Way::Dns;
    } else if (!m_system.v4.empty() || !m_system.v6.empty()) {
        host = m_system;
        host.way = ResolvedHost::Way::HostsFile;
    }
    host.trouble = m_troubles.join(QStringLiteral("; "));
    deleteLater();
    Q_EMIT finished(host);
}

} // namespace stowage
