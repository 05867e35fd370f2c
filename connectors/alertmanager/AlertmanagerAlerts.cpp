// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alertmanager/AlertmanagerAlerts.h"

#include "connectors/alertmanager/AlertmanagerList.h"
#include "connectors/alertmanager/AlertmanagerPages.h"
#include "connectors/alertmanager/AlertmanagerPrint.h"
#include "connectors/alerts/AlertFields.h"

#include <algorithm>

namespace stowage {
namespace {

namespace dom = simdjson::dom;
using Alerts = AlertmanagerAlerts;
using Memory = AlertmanagerMemory;

constexpr size_t LongestFingerprint = 64;
constexpr size_t MostReasons = 64; ///< silences, or alerts above

std::string_view text(dom::element element, std::string_view key)
{
    std::string_view found;
    return element.at_key(key).get_string().get(found) == simdjson::SUCCESS ? found : std::string_view();
}

QStringList reasons(dom::element status, std::string_view key, const QString& prefix = {})
{
    QStringList list;
    dom::array array;
    if (status.at_key(key).get_array().get(array) == simdjson::SUCCESS) {
        for (const dom::element item : array) {
            std::string_view told;
            if (item.get_string().get(told) == simdjson::SUCCESS && !told.empty() &&
                list.size() < static_cast<qsizetype>(MostReasons)) {
                list << prefix + alertText(told, LongestFingerprint);
            }
        }
    }
    return list;
}

QString fingerprintOf(dom::element alert)
{
    return alertText(text(alert, "fingerprint"), LongestFingerprint);
}

/// Nothing where it has none.
size_t fingerprintHash(dom::element alert)
{
    const std::string_view told = text(alert, "fingerprint");
    return told.empty() ? 0 : std::hash<std::string_view>()(told) | 1;
}

/// When it is over if nobody sends it again; none for one that is over.
struct Ending
{
    Timestamp at{};
    bool isOver = false;
};

/// An end that has come, as whoever ended it tells; Alertmanager itself does not list those.
Ending endingOf(dom::element alert)
{
    const Timestamp began = alertMoment(text(alert, "startsAt"));
    const Timestamp ends = alertMoment(text(alert, "endsAt"));
    const Timestamp updated = alertMoment(text(alert, "updatedAt"));
    return {ends, ends != Timestamp{} && updated != Timestamp{} && began <= ends && ends <= updated};
}

class AlertsReader
{
public:
    explicit AlertsReader(const AlertmanagerWish& wish) : m_wish(wish) {}

    /// False where it is no list.
    bool read(const QByteArray& list)
    {
        AlertmanagerPrint print;
        if (!eachOfList(list, [&](dom::element alert) { look(alert, print); })) {
            return false;
        }
        m_memory->print = print.sum();
        orderEnds();
        countRunOut();
        const auto& before = m_wish.before;
        if (before) {
            m_memory->doubled = before->doubled;
        }
        m_alerts.isUnchanged = before && before->print == m_memory->print && !m_wish.isAll;
        if (!m_alerts.isUnchanged) {
            m_alerts.alerts.reserve(std::min<size_t>(m_memory->print.count, m_wish.mostAlerts));
            eachOfList(list, [this](dom::element alert) { take(alert); });
            tellApart();
        }
        return true;
    }

    /// Once, after read().
    Alerts takeAlerts()
    {
        m_alerts.memory = std::move(m_memory);
        return std::move(m_alerts);
    }

private:
    void look(dom::element alert, AlertmanagerPrint& print)
    {
        const Ending ending = endingOf(alert);
        print.add(alert, ending.isOver);
        if (const size_t fingerprint = fingerprintHash(alert); fingerprint != 0 && !ending.isOver) {
            m_memory->until.push_back({fingerprint, ending.at});
        }
    }

    /// By fingerprint, and of alerts that share one only one.
    void orderEnds()
    {
        auto& ends = m_memory->until;
        std::ranges::sort(ends, {}, &Memory::End::fingerprint);
        const auto isSame = [](const Memory::End& one, const Memory::End& other) {
            return one.fingerprint == other.fingerprint;
        };
        ends.erase(std::unique(ends.begin(), ends.end(), isSame), ends.end());
        ends.shrink_to_fit();
    }

    void countRunOut()
    {
        if (!m_wish.before) {
            return;
        }
        for (const auto& [fingerprint, end] : m_wish.before->until) {
            const bool isOver = end != Timestamp{} && end <= m_wish.now;
            m_alerts.ranOut += isOver && !m_memory->fires(fingerprint) ? 1 : 0;
        }
    }

    void take(dom::element element)
    {
        if (m_alerts.alerts.size() >= m_wish.mostAlerts) {
            ++m_alerts.leftOut;
            m_alerts.isWhole = false;
            return;
        }
        AlertObservation alert;
        if (!fill(element, alert)) {
            ++m_alerts.leftOut;
            // What cannot be read now but could before still stands: its server lists it.
            const bool isKnown = m_wish.before && m_wish.before->fires(fingerprintHash(element));
            m_alerts.isWhole = m_alerts.isWhole && !isKnown;
            return;
        }
        if (const Ending ending = endingOf(element); ending.isOver) {
            alert.phase = AlertPhase::Ended;
            alert.endedAt = ending.at;
        }
        add(std::move(alert));
    }

    bool fill(dom::element element, AlertObservation& alert)
    {
        dom::element labels;
        if (element.at_key("labels").get(labels) != simdjson::SUCCESS ||
            !m_fields.takeLabels(labels, alert)) {
            return false;
        }
        dom::element annotations;
        if (element.at_key("annotations").get(annotations) == simdjson::SUCCESS) {
            m_fields.takeAnnotations(annotations, alert);
        }
        if (const QString fingerprint = fingerprintOf(element); !fingerprint.isEmpty()) {
            alert.key = fingerprint;
        }
        alert.startedAt = alertMoment(text(element, "startsAt"));
        alert.link = m_fields.link(text(element, "generatorURL"));
        dom::element status;
        if (element.at_key("status").get(status) == simdjson::SUCCESS) {
            alert.silencedBy = reasons(status, "silencedBy");
            // Since 0.28: by a time interval of the route.
            alert.silencedBy << reasons(status, "mutedBy", QStringLiteral("interval "));
            alert.inhibitedBy = reasons(status, "inhibitedBy");
        }
        return true;
    }

    /// The same labels twice are one alert; the same fingerprint over others is another one.
    void add(AlertObservation alert)
    {
        if (const auto first = m_byKey.constFind(alert.key); first != m_byKey.cend()) {
            const QString both = alert.key + alert.identity;
            if (m_identities.contains(both) || m_alerts.alerts[*first].identity == alert.identity) {
                return;
            }
            m_identities.insert(both);
            m_memory->doubled.insert(alert.key);
        } else {
            m_byKey.insert(alert.key, m_alerts.alerts.size());
        }
        m_alerts.alerts.push_back(std::move(alert));
    }

    void tellApart()
    {
        for (AlertObservation& alert : m_alerts.alerts) {
            if (m_memory->doubled.contains(alert.key)) {
                alert.key += QLatin1Char('/') + alertDigest(alert.identity);
            }
        }
    }

    const AlertmanagerWish& m_wish;
    AlertFields m_fields;
    Alerts m_alerts;
    /// Made before all else that is read: what lies behind it in memory goes as a whole.
    std::shared_ptr<Memory> m_memory = std::make_shared<Memory>();
    QHash<QString, size_t> m_byKey;
    QSet<QString> m_identities; ///< of doubled fingerprints
};

} // namespace

bool AlertmanagerMemory::fires(size_t fingerprint) const
{
    const auto found = std::ranges::lower_bound(until, fingerprint, {}, &End::fingerprint);
    return found != until.end() && found->fingerprint == fingerprint;
}

Result<AlertmanagerAlerts> readAlertmanagerAlerts(const HttpAnswer& answer, const AlertmanagerWish& wish)
{
    if (answer.status != 200) {
        return fail(alertmanagerError(answer));
    }
    AlertsReader reader(wish);
    if (!reader.read(answer.body)) {
        return fail(noAlertmanagerError());
    }
    return reader.takeAlerts();
}

} // namespace stowage
