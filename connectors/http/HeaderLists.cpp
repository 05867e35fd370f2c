// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/HeaderLists.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>

namespace stowage {
namespace {

constexpr size_t MostKept = 8;

bool isName(const QByteArray& name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

bool isValue(const QByteArray& value)
{
    return std::ranges::none_of(value, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

/// curl's own notation: "Name;" sends an empty field, "Name:" would remove one.
QByteArray line(const QByteArray& name, const QByteArray& value)
{
    return value.isEmpty() ? name + ';' : name + ": " + value;
}

class Builder
{
public:
    ~Builder() { curl_slist_free_all(m_list); }
    Builder() = default;
    Builder(const Builder&) = delete;
    Builder& operator=(const Builder&) = delete;

    void add(const QByteArray& text)
    {
        if (curl_slist* longer = curl_slist_append(m_list, text.constData())) {
            m_list = longer;
        }
    }

    HeaderLists::List take() { return {std::exchange(m_list, nullptr), &curl_slist_free_all}; }

private:
    curl_slist* m_list = nullptr;
};

HeaderLists::List build(const HttpHeaders& headers, const QByteArray& authorization)
{
    Builder builder;
    // No pause of a second before a body (curl waits for 100-continue), and no content type that nobody
    // chose.
    builder.add(QByteArrayLiteral("Expect:"));
    if (!headers.contains("Content-Type")) {
        builder.add(QByteArrayLiteral("Content-Type:"));
    }
    for (const auto& [name, value] : headers.fields()) {
        if (!isName(name) || !isValue(value)) {
            return {};
        }
        builder.add(line(name, value));
    }
    if (!authorization.isEmpty()) {
        if (!isValue(authorization)) {
            return {};
        }
        builder.add(line(QByteArrayLiteral("Authorization"), authorization));
    }
    return builder.take();
}

} // namespace

HeaderLists::List HeaderLists::list(const HttpHeaders& headers, const QByteArray& authorization)
{
    const auto same = [&](const Entry& entry) {
        return entry.authorization == authorization && entry.headers == headers;
    };
    const auto found = std::ranges::find_if(m_recent, same);
    if (found != m_recent.end()) {
        return found->list;
    }
    m_recent.push_front({headers, authorization, build(headers, authorization)});
    if (m_recent.size() > MostKept) {
        m_recent.pop_back();
    }
    return m_recent.front().list;
}

HttpHeaders withoutCredentials(const HttpHeaders& headers)
{
    static constexpr std::array<QByteArrayView, 8> words{"auth", "cookie", "token",      "secret",
                                                         "key",  "passw",  "credential", "session"};
    HttpHeaders kept;
    for (const auto& [name, value] : headers.fields()) {
        const QByteArray lower = name.toLower();
        if (std::ranges::none_of(words, [&](QByteArrayView word) { return lower.contains(word); })) {
            kept.add(name, value);
        }
    }
    return kept;
}

} // namespace stowage
