// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/HeadVerdict.h"

namespace stowage {
namespace {

constexpr HeadVerdict unknown(Evidence evidence)
{
    return {Presence::Unknown, evidence};
}

/// Content-Length as the headers have it. Repeated but equal fields are one (RFC 9110, 8.6).
struct StatedLength
{
    bool isStated = false;
    bool isValid = true;
    qint64 bytes = 0;
};

StatedLength statedLength(const HttpHeaders& headers)
{
    StatedLength length;
    for (const QByteArray& field : headers.values("Content-Length")) {
        const QByteArray text = field.trimmed();
        bool isNumber = !text.isEmpty() && text.front() != '+' && text.front() != '-';
        const qint64 bytes = isNumber ? text.toLongLong(&isNumber) : 0;
        if (!isNumber || (length.isStated && bytes != length.bytes)) {
            return {true, false, 0};
        }
        length = {true, true, bytes};
    }
    return length;
}

bool isJson(const HttpHeaders& headers)
{
    const QByteArray type = headers.value("Content-Type");
    const qsizetype parameters = type.indexOf(';');
    return type.first(parameters < 0 ? type.size() : parameters).trimmed().toLower() == "application/json";
}

HeadVerdict judgeHit(const WantedContent& asked, const HttpHeaders& headers)
{
    if (headers.value("OCI-Namespace").trimmed().isEmpty()) {
        return unknown(Evidence::ForwardedHit);
    }
    const QByteArray digest = headers.value("Docker-Content-Digest").trimmed();
    const StatedLength length = statedLength(headers);
    if ((!digest.isEmpty() && digest != asked.digest.toByteArray()) || !length.isStated || !length.isValid) {
        return unknown(Evidence::Unintelligible);
    }
    if (asked.bytes > 0 && length.bytes != asked.bytes) {
        return unknown(Evidence::SizeMismatch);
    }
    return {Presence::Held, Evidence::LocalHit};
}

/// A HEAD has no body: type and length are all that tells "not here" from "I do not serve that registry".
HeadVerdict judgeMiss(const HttpHeaders& headers)
{
    const StatedLength length = statedLength(headers);
    if (!length.isValid) {
        return unknown(Evidence::Unintelligible);
    }
    if (length.bytes > 0) {
        return isJson(headers) ? HeadVerdict{Presence::Absent, Evidence::JsonMiss}
                               : unknown(Evidence::Unintelligible);
    }
    const bool isBare = length.isStated || headers.value("Content-Type").isEmpty();
    return unknown(isBare ? Evidence::BareMiss : Evidence::Unintelligible);
}

HeadVerdict judgeAnswer(const WantedContent& asked, const HttpAnswer& answer)
{
    switch (answer.status) {
    case 200:
        return judgeHit(asked, answer.headers);
    case 404:
        return judgeMiss(answer.headers);
    case 401:
    case 403:
        return unknown(Evidence::Unauthorized);
    case 429:
        return unknown(Evidence::RateLimited);
    default:
        return unknown(answer.status >= 500 && answer.status < 600 ? Evidence::ServerFault
                                                                   : Evidence::Unintelligible);
    }
}

Evidence evidenceOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Timeout:
    case ErrorKind::Stalled:
        return Evidence::Silent;
    case ErrorKind::NameResolution:
    case ErrorKind::Connect:
    case ErrorKind::Tls:
    case ErrorKind::Interrupted:
        return Evidence::Unreachable;
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
        return Evidence::Unauthorized;
    case ErrorKind::ServerFault:
        return Evidence::ServerFault;
    case ErrorKind::RateLimited:
        return Evidence::RateLimited;
    case ErrorKind::Cancelled:
    case ErrorKind::ReadOnly:
    case ErrorKind::Usage:
    case ErrorKind::Profile:
    case ErrorKind::Defect:
        return Evidence::NotAsked;
    default:
        return Evidence::Unintelligible;
    }
}

} // namespace

HeadVerdict judgeHead(const WantedContent& asked, const HttpResult& result)
{
    return result ? judgeAnswer(asked, *result) : unknown(evidenceOf(result.error().kind));
}

} // namespace stowage
