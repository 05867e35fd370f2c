// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/RegistryNames.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr qsizetype MaxShown = 80;

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
