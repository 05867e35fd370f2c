// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/PageReader.h"

#include "connectors/registry/LinkHeader.h"
#include "connectors/registry/RegistryErrors.h"

namespace stowage {
namespace {

Error endless(ErrorKind kind, const QString& message)
{
    return {kind,
            message,
            {},
            PageReader::tr("Look at the registry's version and at what stands before it."),
            {}};
}

} // namespace

PageReader::PageReader(RequestQueue& queue, PageSource source, QObject* parent)
    : QObject(parent), m_queue(queue), m_source(std::move(source))
{
}

void PageReader::start()
{
    ask(m_source.target);
}

void PageReader::ask(const QByteArray& target)
{
    m_visited.insert(target);
    HttpRequest request;
    request.target = target;
    request.scope = m_source.scope;
    m_queue.sendForList(std::move(request),
                        [this, target](const HttpResult& result) { take(target, result); });
}

void PageReader::take(const QByteArray& target, const HttpResult& result)
{
    if (!result) {
        end(result.error());
        return;
    }
    m_list.status = result->status;
    if (result->status == 400 && target == m_source.target && !m_source.fallback.isEmpty()) {
        ask(std::exchange(m_source.fallback, {}));
        return;
    }
    if (result->status != 200) {
        m_list.isAbsent = isSaidToBeAbsent(*result);
        end(withOrigin(answerError(*result), m_source.baseUrl, *result));
        return;
    }
    const Result<NamesPage> page = m_source.parse(result->body);
    if (!page) {
        end(withOrigin(page.error(), m_source.baseUrl, *result));
        return;
    }
    follow(target, *result, add(*page));
}

void PageReader::follow(const QByteArray& target, const HttpAnswer& answer, bool isNew)
{
    const std::optional<QByteArray> link = nextLink(answer.headers);
    if (!link) {
        end();
        return;
    }
    const Result<QByteArray> next = resolveNextLink(m_source.baseUrl, target, *link);
    if (!next) {
        end(next.error());
    } else if (m_visited.contains(*next)) {
        end(endless(ErrorKind::Malformed, tr("the pages of the list go in a circle")));
    } else if (!isNew) {
        end(endless(ErrorKind::Malformed, tr("the list goes on without anything new")));
    } else if (m_seen.size() > MaxNames) {
        end(endless(ErrorKind::TooLarge, tr("the list does not end")));
    } else {
        ask(*next);
    }
}

bool PageReader::add(const NamesPage& page)
{
    const qsizetype before = m_seen.size();
    for (const QString& name : page.names) {
        if (!m_seen.contains(name)) {
            m_seen.insert(name);
            m_list.names.push_back(name);
        }
    }
    // An empty page with a link is odd but legal: a server may filter after it has cut its pages.
    m_emptyInARow = page.names.isEmpty() ? m_emptyInARow + 1 : 0;
    const bool isNew = m_seen.size() > before || (page.names.isEmpty() && m_emptyInARow <= MaxEmptyInARow);
    m_list.refused += page.refused;
    return isNew;
}

void PageReader::end(std::optional<Error> error)
{
    m_list.error = std::move(error);
    Q_EMIT finished(m_list);
}

} // namespace stowage
