// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alertmanager/AlertmanagerAlerts.h"

#include "connectors/alertmanager/AlertmanagerPages.h"
#include "connectors/alerts/AlertFields.h"

#include <algorithm>

namespace stowage {
namespace {

namespace dom = simdjson::dom;
using Alerts = AlertmanagerAlerts;

constexpr size_t LongestFingerprint = 64;
constexpr size_t MostReasons = 64; ///< silences, or alerts above

std::string_view text(dom::element element, std::string_view key)
{
    std::string_view found;
    return element.at_key(key).get_string().get(found) == simdjson::SUCCESS ? found : std::string_view();
}

class PrintMaker
{
public:
    Alerts::Print print(dom::element alert)
    {
        dom::object members;
        if (alert.get_object().get(members) == simdjson::SUCCESS) {
            for (const auto [name, value] : members) {
                if (name != "endsAt" && name != "updatedAt" && name != "receivers") {
                    add(name);
                    addAny(value);
                }
            }
        }
        return m_print;
    }

private:
    void add(std::string_view bytes)
    {
        m_print.one = qHashBits(bytes.data(), bytes.size(), m_print.one + bytes.size());
        m_print.other = qHashBits(bytes.data(), bytes.size(), ~m_print.other + 31 * bytes.size());
    }

    /// As deep as the parser goes, and no deeper.
    void addAny(dom::element element)
    {
        switch (element.type()) {
        case dom::element_type::OBJECT:
            add("{");
            for (const auto [name, value] : dom::object(element)) {
                add(name);
                addAny(value);
            }
            break;
        case dom::element_type::ARRAY:
            add("[");
            for (const dom::element value : dom::array(element)) {
                addAny(value);
            }
            add("]");
            break;
        case dom::element_type::STRING:
            add(std::string_view(element));
            break;
        default:
            add(simdjson::minify(element));
            break;
        }
    }

    Alerts::Print m_print{0x5703, 0x11ee};
};

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

/// An end that has come, as whoever ended it tells; Alertmanager itself does not list those.
bool hasEnded(Timestamp began, Timestamp ends, Timestamp updated)
{
    return ends != Timestamp{} && updated != Timestamp{} && began <= ends && ends <= updated;
}

class AlertsReader
{
public:
    AlertsReader(std::shared_ptr<const Alerts> before, size_t mostAlerts)
        : m_before(std::move(before)), m_mostAlerts(mostAlerts)
    {
        if (m_before) {
            m_alerts.doubled = m_before->doubled;
        }
    }

    Alerts read(dom::array list, Timestamp now)
    {
        m_alerts.alerts.reserve(std::min(list.size(), m_mostAlerts));
        for (const dom::element alert : list) {
            if (m_alerts.alerts.size() >= m_mostAlerts) {
                ++m_alerts.leftOut;
                m_alerts.isWhole = false;
            } else if (!take(alert)) {
                ++m_alerts.leftOut;
                keepKnown(alert);
            }
        }
        countRunOut(now);
        return std::move(m_alerts);
    }

private:
    bool take(dom::element element)
    {
        const Timestamp ends = alertMoment(text(element, "endsAt"));
        const bool isOver =
            hasEnded(alertMoment(text(element, "startsAt")), ends, alertMoment(text(element, "updatedAt")));
        const Alerts::Print print = PrintMaker().print(element);
        const auto known = m_before ? m_before->byPrint.constFind(print) : Known();
        if (m_before && known != m_before->byPrint.cend() && !isOver) {
            const AlertObservation& same = m_before->alerts[*known];
            if (same.phase == AlertPhase::Firing) {
                ++m_alerts.taken;
                add(same, print, ends);
                return true;
            }
        }
        AlertObservation alert;
        if (!fill(element, alert)) {
            return false;
        }
        if (isOver) {
            alert.phase = AlertPhase::Ended;
            alert.endedAt = ends;
        }
        add(std::move(alert), print, ends);
        return true;
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
        if (const std::string_view fingerprint = text(element, "fingerprint"); !fingerprint.empty()) {
            alert.key = alertText(fingerprint, LongestFingerprint);
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
    void add(AlertObservation alert, Alerts::Print print, Timestamp ends)
    {
        if (const auto first = m_alerts.byKey.constFind(alert.key); first != m_alerts.byKey.cend()) {
            if (m_identities.contains(alert.key + alert.identity) ||
                m_alerts.alerts[*first].identity == alert.identity) {
                return;
            }
            m_identities.insert(alert.key + alert.identity);
            m_alerts.doubled.insert(alert.key);
        } else {
            m_alerts.byKey.insert(alert.key, m_alerts.alerts.size());
        }
        m_alerts.byPrint.insert(print, m_alerts.alerts.size());
        m_alerts.alerts.push_back(std::move(alert));
        m_alerts.prints.push_back(print);
        m_alerts.until.push_back(ends);
    }

    /// What cannot be read now but could before still stands: its server lists it.
    void keepKnown(dom::element element)
    {
        const QString key = alertText(text(element, "fingerprint"), LongestFingerprint);
        const auto known = m_before ? m_before->byKey.constFind(key) : Keyed();
        if (m_before && known != m_before->byKey.cend()) {
            add(m_before->alerts[*known], m_before->prints[*known], m_before->until[*known]);
        }
    }

    void countRunOut(Timestamp now)
    {
        for (size_t i = 0; m_before && m_alerts.isWhole && i < m_before->alerts.size(); ++i) {
            const AlertObservation& was = m_before->alerts[i];
            const bool isOver = m_before->until[i] != Timestamp{} && m_before->until[i] <= now;
            if (isOver && was.phase == AlertPhase::Firing && !m_alerts.byKey.contains(was.key)) {
                ++m_alerts.ranOut;
            }
        }
    }

    using Known = QHash<Alerts::Print, size_t>::const_iterator;
    using Keyed = QHash<QString, size_t>::const_iterator;

    std::shared_ptr<const Alerts> m_before;
    size_t m_mostAlerts;
    AlertFields m_fields;
    Alerts m_alerts;
    QSet<QString> m_identities; ///< of doubled fingerprints
};

} // namespace

std::vector<AlertObservation> AlertmanagerAlerts::told() const
{
    std::vector<AlertObservation> list = alerts;
    for (AlertObservation& alert : list) {
        if (doubled.contains(alert.key)) {
            alert.key += QLatin1Char('/') + alertDigest(alert.identity);
        }
    }
    return list;
}

Result<std::shared_ptr<const AlertmanagerAlerts>>
readAlertmanagerAlerts(const HttpAnswer& answer, const std::shared_ptr<const AlertmanagerAlerts>& before,
                       size_t mostAlerts, Timestamp now)
{
    dom::parser parser;
    const auto list = alertmanagerList(parser, answer);
    if (!list) {
        return fail(list.error());
    }
    return std::make_shared<const AlertmanagerAlerts>(AlertsReader(before, mostAlerts).read(*list, now));
}

} // namespace stowage
