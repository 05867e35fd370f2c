// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoRegistry.h"

#include "app/demo/DemoWorld.h"

#include <nlohmann/json.hpp>

#include <QUrl>

#include <algorithm>
#include <initializer_list>

namespace stowage {

namespace {

using Json = nlohmann::ordered_json;

constexpr char ApiVersion[] = "Docker-Distribution-Api-Version";
constexpr char OciManifest[] = "application/vnd.oci.image.manifest.v1+json";
constexpr char OciIndex[] = "application/vnd.oci.image.index.v1+json";

std::string text(QByteArrayView bytes)
{
    return {bytes.data(), static_cast<size_t>(bytes.size())};
}

QByteArray dumped(const Json& json)
{
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

/// Go's encoder ends what it streams with a newline.
MicroResponse jsonAnswer(int status, const Json& json)
{
    return {status,
            {{"Content-Type", "application/json; charset=utf-8"}, {ApiVersion, "registry/2.0"}},
            dumped(json) + '\n',
            -1};
}

MicroResponse error(int status, const char* code, const char* message, const Json& detail = {})
{
    Json one{{"code", code}, {"message", message}};
    if (!detail.is_null()) {
        one["detail"] = detail;
    }
    return jsonAnswer(status, Json{{"errors", Json::array({one})}});
}

MicroResponse plainText(int status, QByteArray body)
{
    return {status,
            {{"Content-Type", "text/plain; charset=utf-8"},
             {ApiVersion, "registry/2.0"},
             {"X-Content-Type-Options", "nosniff"}},
            std::move(body),
            -1};
}

MicroResponse notAllowed(const MicroRequest& request, QByteArray allowed)
{
    if (request.method == "OPTIONS") {
        return {200, {{"Allow", std::move(allowed)}, {ApiVersion, "registry/2.0"}}, {}, -1};
    }
    MicroResponse answer = plainText(405, "Method not allowed\n");
    answer.headers.emplace_back("Allow", std::move(allowed));
    return answer;
}

MicroResponse accepted()
{
    return {202, {{ApiVersion, "registry/2.0"}}, {}, -1};
}

/// The router's own answer, which strict slashes make.
MicroResponse movedToRoot()
{
    return {
        301,
        {{"Content-Type", "text/html; charset=utf-8"}, {ApiVersion, "registry/2.0"}, {"Location", "/v2/"}},
        "<a href=\"/v2/\">Moved Permanently</a>.\n\n",
        -1};
}

constexpr char InvalidDigest[] = "provided digest did not match uploaded content";

bool isOneOf(QByteArrayView method, std::initializer_list<const char*> methods)
{
    return std::ranges::any_of(methods, [method](const char* one) { return method == one; });
}

/// Of blobs: the standard's list of entity tags.
bool isListedTag(const MicroRequest& request, const QByteArray& digest)
{
    return std::ranges::count(request.listHeader("If-None-Match"), '"' + digest + '"') > 0;
}

/// Of manifests: the header's whole value, in quotes or without.
bool isOnlyTag(const MicroRequest& request, const QByteArray& digest)
{
    const QByteArrayView value = request.header("If-None-Match");
    return value == digest || value == '"' + digest + '"';
}

std::optional<size_t> linkedContent(const DemoWorld& world, const DemoRepository* repository,
                                    const Digest& digest)
{
    const auto found = world.findContent(digest);
    return repository != nullptr && found && world.isLinked(*repository, *found) ? found : std::nullopt;
}

bool isManifest(const DemoContent& content)
{
    return content.kind == ContentKind::Manifest || content.kind == ContentKind::Index;
}

/// Of content without bytes there is only the HEAD.
bool isAnswerable(const MicroRequest& request, const DemoContent& content)
{
    return request.isHead() || content.isAtHand();
}

/// OCI content is "not found" for those who do not accept it.
std::optional<MicroResponse> refusedByAccept(const MicroRequest& request, const DemoContent& content)
{
    const QByteArray type = content.descriptor.mediaType.toLatin1();
    if ((type != OciManifest && type != OciIndex) ||
        std::ranges::count(request.listHeader("Accept"), type) > 0) {
        return {};
    }
    return error(404, "MANIFEST_UNKNOWN",
                 type == OciIndex ? "OCI index found, but accept header does not support OCI indexes"
                                  : "OCI manifest found, but accept header does not support OCI manifests");
}

/// As the metrics name it; null for what is none of the API's routes.
const char* handlerOf(const QByteArray& path)
{
    if (path == "/v2/") {
        return "base";
    }
    if (path == "/v2/_catalog") {
        return "catalog";
    }
    const auto parsed = DistributionPath::parse(path);
    if (!parsed) {
        return nullptr;
    }
    switch (parsed->route) {
    case DistributionPath::Route::Tags:
        return "tags";
    case DistributionPath::Route::Manifests:
        return "manifest";
    case DistributionPath::Route::Blobs:
        break;
    }
    return "blob";
}

} // namespace

DemoRegistry::DemoRegistry(DemoWorld& world, MicroEngine* shared)
    : m_world(world), m_server([this](const MicroRequest& request) { return answer(request); }, shared),
      m_debug([this](const MicroRequest& request) { return debugPage(request); }, shared)
{
}

MicroResponse DemoRegistry::answer(const MicroRequest& request)
{
    MicroResponse response = handle(request);
    if (const char* handler = handlerOf(request.path)) {
        ++m_answered[{QByteArray::number(response.status), handler, request.method.toByteArray().toLower()}];
    }
    return response;
}

MicroResponse DemoRegistry::debugPage(const MicroRequest& request) const
{
    if (request.path == "/debug/health") {
        return {200, {{"Content-Type", "application/json; charset=utf-8"}}, "{}", -1};
    }
    if (request.path == "/metrics") {
        return {200,
                {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}},
                demoRegistryMetrics(DemoRegistryLoad::of(m_world, m_busyFrom), m_answered, m_version),
                -1};
    }
    return {404,
            {{"Content-Type", "text/plain; charset=utf-8"}, {"X-Content-Type-Options", "nosniff"}},
            "404 page not found\n",
            -1};
}

MicroResponse DemoRegistry::handle(const MicroRequest& request)
{
    if (request.path == "/v2/") {
        return {200,
                {{"Content-Type", "application/json; charset=utf-8"}, {ApiVersion, "registry/2.0"}},
                "{}",
                -1};
    }
    if (request.path == "/v2/_catalog") {
        return request.method == "GET" ? catalog(request) : notAllowed(request, "GET");
    }
    if (request.path == "/v2") {
        return movedToRoot();
    }
    if (request.path == "/") {
        return {200, {{"Cache-Control", "no-cache"}}, {}, -1}; // for load balancers
    }
    const auto path = DistributionPath::parse(request.path);
    if (!path) {
        return plainText(404, "404 page not found\n");
    }
    switch (path->route) {
    case DistributionPath::Route::Tags:
        return tags(request, *path);
    case DistributionPath::Route::Manifests:
        return manifest(request, *path);
    case DistributionPath::Route::Blobs:
        return blob(request, *path);
    }
    return plainText(404, "404 page not found\n");
}

MicroResponse DemoRegistry::catalog(const MicroRequest& request) const
{
    bool isNumber = false;
    const int asked = request.queryValue("n").value_or(QByteArray()).toInt(&isNumber);
    if (isNumber && asked > LargestPage) {
        return error(400, "PAGINATION_NUMBER_INVALID", "invalid number of results requested",
                     Json{{"n", asked}});
    }
    const auto page = static_cast<size_t>(isNumber && asked >= 0 ? asked : DefaultPage);
    const QByteArray last = request.queryValue("last").value_or(QByteArray());

    const auto left = m_world.repositoriesAfter(last);
    const auto given = left.first(std::min(page, left.size()));
    Json names = Json::array();
    for (const DemoRepository& repository : given) {
        names.push_back(text(repository.name));
    }
    MicroResponse answer = jsonAnswer(200, Json{{"repositories", names}});
    if (!given.empty() && given.size() < left.size()) {
        const QByteArray name = QUrl::toPercentEncoding(QString::fromUtf8(given.back().name));
        answer.headers.emplace_back("Link", "</v2/_catalog?last=" + name +
                                                "&n=" + QByteArray::number(static_cast<qulonglong>(page)) +
                                                ">; rel=\"next\"");
    }
    return answer;
}

MicroResponse DemoRegistry::tags(const MicroRequest& request, const DistributionPath& path) const
{
    if (request.method != "GET") {
        return notAllowed(request, "GET");
    }
    const DemoRepository* repository = m_world.findRepository(path.name);
    if (repository == nullptr) {
        return error(404, "NAME_UNKNOWN", "repository name not known to registry",
                     Json{{"name", text(path.name)}});
    }
    Json names; // null when the repository was emptied
    for (const DemoTag& tag : repository->tags) {
        names.push_back(text(tag.name));
    }
    return jsonAnswer(200, Json{{"name", text(path.name)}, {"tags", names}});
}

MicroResponse DemoRegistry::manifest(const MicroRequest& request, const DistributionPath& path)
{
    if (request.method == "DELETE") {
        return deleteManifest(path);
    }
    if (!isOneOf(request.method, {"GET", "HEAD"})) {
        return notAllowed(request, "DELETE, GET, HEAD");
    }
    const DemoRepository* repository = m_world.findRepository(path.name);
    const auto digest = Digest::parse(path.reference);
    std::optional<size_t> found;
    if (digest) {
        found = linkedContent(m_world, repository, *digest);
    } else if (repository != nullptr) {
        found = repository->tag(path.reference);
    }
    if (!found || !isManifest(m_world.content()[*found]) ||
        !isAnswerable(request, m_world.content()[*found])) {
        return error(404, "MANIFEST_UNKNOWN", "manifest unknown",
                     digest ? Json{{"Name", text(path.name)}, {"Revision", text(path.reference)}}
                            : Json{{"Tag", text(path.reference)}});
    }
    const DemoContent& content = m_world.content()[*found];
    const QByteArray name = content.descriptor.digest.toByteArray();
    if (isOnlyTag(request, name)) {
        return {304, {{ApiVersion, "registry/2.0"}}, {}, content.descriptor.bytes};
    }
    if (auto refused = refusedByAccept(request, content)) {
        return *std::move(refused);
    }
    return {200,
            {{"Content-Type", content.descriptor.mediaType.toLatin1()},
             {"Docker-Content-Digest", name},
             {ApiVersion, "registry/2.0"},
             {"Etag", '"' + name + '"'}},
            content.body,
            content.isAtHand() ? -1 : content.descriptor.bytes};
}

MicroResponse DemoRegistry::deleteManifest(const DistributionPath& path)
{
    const auto digest = Digest::parse(path.reference);
    if (!digest) {
        return error(400, "DIGEST_INVALID", InvalidDigest);
    }
    const auto found = linkedContent(m_world, m_world.findRepository(path.name), *digest);
    if (!found || !isManifest(m_world.content()[*found])) {
        return error(404, "MANIFEST_UNKNOWN", "manifest unknown");
    }
    m_world.removeManifest(path.name, *found);
    return accepted();
}

MicroResponse DemoRegistry::blob(const MicroRequest& request, const DistributionPath& path)
{
    const auto digest = Digest::parse(path.reference);
    if (!digest) {
        return error(400, "DIGEST_INVALID", InvalidDigest, Json::object());
    }
    if (request.method != "DELETE" && !isOneOf(request.method, {"GET", "HEAD"})) {
        return notAllowed(request, "DELETE, GET, HEAD");
    }
    const auto found = linkedContent(m_world, m_world.findRepository(path.name), *digest);
    if (request.method == "DELETE") {
        if (!found) {
            return error(404, "BLOB_UNKNOWN", "blob unknown to registry");
        }
        m_world.unlink(path.name, *found);
        return accepted();
    }
    const DemoContent* content = found ? &m_world.content()[*found] : nullptr;
    if (content == nullptr || !isAnswerable(request, *content)) {
        return error(404, "BLOB_UNKNOWN", "blob unknown to registry", text(path.reference));
    }
    const QByteArray name = digest->toByteArray();
    MicroResponse answer{200,
                         {{"Accept-Ranges", "bytes"},
                          {"Cache-Control", "max-age=31536000"},
                          {"Content-Type", "application/octet-stream"},
                          {"Docker-Content-Digest", name},
                          {ApiVersion, "registry/2.0"},
                          {"Etag", '"' + name + '"'}},
                         content->body,
                         content->isAtHand() ? -1 : content->descriptor.bytes};
    if (isListedTag(request, name)) {
        answer.status = 304;
        answer.entityBytes = content->descriptor.bytes;
        std::erase_if(answer.headers, [](const auto& header) {
            return header.first == "Content-Type" || header.first == "Accept-Ranges";
        });
    }
    return answer;
}

} // namespace stowage
