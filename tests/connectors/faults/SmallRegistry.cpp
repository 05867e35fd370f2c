// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/faults/SmallRegistry.h"

#include "models/core/Digest.h"

namespace stowage::test {
namespace {

const QByteArray ManifestType = "application/vnd.oci.image.manifest.v1+json";
const QByteArray IndexType = "application/vnd.oci.image.index.v1+json";
const QByteArray ConfigType = "application/vnd.oci.image.config.v1+json";
const QByteArray LayerType = "application/vnd.oci.image.layer.v1.tar+gzip";

QByteArray digestOf(const QByteArray& content)
{
    return Digest::of(content).toByteArray();
}

QByteArray descriptor(const QByteArray& type, const QByteArray& digest, qint64 size)
{
    return R"({"mediaType":")" + type + R"(","digest":")" + digest + R"(","size":)" +
           QByteArray::number(size) + '}';
}

QByteArray digestIn(const QByteArray& descriptorText)
{
    return descriptorText.mid(descriptorText.indexOf("sha256:"), 71);
}

QByteArray manifestOf(const QByteArray& config, const QByteArray& name)
{
    return R"({"schemaVersion":2,"mediaType":")" + ManifestType + R"(","config":)" +
           descriptor(ConfigType, digestOf(config), config.size()) + R"(,"layers":[)" +
           descriptor(LayerType, digestOf("base"), 5000) + ',' +
           descriptor(LayerType, digestOf("layer of " + name), 700) + "]}";
}

QByteArray configOf(const QByteArray& name)
{
    return R"({"os":"linux","architecture":"amd64","author":")" + name + "\"}";
}

QByteArray indexOf(const QByteArray& manifests)
{
    return R"({"schemaVersion":2,"mediaType":")" + IndexType + R"(","manifests":[)" + manifests + "]}";
}

ServerAnswer ofRegistry(const QByteArray& body, int status = 200)
{
    return ServerAnswer::json(body, status).with("Docker-Distribution-Api-Version", "registry/2.0");
}

} // namespace

SmallRegistry::SmallRegistry()
{
    m_answers["/v2/"] = ofRegistry("{}");
    m_answers["/v2/_catalog"] = ofRegistry(R"({"repositories":["team/api","team/web"]})");
    m_answers["/v2/team/api/tags/list"] = ofRegistry(R"({"name":"team/api","tags":["1.0","2.0"]})");
    m_answers["/v2/team/web/tags/list"] = ofRegistry(R"({"name":"team/web","tags":["1.0"]})");
    m_answers["/metrics"] = ServerAnswer::text("registry_http_requests_total{code=\"200\"} 1\n");
    setTag("team/api", "1.0", addImage("team/api", "api-1"));
    setTag("team/web", "1.0", addImage("team/web", "web-1"));
    const QByteArray both = addImage("team/api", "api-2-amd64") + ',' + addImage("team/api", "api-2-arm64");
    setTag("team/api", "2.0", addManifest("team/api", indexOf(both), IndexType));
}

ServerAnswer SmallRegistry::answer(const QByteArray& path) const
{
    const auto found = m_answers.constFind(path);
    if (found != m_answers.cend()) {
        return *found;
    }
    const QByteArray code = path.contains("/tags/")        ? "NAME_UNKNOWN"
                            : path.contains("/manifests/") ? "MANIFEST_UNKNOWN"
                                                           : "BLOB_UNKNOWN";
    return ofRegistry(R"({"errors":[{"code":")" + code + R"(","message":"unknown","detail":{}}]})", 404);
}

ServerHandler SmallRegistry::handler() const
{
    return [registry = *this](const RecordedRequest& request) {
        return registry.answer(request.path);
    };
}

void SmallRegistry::moveTag()
{
    const QByteArray child = addImage("team/api", "api-1-moved");
    m_newManifestPath = "/v2/team/api/manifests/" + digestIn(child);
    m_newConfigPath = "/v2/team/api/blobs/" + digestOf(configOf("api-1-moved"));
    setTag("team/api", "1.0", addManifest("team/api", indexOf(child), IndexType));
}

QByteArray SmallRegistry::manifestText()
{
    return manifestOf(configOf("spoilt"), "spoilt");
}

QByteArray SmallRegistry::indexText()
{
    return indexOf(R"({"mediaType":")" + ManifestType + R"(","digest":")" + digestOf("child") +
                   R"(","size":500,"platform":{"os":"linux","architecture":"amd64"}})");
}

QByteArray SmallRegistry::addImage(const QByteArray& repository, const QByteArray& name)
{
    const QByteArray config = configOf(name);
    m_answers["/v2/" + repository + "/blobs/" + digestOf(config)] =
        ServerAnswer{200, {{"Content-Type", "application/octet-stream"}}, config};
    return addManifest(repository, manifestOf(config, name), ManifestType);
}

QByteArray SmallRegistry::addManifest(const QByteArray& repository, const QByteArray& body,
                                      const QByteArray& type)
{
    const QByteArray digest = digestOf(body);
    ServerAnswer good{200, {{"Content-Type", type}, {"Docker-Content-Digest", digest}}, body};
    m_answers["/v2/" + repository + "/manifests/" + digest] = std::move(good);
    return descriptor(type, digest, body.size());
}

void SmallRegistry::setTag(const QByteArray& repository, const QByteArray& tag,
                           const QByteArray& descriptorText)
{
    const QByteArray folder = "/v2/" + repository + "/manifests/";
    m_answers[folder + tag] = m_answers.value(folder + digestIn(descriptorText));
}

} // namespace stowage::test
