// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alerts/AlertWords.h"

#include <QCryptographicHash>
#include <QUrl>

#include <algorithm>

namespace stowage {
namespace {

constexpr size_t LongestLink = 2'048;
constexpr qsizetype DigestDigits = 16;

/// What parts name and value; no UTF-8 has it.
constexpr char Separator = '\xff';

bool isPlain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

/// Not in the middle of a character.
std::string_view cutTo(std::string_view text, size_t most)
{
    size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80) {
        --end;
    }
    return text.substr(0, end);
}

bool isShown(QChar c, bool isLines)
{
    if (isLines && (c == QLatin1Char('\n') || c == QLatin1Char('\t'))) {
        return true;
    }
    // Format characters turn the direction of writing, or are not seen at all.
    return c.isSurrogate() || (c.isPrint() && c.category() != QChar::Other_Format);
}

QString writtenOut(QChar c)
{
    return c.unicode() < 0x100 ? QStringLiteral("\\x%1").arg(c.unicode(), 2, 16, QLatin1Char('0'))
                               : QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
}

QByteArrayView bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

QString alertText(std::string_view text, size_t most, bool isLines)
{
    const bool isCut = text.size() > most;
    if (isCut) {
        text = cutTo(text, most);
    }
    QString shown;
    if (isPlain(text)) {
        shown = QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
    } else {
        const QString whole = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        shown.reserve(whole.size());
        for (const QChar c : whole) {
            isShown(c, isLines) ? shown.append(c) : shown.append(writtenOut(c));
        }
    }
    return isCut ? shown + QChar(0x2026) : shown;
}

QString alertLink(std::string_view text)
{
    if (text.empty() || text.size() > LongestLink) {
        return {};
    }
    const QUrl url(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty()) {
        return {};
    }
    return url.toString(QUrl::FullyEncoded);
}

QString alertFingerprint(const std::vector<RawLabel>& sorted)
{
    quint64 sum = 14'695'981'039'346'656'037ULL;
    const auto add = [&sum](char c) {
        sum ^= static_cast<unsigned char>(c);
        sum *= 1'099'511'628'211ULL;
    };
    for (const auto& [name, value] : sorted) {
        std::for_each(name.begin(), name.end(), add);
        add(Separator);
        std::for_each(value.begin(), value.end(), add);
        add(Separator);
    }
    return QStringLiteral("%1").arg(sum, 16, 16, QLatin1Char('0'));
}

QString alertDigest(const std::vector<RawLabel>& sorted)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto& [name, value] : sorted) {
        hash.addData(bytesOf(name));
        hash.addData(QByteArrayView(&Separator, 1));
        hash.addData(bytesOf(value));
        hash.addData(QByteArrayView(&Separator, 1));
    }
    return QString::fromLatin1(hash.result().toHex().left(DigestDigits));
}

QString alertDigest(const QString& text)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(DigestDigits));
}

Timestamp alertMoment(std::string_view text)
{
    constexpr size_t Longest = 64;
    if (text.empty() || text.size() > Longest) {
        return {};
    }
    const auto at = fromRfc3339(QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())));
    return at && *at > Timestamp{} ? *at : Timestamp{};
}

} // namespace stowage
