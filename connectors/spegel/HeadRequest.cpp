// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/HeadRequest.h"

#include <QUrl>

namespace stowage {
namespace {

constexpr qsizetype NameLimit = 255;
constexpr qint64 HeadBodyLimit = 64 * 1024;

bool isAlphanumeric(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

/// What may stand between two runs of letters and digits: one dot, one or two underscores, any number of
/// dashes.
bool isSeparator(QStringView text)
{
    if (text == QLatin1String(".") || text == QLatin1String("_") || text == QLatin1String("__")) {
        return true;
    }
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'-'; });
}

bool isComponent(QStringView text)
{
    if (text.isEmpty() || !isAlphanumeric(text.front()) || !isAlphanumeric(text.back())) {
        return false;
    }
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && !isAlphanumeric(text[end])) {
            ++end;
        }
        if (end > i && !isSeparator(text.sliced(i, end - i))) {
            return false;
        }
        i = end + 1;
    }
    return true;
}

bool isManifest(ContentKind kind)
{
    return kind == ContentKind::Manifest || kind == ContentKind::Index;
}

} // namespace

bool isRepositoryName(QStringView name)
{
    if (name.isEmpty() || name.size() > NameLimit) {
        return false;
    }
    const auto components = name.split(u'/');
    return std::all_of(components.begin(), components.end(), isComponent);
}

HttpRequest localHead(const WantedContent& wanted, Millis deadline)
{
    HttpRequest request;
    request.method = HttpMethod::Head;
    request.target = "/v2/" + wanted.repository.toLatin1() +
                     (isManifest(wanted.kind) ? "/manifests/" : "/blobs/") + wanted.digest.toByteArray() +
                     "?ns=" + QUrl::toPercentEncoding(wanted.registryNamespace);
    request.headers.add("X-Spegel-Mirrored", "true");
    request.deadline = deadline;
    request.idleLimit = deadline;
    request.bodyLimit = HeadBodyLimit;
    request.retry = RetryClass::Probe;
    request.followRedirects = false;
    return request;
}

} // namespace stowage
