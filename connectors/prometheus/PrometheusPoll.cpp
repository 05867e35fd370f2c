// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/PrometheusPoll.h"

#include "connectors/prometheus/Background.h"
#include "connectors/prometheus/PrometheusPages.h"
#include "connectors/prometheus/QueryText.h"

#include <algorithm>

namespace stowage {
namespace {

/// How far back it is asked which jobs had hosts, for the case that all are down when Stowage starts.
constexpr const char* Lately = "6h";

QString shortOf(const MetricQuery& query)
{
    if (!query.metric.isEmpty()) {
        return query.metric;
    }
    if (!query.label.isEmpty()) {
        QStringList metrics(query.metrics.values());
        metrics.sort();
        return metrics.join(QStringLiteral(", "));
    }
    return query.expression.left(query.expression.indexOf(u'{'));
}

QString inOneLine(const QString& what, Error error)
{
    error.where = what;
    return error.text();
}

} // namespace

PrometheusPoll::PrometheusPoll(HttpEngine& engine, EndpointId endpoint, const PrometheusSettings& settings,
                               const MetricTable& table, Wanted wanted, QObject* parent)
    : QObject(parent), m_engine(engine), m_endpoint(endpoint), m_settings(settings), m_table(table),
      m_wanted(std::move(wanted))
{
}

HttpRequest PrometheusPoll::requestFor(QByteArray target) const
{
    HttpRequest request;
    request.target = std::move(target);
    request.deadline = m_settings.deadline;
    request.idleLimit = m_settings.deadline;
    request.bodyLimit = m_settings.bodyLimit;
    return request;
}

HttpRequest PrometheusPoll::queryFor(const QString& expression) const
{
    std::vector<std::pair<const char*, QByteArray>> parameters{{"query", expression.toUtf8()}};
    if (!m_time.isEmpty()) {
        parameters.emplace_back("time", m_time);
    }
    return requestFor(apiTarget("/api/v1/query", parameters));
}

QString PrometheusPoll::expression(const QString& text) const
{
    return expressionFor(text, {allHosts(m_settings.labels), {}, m_wanted.rate});
}

template <class Value>
std::function<void(const HttpResult&)>
PrometheusPoll::reading(const QString& what, std::function<Result<Value>(const HttpAnswer&)> read,
                        std::function<void(const Value&)> then)
{
    return [this, what, read = std::move(read), then = std::move(then)](const HttpResult& result) {
        if (!result) {
            note(what, result.error());
            endOne();
            return;
        }
        m_report.hasAnswered = true;
        inBackground(
            this, [read, answer = *result] { return std::make_shared<const Result<Value>>(read(answer)); },
            [this, what, then](const std::shared_ptr<const Result<Value>>& value) {
                if (*value) {
                    then(**value);
                } else {
                    note(what, value->error());
                }
                endOne();
            });
    };
}

template <class Value>
void PrometheusPoll::askOptional(std::vector<Question>& questions, const char* name, QByteArray target,
                                 std::function<Result<Value>(const HttpAnswer&)> read,
                                 std::function<void(const Value&)> then)
{
    const QString what = QString::fromLatin1(name);
    if (m_wanted.refused.contains(what)) {
        return;
    }
    const auto take =
        reading<Value>(what, std::move(read), [this, what, then = std::move(then)](const Value& value) {
            m_report.offered << what;
            then(value);
        });
    questions.push_back({requestFor(std::move(target)), [this, what, take](const HttpResult& result) {
                             if (isNotOffered(result)) {
                                 m_report.refused << what;
                                 endOne();
                             } else {
                                 take(result);
                             }
                         }});
}

void PrometheusPoll::start()
{
    HttpCall* call = m_engine.send(m_endpoint, queryFor(expression(QStringLiteral("up{$host}"))), this);
    connect(call, &HttpCall::finished, this, &PrometheusPoll::takeUp);
}

void PrometheusPoll::takeUp(const HttpResult& result)
{
    if (!result) {
        m_report.error = result.error();
        Q_EMIT finished(m_report);
        return;
    }
    m_report.hasAnswered = true;
    inBackground(
        this,
        [answer = *result] { return std::make_shared<const Result<TargetReading>>(readTargets(answer)); },
        [this](const std::shared_ptr<const Result<TargetReading>>& value) {
            if (!*value) {
                m_report.error = value->error();
                m_report.error->where = m_settings.id;
                Q_EMIT finished(m_report);
                return;
            }
            m_report.up = (*value)->targets;
            m_report.warnings = (*value)->warnings;
            if (!m_report.up.empty()) {
                const qint64 at = m_report.up.front().evaluatedAt;
                m_report.at = Timestamp(Millis{at});
                m_time = secondsText(at);
            }
            askRest();
        });
}

/// Only those of jobs that have hosts: a registry that is down is no host that is.
bool PrometheusPoll::isSomebodyDown() const
{
    return std::any_of(m_report.up.begin(), m_report.up.end(), [this](const TargetReading::Target& target) {
        return target.value == 0 && m_wanted.jobs.contains(target.job);
    });
}

void PrometheusPoll::askRest()
{
    std::vector<Question> questions;
    questions.push_back({queryFor(expression(QStringLiteral("timestamp(up{$host})"))),
                         reading<TargetReading>(
                             QStringLiteral("timestamp(up)"), readTargets,
                             [this](const TargetReading& reading) { m_report.scrapes = reading.targets; })});
    questions.push_back(
        {queryFor(expression(m_table.hosts())),
         reading<TargetReading>(QStringLiteral("hosts"), readTargets, [this](const TargetReading& reading) {
             m_report.hosts = reading.targets;
             if (m_report.at == Timestamp{} && !reading.targets.empty()) { // an engine without `up`
                 m_report.at = Timestamp(Millis{reading.targets.front().evaluatedAt});
             }
             m_report.warnings << reading.warnings;
         })});
    for (const MetricQuery& query : m_table.metrics()) {
        questions.push_back(metricQuestion(query));
    }
    const bool needsFacts = m_wanted.isSlow || m_wanted.needsFacts;
    if (needsFacts || isSomebodyDown()) {
        askTargets(questions);
    }
    if (needsFacts) {
        askFacts(questions);
    }
    if (m_wanted.isFirst) {
        askJobs(questions);
    }
    if (m_wanted.isSlow) {
        askPages(questions);
    }
    askAlerts(questions);
    send(std::move(questions));
}

PrometheusPoll::Question PrometheusPoll::metricQuestion(const MetricQuery& query)
{
    const QString what = shortOf(query);
    const auto read = [query](const HttpAnswer& answer) {
        return readHosts(answer, query);
    };
    const auto then = [this, what](const MetricReading& reading) {
        m_report.readings.push_back(std::make_shared<const MetricReading>(reading));
        for (const QString& warning : reading.warnings) {
            m_report.warnings << warning;
        }
        if (reading.skipped > 0) {
            //: %1 is the name of a metric
            m_report.warnings
                << tr("%n series of %1 cannot be read", nullptr, static_cast<int>(reading.skipped)).arg(what);
        }
        if (reading.doubled > 0) {
            m_report.warnings << tr("%n series of %1 tell the same of the same host once more, and are left "
                                    "out",
                                    nullptr, static_cast<int>(reading.doubled))
                                     .arg(what);
        }
    };
    return {queryFor(expression(query.expression)), reading<MetricReading>(what, read, then)};
}

void PrometheusPoll::askTargets(std::vector<Question>& questions)
{
    askOptional<std::vector<ScrapeTarget>>(
        questions, "targets", apiTarget("/api/v1/targets", {{"state", "active"}}), parseTargets,
        [this](const std::vector<ScrapeTarget>& targets) { m_report.targets = targets; });
}

void PrometheusPoll::askFacts(std::vector<Question>& questions)
{
    m_report.hasFacts = true;
    for (const MetricQuery& query : m_table.facts()) {
        questions.push_back(metricQuestion(query));
    }
}

/// That it cannot be told is no loss worth telling: it matters only where all hosts are down.
void PrometheusPoll::askJobs(std::vector<Question>& questions)
{
    const QString jobs = QStringLiteral("count by (job) (max_over_time(%1[%2]))")
                             .arg(expression(m_table.hosts()), QString::fromLatin1(Lately));
    questions.push_back(
        {queryFor(jobs), [this](const HttpResult& result) {
             const auto parsed =
                 result ? parseQueryAnswer(*result, QueryShape::Vector, MostSeries) : Result<QueryAnswer>();
             for (size_t i = 0; parsed && i < parsed->series.size(); ++i) {
                 if (const QString job = nameOf(parsed->series[i].label("job")); !job.isEmpty()) {
                     m_report.jobs.insert(job);
                 }
             }
             endOne();
         }});
}

void PrometheusPoll::askPages(std::vector<Question>& questions)
{
    askOptional<QString>(questions, "buildinfo", "/api/v1/status/buildinfo", parseBuildInfo,
                         [this](const QString& version) { m_report.version = version; });
    askOptional<QStringList>(questions, "rules", apiTarget("/api/v1/rules", {{"type", "record"}}),
                             parseFailingRules,
                             [this](const QStringList& failing) { m_report.failingRules = failing; });
    askOptional<QHash<QString, QString>>(
        questions, "metadata", "/api/v1/metadata", parseMetadata,
        [this](const QHash<QString, QString>& types) { m_report.metricTypes = types; });
}

/// The page of rules if there is one, else that of alerts alone.
void PrometheusPoll::askAlerts(std::vector<Question>& questions)
{
    const auto take = [this](const std::shared_ptr<RuleAlerts>& alerts) {
        m_report.alerts = alerts;
        m_report.warnings << alerts->warnings;
    };
    if (!m_wanted.refused.contains(QLatin1String("alerts"))) {
        askOptional<std::shared_ptr<RuleAlerts>>(
            questions, "alerts", apiTarget("/api/v1/rules", {{"type", "alert"}}), readAlertRules, take);
    } else {
        askOptional<std::shared_ptr<RuleAlerts>>(questions, "alertList", "/api/v1/alerts", readAlertList,
                                                 take);
    }
}

void PrometheusPoll::send(std::vector<Question> questions)
{
    std::vector<HttpRequest> requests;
    for (Question& question : questions) {
        requests.push_back(std::move(question.request));
        m_takers.push_back(std::move(question.take));
    }
    m_open = m_takers.size();
    HttpBatch* batch = m_engine.sendBatch(m_endpoint, std::move(requests), this);
    connect(batch, &HttpBatch::results, this, [this](const std::vector<BatchItem>& items) {
        for (const BatchItem& item : items) {
            m_takers[item.index](item.result);
        }
    });
}

void PrometheusPoll::note(const QString& what, Error error)
{
    m_report.unseen << inOneLine(what, std::move(error));
}

void PrometheusPoll::endOne()
{
    if (--m_open == 0) {
        m_report.warnings.removeDuplicates();
        Q_EMIT finished(m_report);
    }
}

} // namespace stowage
