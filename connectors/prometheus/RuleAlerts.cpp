// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/RuleAlerts.h"

#include "connectors/alerts/AlertFields.h"
#include "connectors/exposition/Number.h"
#include "connectors/prometheus/QueryAnswer.h"
#include "connectors/prometheus/QueryText.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <cmath>

namespace stowage {
namespace {

namespace dom = simdjson::dom;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PrometheusAnswer)
};

constexpr size_t MostFailures = 1'000;
constexpr qsizetype MostWarned = 20;

std::string_view text(dom::element element, std::string_view key)
{
    std::string_view found;
    return element.at_key(key).get_string().get(found) == simdjson::SUCCESS ? found : std::string_view();
}

Error malformed()
{
    return {ErrorKind::Malformed,
            Words::tr("the answer cannot be read"),
            {},
            Words::tr("Check that the address is a Prometheus server's."),
            {}};
}

/// The whole answer, if it says success.
Result<dom::element> parse(dom::parser& parser, const HttpAnswer& answer)
{
    if (answer.status != 200) {
        return fail(queryError(answer));
    }
    dom::element root;
    if (answer.body.isEmpty() ||
        parser.parse(answer.body.constData(), static_cast<size_t>(answer.body.size()), true).get(root) !=
            simdjson::SUCCESS) {
        return fail(malformed());
    }
    return text(root, "status") == "success" ? Result<dom::element>(root) : fail(queryError(answer));
}

std::optional<double> valueOf(dom::element alert)
{
    const std::string_view told = text(alert, "value");
    double value = 0;
    const char* const end = told.data() + told.size();
    const bool isNumber = !told.empty() && exposition::readAnyNumber(told.data(), end, value) == end;
    return isNumber && !std::isnan(value) ? std::optional(value) : std::nullopt;
}

class RulesReader
{
public:
    void takeAlerts(dom::element element)
    {
        dom::array list;
        if (element.get_array().get(list) != simdjson::SUCCESS) {
            return;
        }
        for (const dom::element alert : list) {
            takeAlert(alert);
        }
    }

    void takeRule(dom::element rule, const QString& group)
    {
        if (text(rule, "type") == "recording") {
            return;
        }
        const std::string_view health = text(rule, "health");
        m_rules->isUnjudged = m_rules->isUnjudged || health == "unknown";
        if (health == "err") {
            takeFailure(rule, group);
        }
        dom::element alerts;
        if (rule.at_key("alerts").get(alerts) == simdjson::SUCCESS) {
            takeAlerts(alerts);
        }
    }

    /// Beside the data: what Thanos says when some of its sources did not answer.
    std::shared_ptr<RuleAlerts> finish(dom::element root)
    {
        dom::array warnings;
        if (root.at_key("warnings").get_array().get(warnings) == simdjson::SUCCESS) {
            for (const dom::element item : warnings) {
                std::string_view told;
                if (item.get_string().get(told) == simdjson::SUCCESS &&
                    m_rules->warnings.size() < MostWarned) {
                    m_rules->warnings << serverText(told);
                }
            }
        }
        bool isPartial = false;
        const bool isTold = root.at_key("isPartial").get_bool().get(isPartial) == simdjson::SUCCESS;
        m_rules->isPartial = !m_rules->warnings.isEmpty() || (isTold && isPartial);
        return m_rules;
    }

    RuleAlerts& rules() { return *m_rules; }

private:
    void takeAlert(dom::element element)
    {
        const std::string_view state = text(element, "state");
        if (state == "inactive") {
            return;
        }
        AlertObservation alert;
        dom::element labels;
        if (m_rules->alerts.size() >= MostRuleAlerts || (state != "firing" && state != "pending") ||
            element.at_key("labels").get(labels) != simdjson::SUCCESS ||
            !m_fields.takeLabels(labels, alert)) {
            ++m_rules->leftOut;
            return;
        }
        dom::element annotations;
        if (element.at_key("annotations").get(annotations) == simdjson::SUCCESS) {
            m_fields.takeAnnotations(annotations, alert);
        }
        alert.phase = state == "firing" ? AlertPhase::Firing : AlertPhase::Pending;
        alert.startedAt = alertMoment(text(element, "activeAt"));
        alert.value = valueOf(element);
        add(std::move(alert));
    }

    /// Two rules of one name may give the same labels, which are one alert to everybody behind. Different
    /// labels of one fingerprint are two.
    void add(AlertObservation alert)
    {
        const auto known = m_byIdentity.constFind(alert.identity);
        if (known != m_byIdentity.cend()) {
            AlertObservation& same = m_rules->alerts[*known];
            if (same.phase == AlertPhase::Pending && alert.phase == AlertPhase::Firing) {
                alert.key = same.key;
                same = std::move(alert);
            }
            return;
        }
        if (m_keys.contains(alert.key)) {
            alert.key += QLatin1Char('/') + alertDigest(alert.identity);
        }
        m_keys.insert(alert.key);
        m_byIdentity.insert(alert.identity, m_rules->alerts.size());
        m_rules->alerts.push_back(std::move(alert));
    }

    void takeFailure(dom::element rule, const QString& group)
    {
        auto& failures = *m_rules->failures;
        if (failures.size() >= MostFailures) {
            return;
        }
        AlertRuleFailure failure;
        failure.name = serverText(text(rule, "name"));
        failure.key = QStringLiteral("%1/%2").arg(group, failure.name);
        if (const int before = m_failed[failure.key]++; before > 0) {
            failure.key += QStringLiteral("#%1").arg(before + 1);
        }
        const QString told = serverText(text(rule, "lastError"));
        failure.error = {ErrorKind::ServerFault,
                         told.isEmpty() ? Words::tr("the rule cannot be evaluated") : told,
                         failure.key,
                         Words::tr("Look at the rule's expression, and at the server's log."),
                         {}};
        failure.at = alertMoment(text(rule, "lastEvaluation"));
        failures.push_back(std::move(failure));
    }

    AlertFields m_fields;
    std::shared_ptr<RuleAlerts> m_rules = std::make_shared<RuleAlerts>();
    QHash<QString, size_t> m_byIdentity;
    QSet<QString> m_keys;
    QHash<QString, int> m_failed;
};

} // namespace

Result<std::shared_ptr<RuleAlerts>> readAlertRules(const HttpAnswer& answer)
{
    dom::parser parser;
    const auto root = parse(parser, answer);
    if (!root) {
        return fail(root.error());
    }
    dom::array groups;
    if (root->at_key("data").at_key("groups").get_array().get(groups) != simdjson::SUCCESS) {
        return fail(malformed());
    }
    RulesReader reader;
    reader.rules().failures.emplace();
    for (const dom::element group : groups) {
        dom::array rules;
        if (group.at_key("rules").get_array().get(rules) == simdjson::SUCCESS) {
            const QString name = serverText(text(group, "name"));
            for (const dom::element rule : rules) {
                reader.takeRule(rule, name);
            }
        }
    }
    return reader.finish(*root);
}

Result<std::shared_ptr<RuleAlerts>> readAlertList(const HttpAnswer& answer)
{
    dom::parser parser;
    const auto root = parse(parser, answer);
    if (!root) {
        return fail(root.error());
    }
    dom::element alerts;
    if (root->at_key("data").at_key("alerts").get(alerts) != simdjson::SUCCESS || !alerts.is_array()) {
        return fail(malformed());
    }
    RulesReader reader;
    reader.takeAlerts(alerts);
    return reader.finish(*root);
}

} // namespace stowage
