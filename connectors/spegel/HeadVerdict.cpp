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

/// What an answer says before its size is held against what is wanted.
struct Sign
{
    Evidence evidence = Evidence::Unintelligible;
    qint64 length = 0; ///< of a hit
};

Sign signOfHit(QByteArrayView asked, const HttpHeaders& headers)
{
    if (headers.value("OCI-Namespace").trimmed().isEmpty()) {
        return {Evidence::ForwardedHit};
    }
    const QByteArray digest = headers.value("Docker-Content-Digest").trimmed();
    const StatedLength length = statedLength(headers);
    if ((!digest.isEmpty() && digest != asked) || !length.isStated || !length.isValid) {
        return {Evidence::Unintelligible};
    }
    return {Evidence::LocalHit, length.bytes};
}

/// A HEAD has no body: type and length are all that tells "not here" from "I do not serve that registry".
Sign signOfMiss(const HttpHeaders& headers)
{
    const StatedLength length = statedLength(headers);
    if (!length.isValid) {
        return {Evidence::Unintelligible};
    }
    if (length.bytes > 0) {
        return {isJson(headers) ? Evidence::JsonMiss : Evidence::Unintelligible};
    }
    const bool isBare = length.isStated || headers.value("Content-Type").isEmpty();
    return {isBare ? Evidence::BareMiss : Evidence::Unintelligible};
}

Sign signOf(QByteArrayView asked, const HttpAnswer& answer)
{
    switch (answer.status) {
    case 200:
        return signOfHit(asked, answer.headers);
    case 404:
        return signOfMiss(answer.headers);
    case 401:
    case 403:
        return {Evidence::Unauthorized};
    case 429:
        return {Evidence::RateLimited};
    default:
        return {answer.status >= 500 && answer.status < 600 ? Evidence::ServerFault
                                                            : Evidence::Unintelligible};
    }
}

HeadVerdict verdictOn(const Sign& sign, qint64 wantedBytes)
{
    switch (sign.evidence) {
    case Evidence::LocalHit:
        return wantedBytes > 0 && sign.length != wantedBytes
                   ? unknown(Evidence::SizeMismatch)
                   : HeadVerdict{Presence::Held, Evidence::LocalHit};
    case Evidence::JsonMiss:
        return {Presence::Absent, Evidence::JsonMiss};
    default:
        return unknown(sign.evidence);
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
    return result ? verdictOn(signOf(asked.digest.toByteArray(), *result), asked.bytes)
                  : unknown(evidenceOf(result.error().kind));
}

HttpGist headGist(const HttpRequest& request, const HttpAnswer& answer)
{
    constexpr qsizetype DigestText = 7 + 2 * Digest::Size;
    const QByteArrayView target = request.target;
    const qsizetype digest = target.indexOf("sha256:");
    const Sign sign = signOf(digest < 0 ? QByteArrayView() : target.sliced(digest).first(DigestText), answer);
    return {static_cast<int>(sign.evidence), sign.length};
}

HeadVerdict judgeGist(qint64 wantedBytes, const HttpResult& result)
{
    return result ? verdictOn({static_cast<Evidence>(result->gist.kind), result->gist.number}, wantedBytes)
                  : unknown(evidenceOf(result.error().kind));
}

} // namespace stowage
