// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alertmanager/AlertmanagerPages.h"

#include "connectors/alerts/AlertWords.h"
#include "connectors/prometheus/QueryText.h"

#include <QCoreApplication>
#include <QDateTime>

namespace stowage {
namespace {

namespace dom = simdjson::dom;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AlertmanagerAnswer)
};

constexpr size_t MostSilences = 10'000;
constexpr size_t MostMatchers = 64;
constexpr size_t LongestId = 64;
constexpr size_t LongestMatcher = 1'024; ///< bytes, of name or value
constexpr size_t LongestComment = 1'024; ///< bytes

bool parse(dom::parser& parser, const QByteArray& body, dom::element& root)
{
    return !body.isEmpty() &&
           parser.parse(body.constData(), static_cast<size_t>(body.size()), true).get(root) ==
               simdjson::SUCCESS;
}

std::string_view text(dom::element element, std::string_view key)
{
    std::string_view found;
    return element.at_key(key).get_string().get(found) == simdjson::SUCCESS ? found : std::string_view();
}

bool flag(dom::element element, std::string_view key, bool fallback)
{
    bool value = fallback;
    return element.at_key(key).get_bool().get(value) == simdjson::SUCCESS ? value : fallback;
}

/// `zone=~"eu-.*"`: as it is written, whether or not its expression is one. Before 0.22 there was no isEqual.
std::optional<QString> matcherText(dom::element element)
{
    const std::string_view name = text(element, "name");
    std::string_view value;
    if (name.empty() || element.at_key("value").get_string().get(value) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    const bool isRegex = flag(element, "isRegex", false);
    const bool isEqual = flag(element, "isEqual", true);
    QString quoted = matcher({}, alertText(value, LongestMatcher)).mid(1); // with its quotes
    const QLatin1String sign(isRegex ? (isEqual ? "=~" : "!~") : (isEqual ? "=" : "!="));
    return alertText(name, LongestMatcher) + sign + quoted;
}

std::optional<QString> matchersText(dom::element silence)
{
    dom::array list;
    if (silence.at_key("matchers").get_array().get(list) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    QStringList texts;
    for (const dom::element element : list) {
        if (texts.size() == static_cast<qsizetype>(MostMatchers)) {
            texts << QString(QChar(0x2026));
            break;
        }
        const auto one = matcherText(element);
        if (!one) {
            return std::nullopt;
        }
        texts << *one;
    }
    return QLatin1Char('{') + texts.join(QLatin1Char(',')) + QLatin1Char('}');
}

/// Nothing for what is none.
std::optional<AlertSilence> readSilence(dom::element element)
{
    const auto matchers = matchersText(element);
    AlertSilence silence;
    silence.id = alertText(text(element, "id"), LongestId);
    if (silence.id.isEmpty() || !matchers) {
        return std::nullopt;
    }
    silence.matchers = *matchers;
    silence.startsAt = alertMoment(text(element, "startsAt"));
    silence.endsAt = alertMoment(text(element, "endsAt"));
    silence.createdBy = serverText(text(element, "createdBy"));
    silence.comment = alertText(text(element, "comment"), LongestComment, true);
    return silence;
}

std::string_view stateOf(dom::element silence)
{
    dom::element status;
    return silence.at_key("status").get(status) == simdjson::SUCCESS ? text(status, "state")
                                                                     : std::string_view();
}

struct Meaning
{
    ErrorKind kind;
    QString todo;
};

Meaning meaningOf(int status)
{
    switch (status) {
    case 401:
        return {ErrorKind::Unauthorized, Words::tr("Check the credentials in the profile.")};
    case 403:
        return {ErrorKind::Forbidden, Words::tr("Ask for the right to read its alerts.")};
    case 404:
    case 405:
    case 501:
        return {ErrorKind::NotFound,
                Words::tr("Check the address in the profile, with the prefix that the API may have: version "
                          "2 is needed, Alertmanager 0.16 or newer.")};
    case 429:
        return {ErrorKind::RateLimited, Words::tr("Give it a lower budget.")};
    default:
        break;
    }
    if (status >= 500) {
        return {ErrorKind::ServerFault, Words::tr("Look into the server's log.")};
    }
    return {ErrorKind::Malformed, noAlertmanagerError().todo};
}

} // namespace

Error noAlertmanagerError()
{
    return {ErrorKind::Malformed,
            Words::tr("the answer is not Alertmanager's"),
            {},
            Words::tr("Check that the address is an Alertmanager's, with the prefix that its API may have."),
            {}};
}

/// The real one says `{"code":404,"message":"…"}` or a bare text: `"start time must be before end time"`.
Error alertmanagerError(const HttpAnswer& answer)
{
    auto [kind, todo] = meaningOf(answer.status);
    QString message = Words::tr("HTTP %1").arg(answer.status);
    dom::parser parser;
    dom::element root;
    if (parse(parser, answer.body, root)) {
        std::string_view told;
        if (root.get_string().get(told) != simdjson::SUCCESS) {
            told = text(root, "message");
        }
        if (const QString shown = serverText(told); !shown.isEmpty()) {
            message += QStringLiteral(" (%1)").arg(shown);
        }
    }
    return {kind, message, {}, todo, {}};
}

Result<dom::array> alertmanagerList(dom::parser& parser, const HttpAnswer& answer)
{
    if (answer.status != 200) {
        return fail(alertmanagerError(answer));
    }
    dom::element root;
    dom::array list;
    if (!parse(parser, answer.body, root) || root.get_array().get(list) != simdjson::SUCCESS) {
        return fail(noAlertmanagerError());
    }
    return list;
}

Result<AlertmanagerStatus> readAlertmanagerStatus(const HttpAnswer& answer)
{
    if (answer.status != 200) {
        return fail(alertmanagerError(answer));
    }
    dom::parser parser;
    dom::element root;
    dom::element version;
    AlertmanagerStatus status;
    if (!parse(parser, answer.body, root) || root.at_key("versionInfo").get(version) != simdjson::SUCCESS) {
        return fail(noAlertmanagerError());
    }
    status.version = serverText(text(version, "version"));
    status.startedAt = alertMoment(text(root, "uptime"));
    if (status.version.isEmpty()) {
        return fail(noAlertmanagerError());
    }
    return status;
}

Result<AlertmanagerSilences> readAlertmanagerSilences(const HttpAnswer& answer)
{
    dom::parser parser;
    const auto list = alertmanagerList(parser, answer);
    if (!list) {
        return fail(list.error());
    }
    AlertmanagerSilences read;
    for (const dom::element element : *list) {
        const std::string_view state = stateOf(element);
        if (state == "expired") {
            continue;
        }
        auto silence = read.silences.size() < MostSilences ? readSilence(element) : std::nullopt;
        if (!silence) {
            ++read.leftOut;
            continue;
        }
        silence->isActive = state == "active";
        read.silences.push_back(*std::move(silence));
    }
    return read;
}

std::optional<Timestamp> dateOf(const HttpHeaders& headers)
{
    const QDateTime date = QDateTime::fromString(
        QString::fromLatin1(headers.value("Date")).replace(QLatin1String("GMT"), QLatin1String("+0000")),
        Qt::RFC2822Date);
    return date.isValid() ? std::optional(Timestamp{Millis{date.toMSecsSinceEpoch()}}) : std::nullopt;
}

} // namespace stowage
