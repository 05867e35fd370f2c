// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/Link.h"

#include <QUrl>

namespace stowage {

namespace {

constexpr QLatin1String Scheme("stowage://");

} // namespace

QString Link::toString() const
{
    if (item.isEmpty()) {
        return Scheme + page;
    }
    return Scheme + page + QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(item, "/:@"));
}

std::optional<Link> Link::parse(const QString& text)
{
    if (!text.startsWith(Scheme)) {
        return std::nullopt;
    }
    const QString rest = text.mid(Scheme.size());
    const qsizetype slash = rest.indexOf(QLatin1Char('/'));
    Link link{slash < 0 ? rest : rest.left(slash), {}};
    if (slash >= 0) {
        link.item = QUrl::fromPercentEncoding(rest.mid(slash + 1).toUtf8());
    }
    return link.page.isEmpty() ? std::nullopt : std::optional(link);
}

} // namespace stowage
