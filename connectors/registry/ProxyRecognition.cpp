// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/ProxyRecognition.h"

#include "connectors/registry/ManifestParser.h"
#include "connectors/registry/RegistryNames.h"
#include "connectors/registry/RegistryPages.h"

namespace stowage {

HttpRequest proxyQuestion(const QString& repository)
{
    HttpRequest request;
    request.target =
        manifestTarget(repository, Digest::of("stowage asks whether this is a pull-through proxy"));
    request.headers.add("Accept", manifestAccept());
    request.retry = RetryClass::Probe;
    request.bodyLimit = MaxManifestBytes;
    request.scope = pullScope(repository);
    return request;
}

ProxyVerdict judgeProxy(const HttpResult& answer)
{
    if (!answer) {
        return ProxyVerdict::Unclear;
    }
    const RegistryFault fault = parseFault(answer->body);
    if (fault.tellsOfUpstream && answer->status >= 400) {
        return ProxyVerdict::Proxy;
    }
    return answer->status == 404 && fault.code == QLatin1String("MANIFEST_UNKNOWN") ? ProxyVerdict::Registry
                                                                                    : ProxyVerdict::Unclear;
}

} // namespace stowage
