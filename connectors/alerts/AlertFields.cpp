// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alerts/AlertFields.h"

#include "connectors/prometheus/QueryText.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace stowage {
namespace {

namespace dom = simdjson::dom;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AlertFields)
};

/// Longer texts are hardly ever the same twice.
constexpr size_t LongestShared = 128;

/// Kept whatever else is left out: they say what the alert is about.
constexpr std::array<std::string_view, 12> WellKnown{"alertname", "cluster", "host",      "hostname",
                                                     "instance",  "job",     "namespace", "node",
                                                     "nodename",  "pod",     "severity",  "zone"};

QString leftOutName()
{
    return QStringLiteral("(left out)");
}

bool isWellKnown(std::string_view name)
{
    return std::find(WellKnown.begin(), WellKnown.end(), name) != WellKnown.end();
}

/// The members of an object of texts, sorted by name, the first of each name. An empty value is no label:
/// Prometheus says so, and Alertmanager takes it away itself.
bool readTexts(dom::element element, std::vector<RawLabel>& fields)
{
    fields.clear();
    dom::object object;
    if (element.get_object().get(object) != simdjson::SUCCESS) {
        return false;
    }
    for (const auto [name, value] : object) {
        std::string_view text;
        if (value.get_string().get(text) != simdjson::SUCCESS) {
            return false;
        }
        if (!text.empty()) {
            fields.emplace_back(name, text);
        }
    }
    const auto byName = [](const RawLabel& one, const RawLabel& other) {
        return one.first < other.first;
    };
    std::stable_sort(fields.begin(), fields.end(), byName);
    const auto isSame = [](const RawLabel& one, const RawLabel& other) {
        return one.first == other.first;
    };
    fields.erase(std::unique(fields.begin(), fields.end(), isSame), fields.end());
    return true;
}

QString valueOf(const std::vector<AlertLabel>& labels, std::initializer_list<QLatin1String> names)
{
    for (const QLatin1String name : names) {
        for (const AlertLabel& label : labels) {
            if (label.name == name) {
                return label.value;
            }
        }
    }
    return {};
}

/// Once more, where what was written out sorts otherwise than what it was.
void sort(std::vector<AlertLabel>& labels)
{
    const auto byName = [](const AlertLabel& one, const AlertLabel& other) {
        return one.name < other.name;
    };
    if (!std::is_sorted(labels.begin(), labels.end(), byName)) {
        std::stable_sort(labels.begin(), labels.end(), byName);
    }
}

/// The same text where there is one, so that it is kept once.
QString shared(QString text, const std::vector<AlertLabel>& labels)
{
    for (const AlertLabel& label : labels) {
        if (label.value == text) {
            return label.value;
        }
    }
    return text;
}

QString identityOf(const std::vector<AlertLabel>& labels)
{
    QStringList texts;
    texts.reserve(static_cast<qsizetype>(labels.size()));
    for (const AlertLabel& label : labels) {
        texts << matcher(label.name, label.value);
    }
    return QLatin1Char('{') + texts.join(QLatin1Char(',')) + QLatin1Char('}');
}

} // namespace

bool AlertFields::takeLabels(dom::element labels, AlertObservation& alert)
{
    if (!readTexts(labels, m_fields)) {
        return false;
    }
    alert.key = alertFingerprint(m_fields);
    keepLabels(alert);
    nameIt(alert);
    return true;
}

void AlertFields::keepLabels(AlertObservation& alert)
{
    const auto known = std::count_if(m_fields.begin(), m_fields.end(),
                                     [](const RawLabel& f) { return isWellKnown(f.first); });
    const bool isTooMany = m_fields.size() > MostLabels;
    size_t room = MostLabels - 1 - static_cast<size_t>(known); // the last one counts the others
    alert.labels.clear();
    alert.labels.reserve(std::min(m_fields.size(), MostLabels));
    m_labelsLeftOut = 0;
    for (const auto& [name, value] : m_fields) {
        if (isTooMany && !isWellKnown(name)) {
            if (room == 0) {
                ++m_labelsLeftOut;
                continue;
            }
            --room;
        }
        alert.labels.push_back({kept(name, LongestName), kept(value, LongestLabel)});
    }
    if (m_labelsLeftOut > 0) { // with what tells it from others of which as much is left out
        alert.labels.push_back(
            {leftOutName(), QStringLiteral("%1 #%2").arg(m_labelsLeftOut).arg(alertDigest(m_fields))});
    }
    sort(alert.labels);
    alert.identity = identityOf(alert.labels);
}

void AlertFields::nameIt(AlertObservation& alert) const
{
    alert.name = valueOf(alert.labels, {QLatin1String("alertname")});
    if (alert.name.isEmpty()) { // Alertmanager takes any labels
        alert.name = alert.labels.empty() ? QStringLiteral("alert")
                                          : matcher(alert.labels[0].name, alert.labels[0].value);
    }
    alert.severity = severityOf(valueOf(alert.labels, {QLatin1String("severity")}));
    alert.subject =
        valueOf(alert.labels, {QLatin1String("instance"), QLatin1String("node"), QLatin1String("host"),
                               QLatin1String("hostname"), QLatin1String("nodename")});
}

void AlertFields::takeAnnotations(dom::element annotations, AlertObservation& alert)
{
    alert.annotations.clear();
    alert.summary.clear();
    size_t leftOut = 0;
    if (readTexts(annotations, m_fields)) {
        size_t room = MostAnnotations;
        for (const auto& [name, value] : m_fields) {
            const size_t most = room > name.size() ? room - name.size() : 0;
            if (name.size() > LongestName || most == 0) {
                leftOut += name.size() + value.size();
                continue;
            }
            const size_t taken = std::min(most, value.size());
            leftOut += value.size() - taken;
            room = most - taken;
            alert.annotations.push_back({kept(name, LongestName), alertText(value, taken, true)});
        }
        for (const std::string_view wanted : {"summary", "message", "description", "title"}) {
            const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                            [wanted](const RawLabel& f) { return f.first == wanted; });
            if (found != m_fields.end() && alert.summary.isEmpty()) {
                alert.summary = shared(serverText(found->second), alert.annotations);
            }
        }
    }
    if (leftOut > 0 || m_labelsLeftOut > 0) {
        noteLeftOut(alert, leftOut);
    }
    sort(alert.annotations);
}

QString AlertFields::link(std::string_view text)
{
    if (text.empty()) {
        return {};
    }
    auto known = m_links.find(text);
    if (known == m_links.end()) {
        known = m_links.emplace(std::string(text), alertLink(text)).first;
    }
    return known->second;
}

void AlertFields::noteLeftOut(AlertObservation& alert, size_t bytes) const
{
    //: what is not shown of an alert, because it is too much: %2 is a number of bytes
    const QString counted =
        Words::tr("%n label(s), %2 of annotations", nullptr, static_cast<int>(m_labelsLeftOut))
            .arg(formatBytes(static_cast<qint64>(bytes)));
    alert.annotations.insert(alert.annotations.begin(), {leftOutName(), counted});
}

QString AlertFields::kept(std::string_view text, size_t most)
{
    if (text.size() > most) { // two that begin alike still differ
        return alertText(text, most) + QLatin1Char('#') + alertDigest({{text, {}}});
    }
    if (text.size() > LongestShared) {
        return alertText(text, most);
    }
    auto known = m_texts.find(text);
    if (known == m_texts.end()) {
        known = m_texts.emplace(std::string(text), alertText(text, most)).first;
    }
    return known->second;
}

} // namespace stowage
