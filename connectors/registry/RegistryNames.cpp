// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/RegistryNames.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr qsizetype MaxNameLength = 255;
constexpr qsizetype MaxTagLength = 128;
constexpr qsizetype MaxShown = 80;

bool isLowerAlphaNumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isWord(char c)
{
    return isLowerAlphaNumeric(c) || (c >= 'A' && c <= 'Z') || c == '_';
}

/// `.`, `_`, `__` or any number of `-`.
bool isSeparator(QByteArrayView run)
{
    return run == "." || run == "_" || run == "__" ||
           std::all_of(run.begin(), run.end(), [](char c) { return c == '-'; });
}

/// `[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*`
bool isComponent(QByteArrayView component)
{
    if (component.isEmpty() || !isLowerAlphaNumeric(component.front()) ||
        !isLowerAlphaNumeric(component.back())) {
        return false;
    }
    for (qsizetype at = 0; at < component.size();) {
        if (isLowerAlphaNumeric(component[at])) {
            ++at;
            continue;
        }
        const qsizetype begin = at;
        while (!isLowerAlphaNumeric(component[at])) {
            ++at; // ends: the last character is alphanumeric
        }
        if (!isSeparator(component.sliced(begin, at - begin))) {
            return false;
        }
    }
    return true;
}

/// Whether `text` matches `pattern`, where `*` stands for any run.
bool matches(QStringView pattern, QStringView text)
{
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == QLatin1Char('*')) {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    return std::all_of(pattern.begin() + p, pattern.end(), [](QChar c) { return c == QLatin1Char('*'); });
}

QByteArray below(const QString& repository, QByteArrayView rest)
{
    // The grammar leaves nothing that needs percent-encoding in a path.
    return "/v2/" + repository.toLatin1() + rest.toByteArray();
}

} // namespace

bool isRepositoryName(QByteArrayView name)
{
    if (name.size() > MaxNameLength) {
        return false;
    }
    qsizetype begin = 0;
    for (qsizetype at = 0; at <= name.size(); ++at) {
        if (at == name.size() || name[at] == '/') {
            if (!isComponent(name.sliced(begin, at - begin))) {
                return false;
            }
            begin = at + 1;
        }
    }
    return true;
}

bool isTag(QByteArrayView tag)
{
    return !tag.isEmpty() && tag.size() <= MaxTagLength && isWord(tag.front()) &&
           std::all_of(tag.begin(), tag.end(), [](char c) { return isWord(c) || c == '.' || c == '-'; });
}

QString escapedForDisplay(QByteArrayView text)
{
    QString shown;
    for (const char c : text) {
        if (shown.size() >= MaxShown) {
            return shown + QStringLiteral("…");
        }
        if (c >= ' ' && c <= '~' && c != '"' && c != '\\') {
            shown += QLatin1Char(c);
        } else {
            shown += QStringLiteral("\\x%1").arg(static_cast<unsigned char>(c), 2, 16, QLatin1Char('0'));
        }
    }
    return shown;
}

RepositoryFilter::RepositoryFilter(const QStringList& wanted)
{
    for (const QString& name : wanted) {
        (name.contains(QLatin1Char('*')) ? m_patterns : m_exact).push_back(name);
    }
}

bool RepositoryFilter::wants(const QString& repository) const
{
    return (m_exact.isEmpty() && m_patterns.isEmpty()) || m_exact.contains(repository) ||
           std::any_of(m_patterns.cbegin(), m_patterns.cend(),
                       [&](const QString& pattern) { return matches(pattern, repository); });
}

QByteArray tagsTarget(const QString& repository)
{
    return below(repository, "/tags/list");
}

QByteArray manifestTarget(const QString& repository, const QString& tag)
{
    return below(repository, "/manifests/") + tag.toLatin1();
}

QByteArray manifestTarget(const QString& repository, const Digest& digest)
{
    return below(repository, "/manifests/") + digest.toByteArray();
}

QByteArray blobTarget(const QString& repository, const Digest& digest)
{
    return below(repository, "/blobs/") + digest.toByteArray();
}

QByteArray pullScope(const QString& repository)
{
    return "repository:" + repository.toLatin1() + ":pull";
}

} // namespace stowage
