// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"

#include <QByteArray>

#include <deque>
#include <memory>

struct curl_slist;

namespace stowage {

/// Request headers as libcurl takes them, made once for all requests that send the same.
class HeaderLists
{
public:
    using List = std::shared_ptr<curl_slist>;

    /// `authorization` is the whole value of that field, or empty. Null when a name or value is not one that
    /// HTTP allows (RFC 9110, 5.5): such a field could smuggle in others.
    List list(const HttpHeaders& headers, const QByteArray& authorization);

private:
    struct Entry
    {
        HttpHeaders headers;
        QByteArray authorization;
        List list;
    };

    std::deque<Entry> m_recent;
};

/// The fields without those that must not leave for another origin: credentials by name or by look.
HttpHeaders withoutCredentials(const HttpHeaders& headers);

} // namespace stowage
