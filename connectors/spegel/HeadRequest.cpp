// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/HeadRequest.h"

#include <QUrl>

namespace stowage {
namespace {

constexpr qint64 HeadBodyLimit = 64 * 1024;

bool isManifest(ContentKind kind)
{
    return kind == ContentKind::Manifest || kind == ContentKind::Index;
}

} // namespace

HttpRequest localHead(Millis deadline)
{
    HttpRequest request;
    request.method = HttpMethod::Head;
    request.headers.add("X-Spegel-Mirrored", "true");
    request.deadline = deadline;
    request.idleLimit = deadline;
    request.bodyLimit = HeadBodyLimit;
    request.retry = RetryClass::Probe;
    request.followRedirects = false;
    return request;
}

QByteArray localHeadTarget(const WantedContent& wanted)
{
    return "/v2/" + wanted.repository.toLatin1() + (isManifest(wanted.kind) ? "/manifests/" : "/blobs/") +
           wanted.digest.toByteArray() + "?ns=" + QUrl::toPercentEncoding(wanted.registryNamespace);
}

HttpRequest localHead(const WantedContent& wanted, Millis deadline)
{
    HttpRequest request = localHead(deadline);
    request.target = localHeadTarget(wanted);
    return request;
}

} // namespace stowage
