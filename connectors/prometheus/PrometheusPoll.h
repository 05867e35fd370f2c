// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpEngine.h"
#include "connectors/prometheus/MetricTable.h"
#include "connectors/prometheus/PrometheusReport.h"
#include "connectors/prometheus/PrometheusSettings.h"

#include <QObject>

#include <functional>

namespace stowage {

/// Reads a server once: first who is up, which tells the server's time too, then everything else as of that
/// same moment. The number of queries does not depend on that of the hosts.
class PrometheusPoll : public QObject
{
    Q_OBJECT

public:
    struct Wanted
    {
        Millis rate{60'000};
        bool isFirst = false;    ///< asks which jobs had hosts lately
        bool isSlow = false;     ///< facts, targets, version, rules and metadata as well
        bool needsFacts = false; ///< facts and targets as well
        QSet<QString> jobs;      ///< known to have hosts
        QStringList refused;     ///< not to be asked for
    };

    /// The table and the settings outlive it.
    PrometheusPoll(HttpEngine& engine, EndpointId endpoint, const PrometheusSettings& settings,
                   const MetricTable& table, Wanted wanted, QObject* parent);

    void start();

Q_SIGNALS:
    /// Once. The report is kept until the poll is destroyed.
    void finished(const stowage::PrometheusReport& report);

private:
    using Take = std::function<void(const HttpAnswer&)>;

    struct Question
    {
        HttpRequest request;
        std::function<void(const HttpResult&)> take;
    };

    HttpRequest requestFor(QByteArray target) const;
    HttpRequest queryFor(const QString& expression) const;
    QString expression(const QString& text) const;

    void takeUp(const HttpResult& result);
    void askRest();
    void askTargets(std::vector<Question>& questions);
    void askFacts(std::vector<Question>& questions);
    void askJobs(std::vector<Question>& questions);
    void askPages(std::vector<Question>& questions);
    void askAlerts(std::vector<Question>& questions);
    Question metricQuestion(const MetricQuery& query);
    void send(std::vector<Question> questions);

    /// Works on the answer in the background; `then` gets what came of it.
    template <class Value>
    std::function<void(const HttpResult&)> reading(const QString& what,
                                                   std::function<Result<Value>(const HttpAnswer&)> read,
                                                   std::function<void(const Value&)> then);
    /// The same for an endpoint that a server need not have.
    template <class Value>
    void askOptional(std::vector<Question>& questions, const char* name, QByteArray target,
                     std::function<Result<Value>(const HttpAnswer&)> read,
                     std::function<void(const Value&)> then);

    void note(const QString& what, Error error);
    void endOne();
    bool isSomebodyDown() const;

    HttpEngine& m_engine;
    EndpointId m_endpoint;
    const PrometheusSettings& m_settings;
    const MetricTable& m_table;
    Wanted m_wanted;
    QByteArray m_time; ///< of the evaluation; empty: the server's now
    std::vector<std::function<void(const HttpResult&)>> m_takers;
    size_t m_open = 0;
    PrometheusReport m_report;
};

} // namespace stowage
