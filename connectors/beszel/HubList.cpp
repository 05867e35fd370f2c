// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubList.h"

#include "connectors/beszel/HubAnswer.h"

#include <QFutureWatcher>
#include <QUrl>
#include <QtConcurrentRun>

namespace stowage {
namespace {

/// A page of five hundred ordinary records has less than one megabyte.
constexpr qint64 PageLimit = 32 * 1024 * 1024;
constexpr std::chrono::seconds Deadline{60};
constexpr std::chrono::seconds Silence{30};
constexpr qint64 MostRecords = 20'000'000;
constexpr int MostHoles = 3;  ///< records one after the other that do not fit
constexpr qint64 Smaller = 5; ///< by which a page shrinks: it divides the usual sizes, so that pages align

} // namespace

HubList::HubList(HttpEngine& engine, EndpointId endpoint, HubSession& session, const BeszelSettings& settings,
                 HubQuery query, QObject* parent)
    : QObject(parent), m_engine(engine), m_endpoint(endpoint), m_session(session), m_query(std::move(query)),
      m_mostContainers(settings.mostContainers), m_pageSize(std::max(1, settings.pageSize))
{
}

void HubList::start()
{
    ask();
}

void HubList::ask()
{
    HttpRequest request;
    request.target = QByteArray("/api/collections/") + hubCollectionName(m_query.collection) +
                     "/records?page=" + QByteArray::number(m_offset / m_pageSize + 1) +
                     "&perPage=" + QByteArray::number(m_pageSize);
    if (!m_query.sort.isEmpty()) {
        request.target += "&sort=" + QUrl::toPercentEncoding(QString::fromUtf8(m_query.sort));
    }
    if (!m_query.filter.isEmpty()) {
        request.target += "&filter=" + QUrl::toPercentEncoding(QString::fromUtf8(m_query.filter));
    }
    if (!m_query.counts) {
        request.target += "&skipTotal=1";
    }
    request.bodyLimit = PageLimit;
    request.deadline = Deadline;
    request.idleLimit = Silence;
    m_session.authorise(request);
    HttpCall* call = m_engine.send(m_endpoint, std::move(request), this);
    connect(call, &HttpCall::finished, this, &HubList::take);
}

void HubList::take(const HttpResult& result)
{
    if (!result && result.error().kind == ErrorKind::TooLarge && shrink()) {
        ask();
        return;
    }
    const Result<HttpAnswer> answer = hubAnswer(result);
    if (!answer) {
        Q_EMIT failed(answer.error());
        return;
    }
    m_session.watchClock(answer->headers);
    auto* watcher = new QFutureWatcher<Result<HubPage>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        takePage(watcher->future().takeResult());
    });
    watcher->setFuture(
        QtConcurrent::run([collection = m_query.collection, body = answer->body, most = m_mostContainers] {
            return parseHubPage(collection, body, most);
        }));
}

/// False when not even one record fits and there is nothing to go on with.
bool HubList::shrink()
{
    if (m_pageSize > 1) {
        m_pageSize = m_pageSize % Smaller == 0 ? m_pageSize / Smaller : 1;
        m_offset -= m_offset % m_pageSize;
        return true;
    }
    if (++m_holes > MostHoles) {
        return false; // it is not the record that is too large
    }
    HubPage hole;
    hole.items = 1;
    hole.leftOut = 1;
    ++m_offset;
    ++m_received;
    Q_EMIT page(hole);
    return m_offset < MostRecords;
}

void HubList::takePage(const Result<HubPage>& parsed)
{
    if (!parsed) {
        Q_EMIT failed(parsed.error());
        return;
    }
    const qint64 items = parsed->items;
    m_holes = 0;
    m_received += items;
    if (parsed->totalItems >= 0) {
        m_counted = parsed->totalItems;
    }
    const bool isLast = items < m_pageSize || m_received >= MostRecords;
    m_offset += m_pageSize;
    Q_EMIT page(*parsed);
    if (isLast) {
        Q_EMIT finished();
    } else {
        ask();
    }
}

} // namespace stowage
