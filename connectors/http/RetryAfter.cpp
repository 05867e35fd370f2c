// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/RetryAfter.h"

#include <curl/curl.h>

#include <algorithm>

namespace stowage {
namespace {

constexpr std::chrono::seconds LongestBelieved = std::chrono::hours{24};

std::optional<std::chrono::seconds> httpDate(const QByteArray& text)
{
    const time_t at = text.isEmpty() ? time_t{-1} : curl_getdate(text.constData(), nullptr);
    return at == time_t{-1} ? std::nullopt : std::optional(std::chrono::seconds{at});
}

} // namespace

std::optional<Millis> retryAfter(const HttpHeaders& headers, Timestamp now)
{
    const QByteArray value = headers.value("Retry-After").trimmed();
    const auto bounded = [](std::chrono::seconds wait) {
        return Millis{std::clamp(wait, std::chrono::seconds{0}, LongestBelieved)};
    };
    const bool digits =
        !value.isEmpty() && std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
    if (digits) {
        bool fits = false;
        const qint64 seconds = value.toLongLong(&fits);
        return fits ? bounded(std::chrono::seconds{seconds}) : LongestBelieved;
    }
    const auto until = httpDate(value);
    if (!until) {
        return std::nullopt;
    }
    const auto from = httpDate(headers.value("Date"))
                          .value_or(std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()));
    return bounded(*until - from);
}

} // namespace stowage
