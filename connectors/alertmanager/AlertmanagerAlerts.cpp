// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alertmanager/AlertmanagerAlerts.h"

#include "connectors/alertmanager/AlertmanagerList.h"
#include "connectors/alertmanager/AlertmanagerPages.h"
#include "connectors/alertmanager/AlertmanagerPrint.h"
#include "connectors/alerts/AlertFields.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

namespace dom = simdjson::dom;
using Alerts = AlertmanagerAlerts;
using Memory = AlertmanagerMemory;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AlertmanagerAlerts)
};

constexpr size_t LongestFingerprint = 64;
constexpr Millis ClockGrain{1'000}; ///< a server's `Date` has whole seconds, rounded down
constexpr size_t MostReasons = 64;  ///< silences, or alerts above

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

size_t fingerprintHash(const QString& fingerprint)
{
    const QByteArray told = fingerprint.toUtf8();
    return std::hash<std::string_view>()({told.constData(), static_cast<size_t>(told.size())}) | 1;
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

/// Of the address that leads to its rule, the part that names the server.
size_t senderOf(dom::element alert)
{
    const std::string_view url = text(alert, "generatorURL");
    const size_t scheme = url.find("://");
    const std::string_view server =
        scheme == std::string_view::npos ? std::string_view() : url.substr(0, url.find('/', scheme + 3));
    return server.empty() ? 0 : std::hash<std::string_view>()(server) | 1;
}

Error runOutError()
{
    return {ErrorKind::Stalled,
            Words::tr("nobody sends it any more, and nobody has ended it: it may stand or not"),
            {},
            Words::tr("Check that the Prometheus that sent it is alive and reaches its Alertmanager."),
            {}};
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
        findRunOut();
        const auto& before = m_wish.before;
        if (before) {
            m_memory->doubled = before->doubled;
        }
        m_alerts.isUnchanged =
            before && before->print == m_memory->print && !m_wish.isAll && isRunOutAsBefore();
        tellRunOut();
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
            note(fingerprint, alert, ending.at);
        }
    }

    void note(size_t fingerprint, dom::element alert, Timestamp until)
    {
        const Timestamp updated = alertMoment(text(alert, "updatedAt"));
        const Memory::End* const known = m_wish.before ? m_wish.before->find(fingerprint) : nullptr;
        const bool isRepeated = known != nullptr && (known->isRepeated || known->updated != updated);
        m_memory->until.push_back({fingerprint, until, updated, isRepeated});
        const size_t sender = senderOf(alert);
        Timestamp& heard = m_heard[sender];
        heard = std::max(heard, updated);
        // What came from no address may have been given its end by hand: only who repeats it can fall silent.
        const bool isOverdue = until != Timestamp{} && m_wish.now - updated > until - m_wish.now;
        const QString key = fingerprintOf(alert);
        if (isOverdue && (sender != 0 || isRepeated) && fingerprintHash(key) == fingerprint) {
            dom::element labels;
            const bool isNamed = alert.at_key("labels").get(labels) == simdjson::SUCCESS;
            const std::string_view name = isNamed ? text(labels, "alertname") : std::string_view();
            m_memory->overdue.insert(key, {alertText(name, AlertFields::LongestName), sender, until});
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

    void findRunOut()
    {
        if (!m_wish.before) {
            return;
        }
        m_memory->ranOut = m_wish.before->ranOut;
        const auto& was = m_wish.before->overdue;
        for (auto each = was.cbegin(); each != was.cend(); ++each) {
            if (each->until < m_wish.now + ClockGrain && !m_wish.before->doubled.contains(each.key())) {
                m_memory->ranOut.insert(each.key(), {each->name, each->sender, each->until, {}});
            }
        }
        m_memory->ranOut.removeIf([this](const QHash<QString, Memory::RunOut>::iterator& each) {
            return m_memory->fires(fingerprintHash(each.key())) || isSenderBack(*each);
        });
    }

    /// Whoever is back may have to judge for a while before it sends what stands.
    bool isSenderBack(Memory::RunOut& ranOut) const
    {
        if (m_heard.value(ranOut.sender) <= ranOut.until) {
            return false;
        }
        ranOut.heardAt = ranOut.heardAt == Timestamp{} ? m_wish.now : ranOut.heardAt;
        return m_wish.now - ranOut.heardAt >= m_wish.senderYouth;
    }

    bool isRunOutAsBefore() const
    {
        const auto& was = m_wish.before->ranOut;
        const auto wasSo = [&was](const QString& key) {
            return was.contains(key);
        };
        return m_memory->ranOut.size() == was.size() &&
               std::all_of(m_memory->ranOut.keyBegin(), m_memory->ranOut.keyEnd(), wasSo);
    }

    void tellRunOut()
    {
        for (auto each = m_memory->ranOut.cbegin(); each != m_memory->ranOut.cend(); ++each) {
            m_alerts.ranOut.push_back({each.key(), each->name, runOutError(), each->until});
        }
        std::ranges::sort(m_alerts.ranOut, {}, &AlertRuleFailure::key);
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
    QSet<QString> m_identities;       ///< of doubled fingerprints
    QHash<size_t, Timestamp> m_heard; ///< when each sender sent the latest of what stands
};

} // namespace

const AlertmanagerMemory::End* AlertmanagerMemory::find(size_t fingerprint) const
{
    const auto found = std::ranges::lower_bound(until, fingerprint, {}, &End::fingerprint);
    return found != until.end() && found->fingerprint == fingerprint ? &*found : nullptr;
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
