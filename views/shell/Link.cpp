// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/Link.h"

#include "models/core/Digest.h"

#include <QStringDecoder>
#include <QUrl>

#include <algorithm>
#include <array>

namespace stowage {

namespace {

constexpr QLatin1String Scheme("stowage://");

/// A kind of thing that links name without naming its page.
struct Kind
{
    QLatin1String word;
    QLatin1String page;
    const char* form; ///< what follows the word
    bool isOfItem;    ///< the page has several kinds: its items begin with the word
};

constexpr std::array Kinds{
    Kind{QLatin1String("incident"), QLatin1String("now"), "ID", false},
    Kind{QLatin1String("node"), QLatin1String("fleet"), "NAME", false},
    Kind{QLatin1String("host"), QLatin1String("hosts"), "NAME", false},
    Kind{QLatin1String("source"), QLatin1String("sources"), "ID", false},
    Kind{QLatin1String("image"), QLatin1String("placement"), "SOURCE/REPOSITORY:TAG", true},
    Kind{QLatin1String("layer"), QLatin1String("placement"), "sha256:…", true},
};

/// The text behind percent signs; nothing when it is not UTF-8 or steers terminals.
std::optional<QString> decoded(const QString& encoded)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(QByteArray::fromPercentEncoding(encoded.toUtf8()));
    const bool isSteering =
        std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.category() == QChar::Other_Control; });
    return decoder.hasError() || isSteering ? std::nullopt : std::optional(text);
}

bool isWrongLayer(const QString& item)
{
    const QString kind = item.section(QLatin1Char('/'), 0, 0);
    return kind == QLatin1String("layer") && !Digest::parse(item.section(QLatin1Char('/'), 1, 1).toUtf8());
}

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
    const std::optional<QString> rest = decoded(text.mid(Scheme.size()));
    if (!rest) {
        return std::nullopt;
    }
    Link link{rest->section(QLatin1Char('/'), 0, 0), rest->section(QLatin1Char('/'), 1)};
    const auto kind =
        std::find_if(Kinds.begin(), Kinds.end(), [&](const Kind& each) { return each.word == link.page; });
    if (kind != Kinds.end()) {
        if (link.item.isEmpty()) {
            return std::nullopt;
        }
        link = {kind->page, kind->isOfItem ? *rest : link.item};
    }
    if (link.page.isEmpty() || (link.page == QLatin1String("placement") && isWrongLayer(link.item))) {
        return std::nullopt;
    }
    return link;
}

QStringList Link::forms()
{
    QStringList forms;
    for (const Kind& kind : Kinds) {
        forms << Scheme + kind.word + QLatin1Char('/') + QString::fromUtf8(kind.form);
    }
    return forms;
}

} // namespace stowage
