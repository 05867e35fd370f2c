// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/PrometheusProbe.h"

#include "connectors/prometheus/PrometheusPages.h"
#include "connectors/prometheus/QueryAnswer.h"
#include "connectors/prometheus/QueryText.h"

#include <cmath>

namespace stowage {
namespace {

bool isRefusal(int status)
{
    return status == 401 || status == 403;
}

HttpRequest queryRequest(const QByteArray& query)
{
    HttpRequest request;
    request.target = apiTarget("/api/v1/query", {{"query", query}});
    request.bodyLimit = 1024 * 1024;
    return request;
}

/// The number that a `count(…)` gives; nothing counted gives no series.
Result<double> countIn(const HttpResult& result)
{
    if (!result) {
        return fail(result.error());
    }
    const auto answer = parseQueryAnswer(*result, QueryShape::Vector, 10);
    if (!answer) {
        return fail(answer.error());
    }
    return answer->series.empty() ? 0 : answer->series.front().points.front().value;
}

} // namespace

void PrometheusProbe::start()
{
    ask(queryRequest("count(up)"), patience().answer,
        [this](const HttpResult& result, Millis took) { takeQuery(result, took); });
}

Finding PrometheusProbe::authentication(const HttpResult& result) const
{
    if (!result) {
        return Finding::failed(result.error().message, result.error().todo);
    }
    if (isRefusal(result->status)) {
        return Finding::failed(
            hasCredentials() ? tr("the credentials are refused: HTTP %1").arg(result->status)
                             : tr("it asks for credentials: HTTP %1").arg(result->status),
            hasCredentials() ? tr("Check user and password or token, and that they are still valid.")
                             : tr("Give this source credentials in the profile ('auth')."));
    }
    return Finding::fine(hasCredentials() ? tr("the credentials are accepted")
                                          : tr("no credentials are needed"));
}

void PrometheusProbe::takeQuery(const HttpResult& result, Millis took)
{
    Finding access = authentication(result);
    access.took = took;
    tell(DoctorStep::Authentication, access);
    const auto count = countIn(result);
    if (access.verdict == Verdict::Failed) {
        const QString why = result ? tr("it does not let us in") : tr("there is no answer to judge");
        skip(DoctorStep::Identity, why);
        skip(DoctorStep::Capability, why);
        Q_EMIT finished();
        return;
    }
    if (!count) {
        tell(DoctorStep::Identity,
             Finding::failed(tr("a query is not answered as Prometheus does: %1").arg(count.error().message),
                             count.error().todo));
        skip(DoctorStep::Capability, tr("it is not a Prometheus server"));
        Q_EMIT finished();
        return;
    }
    HttpRequest version;
    version.target = "/api/v1/status/buildinfo";
    ask(std::move(version), patience().answer,
        [this](const HttpResult& told, Millis time) { takeVersion(told, time); });
}

/// An engine that speaks the query API need not tell its version.
void PrometheusProbe::takeVersion(const HttpResult& result, Millis took)
{
    const auto version = result ? parseBuildInfo(*result) : Result<QString>(fail(result.error()));
    tell(DoctorStep::Identity,
         Finding::fine(version ? tr("speaks Prometheus' query API, version %1").arg(*version)
                               : tr("speaks Prometheus' query API, and does not tell its version"),
                       took));
    askHosts();
}

void PrometheusProbe::askHosts()
{
    const auto take = [this](const HttpResult& result, Millis took) {
        const auto count = countIn(result);
        if (!count) {
            tell(DoctorStep::Capability,
                 Finding::failed(tr("the hosts cannot be counted: %1").arg(count.error().message),
                                 count.error().todo, took));
        } else if (!(*count >= 1)) {
            tell(DoctorStep::Capability,
                 Finding::warning(tr("it knows no host"),
                                  tr("Have it scrape node-exporters, or look at the source's labels."),
                                  took));
        } else {
            tell(DoctorStep::Capability,
                 Finding::fine(tr("it knows %n host(s)", nullptr, static_cast<int>(std::min(*count, 1e9))),
                               took));
        }
        Q_EMIT finished();
    };
    ask(queryRequest("count(node_boot_time_seconds)"), patience().answer, take);
}

} // namespace stowage
