// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/AuthChallenge.h"

namespace stowage {
namespace {

bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isTokenChar(char c)
{
    return isAlnum(c) || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken68Char(char c)
{
    return isAlnum(c) || QByteArrayView("-._~+/").contains(c);
}

/// Reads the grammar's terminals from the front of a field.
class Reader
{
public:
    explicit Reader(QByteArrayView text) : m_rest(text) {}

    bool atEnd() const { return m_rest.isEmpty(); }
    QByteArrayView rest() const { return m_rest; }
    void reset(QByteArrayView rest) { m_rest = rest; }

    bool take(char c)
    {
        const bool found = m_rest.startsWith(c);
        m_rest = m_rest.sliced(found ? 1 : 0);
        return found;
    }

    /// Optional white space; whether there was any.
    bool space()
    {
        return !run([](char c) { return c == ' ' || c == '\t'; }).isEmpty();
    }

    /// Empty list elements are to be accepted: `, ,a` (RFC 9110, 5.6.1.2).
    void separators()
    {
        run([](char c) { return c == ' ' || c == '\t' || c == ','; });
    }

    QByteArray token() { return run(isTokenChar); }

    QByteArray token68()
    {
        QByteArray text = run(isToken68Char);
        return text + run([](char c) { return c == '='; });
    }

    /// The text within quotes, unescaped; nothing when the closing quote is missing.
    std::optional<QByteArray> quoted()
    {
        QByteArray text;
        for (qsizetype i = 1; i < m_rest.size(); ++i) {
            if (m_rest[i] == '"') {
                m_rest = m_rest.sliced(i + 1);
                return text;
            }
            if (m_rest[i] == '\\' && i + 1 < m_rest.size()) {
                ++i;
            }
            text += m_rest[i];
        }
        return std::nullopt;
    }

private:
    template <class Predicate>
    QByteArray run(Predicate belongs)
    {
        qsizetype length = 0;
        while (length < m_rest.size() && belongs(m_rest[length])) {
            ++length;
        }
        const QByteArray text = m_rest.first(length).toByteArray();
        m_rest = m_rest.sliced(length);
        return text;
    }

    QByteArrayView m_rest;
};

/// `name = value`; puts the reader back and gives nothing when that is not what stands here.
std::optional<std::pair<QByteArray, QByteArray>> parameter(Reader& reader)
{
    const QByteArrayView before = reader.rest();
    const QByteArray name = reader.token().toLower();
    reader.space();
    if (!name.isEmpty() && reader.take('=')) {
        reader.space();
        if (reader.rest().startsWith('"')) {
            if (auto value = reader.quoted()) {
                return std::pair(name, *value);
            }
        } else if (QByteArray value = reader.token(); !value.isEmpty()) {
            return std::pair(name, value);
        }
    }
    reader.reset(before);
    return std::nullopt;
}

/// Whether what was just read ends a list element.
bool atElementEnd(Reader& reader)
{
    reader.space();
    return reader.atEnd() || reader.rest().startsWith(',');
}

void readCredentials(Reader& reader, AuthChallenge& challenge)
{
    const QByteArrayView before = reader.rest();
    challenge.token68 = reader.token68();
    if (!challenge.token68.isEmpty() && atElementEnd(reader)) {
        return;
    }
    challenge.token68.clear();
    reader.reset(before);
    for (;;) {
        const QByteArrayView element = reader.rest();
        reader.separators();
        auto found = parameter(reader);
        if (!found) {
            reader.reset(element);
            return;
        }
        challenge.parameters.push_back(std::move(*found));
        if (!atElementEnd(reader)) {
            return;
        }
    }
}

} // namespace

QByteArray AuthChallenge::parameter(QByteArrayView name) const
{
    for (const auto& [key, value] : parameters) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

std::vector<AuthChallenge> AuthChallenge::parse(QByteArrayView field)
{
    std::vector<AuthChallenge> challenges;
    Reader reader(field);
    for (reader.separators(); !reader.atEnd(); reader.separators()) {
        AuthChallenge challenge;
        challenge.scheme = reader.token().toLower();
        if (challenge.scheme.isEmpty()) {
            break;
        }
        if (reader.space() && !reader.atEnd() && !reader.rest().startsWith(',')) {
            readCredentials(reader, challenge);
        }
        challenges.push_back(std::move(challenge));
        if (!atElementEnd(reader)) {
            break;
        }
    }
    return challenges;
}

std::optional<AuthChallenge> AuthChallenge::find(const HttpHeaders& headers, QByteArrayView scheme)
{
    for (const QByteArray& field : headers.values("WWW-Authenticate")) {
        for (AuthChallenge& challenge : parse(field)) {
            if (challenge.scheme == scheme) {
                return std::move(challenge);
            }
        }
    }
    return std::nullopt;
}

} // namespace stowage
