// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/registry/RegistryPages.h"
#include "connectors/registry/RequestQueue.h"

#include <QSet>

namespace stowage {

/// A list that a registry gives in pages.
struct PageSource
{
    QByteArray baseUrl;  ///< of the endpoint
    QByteArray target;   ///< of the first page
    QByteArray fallback; ///< asked when the first page is refused with 400 (`n` above the server's maximum);
                         ///< may be empty
    QByteArray scope;
    Result<NamesPage> (*parse)(QByteArrayView) = nullptr;
};

/// What came of it. Names read before an error are there all the same.
struct PageList
{
    QStringList names;          ///< each once, in order of first appearance
    QStringList refused;        ///< outside the grammar, escaped
    std::optional<Error> error; ///< why the list may not be whole
    int status = 0;             ///< of the last answer; 0 when there was none
    bool isAbsent = false;      ///< the registry itself said 404
    bool isComplete() const { return !error && refused.isEmpty(); }
};

/// Reads a list page by page, following `Link`. Stops, and says so, where pages go in a circle, bring nothing
/// new, or lead elsewhere.
class PageReader : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxNames = 2'000'000;
    static constexpr int MaxEmptyInARow = 16;

    PageReader(RequestQueue& queue, PageSource source, QObject* parent);
    void start();

Q_SIGNALS:
    void finished(const stowage::PageList& list);

private:
    void ask(const QByteArray& target);
    void take(const QByteArray& target, const HttpResult& result);
    void follow(const QByteArray& target, const HttpAnswer& answer, bool isNew);
    bool add(const NamesPage& page);
    void end(std::optional<Error> error = {});

    RequestQueue& m_queue;
    PageSource m_source;
    PageList m_list;
    QSet<QByteArray> m_visited;
    QSet<QString> m_seen;
    int m_emptyInARow = 0;
};

} // namespace stowage
