// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/registry/ScriptedRegistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace stowage::test {

ServerAnswer namesPage(const char* key, const QStringList& names)
{
    const QJsonObject page{{QString::fromLatin1(key), QJsonArray::fromStringList(names)}};
    return ServerAnswer::json(QJsonDocument(page).toJson(QJsonDocument::Compact));
}

ServerAnswer registryFault(int status, const QByteArray& code)
{
    return ServerAnswer::json(R"({"errors":[{"code":")" + code + R"(","message":"scripted","detail":{}}]})",
                              status);
}

void ScriptedRegistry::hold(const Holdings& holdings)
{
    m_script.clear();
    m_script.insert("/v2/", ServerAnswer::json("{}").with("Docker-Distribution-Api-Version", "registry/2.0"));
    m_script.insert("/v2/_catalog?n=1000", namesPage("repositories", holdings.keys()));
    for (auto repository = holdings.cbegin(); repository != holdings.cend(); ++repository) {
        m_script.insert("/v2/" + repository.key().toLatin1() + "/tags/list",
                        namesPage("tags", repository->keys()));
        for (auto tag = repository->cbegin(); tag != repository->cend(); ++tag) {
            holdContent(repository.key(), tag.key(), *tag);
        }
    }
    rehearse();
}

void ScriptedRegistry::holdContent(const QString& repository, const QString& tag, const MadeImage& image)
{
    const QByteArray base = "/v2/" + repository.toLatin1();
    for (const MadeImage::Part& blob : image.blobs) {
        m_script.insert(base + "/blobs/" + blob.digest().toByteArray(), ServerAnswer::text(blob.body));
    }
    for (const MadeImage::Part& manifest : image.manifests) {
        const QByteArray digest = manifest.digest().toByteArray();
        ServerAnswer whole;
        whole.body = manifest.body;
        whole.headers = {{"Content-Type", manifest.mediaType}, {"Docker-Content-Digest", digest}};
        m_script.insert(base + "/manifests/" + digest, whole);
        m_script.insert(base + "/manifests/" + tag.toLatin1(), whole); // the last one stays
    }
}

void ScriptedRegistry::say(const QByteArray& target, const ServerAnswer& answer)
{
    m_script.insert(target, answer);
    rehearse();
}

/// Hands the whole script to the server's thread, by value.
void ScriptedRegistry::rehearse()
{
    m_server.handle([script = m_script](const RecordedRequest& request) {
        const auto found = script.constFind(request.target);
        if (found == script.cend()) {
            return registryFault(404,
                                 request.path.contains("/manifests/") ? "MANIFEST_UNKNOWN" : "NAME_UNKNOWN");
        }
        for (const auto& [name, value] : found->headers) {
            if (name == "Docker-Content-Digest" && request.header("If-None-Match") == '"' + value + '"') {
                ServerAnswer unchanged;
                unchanged.status = 304;
                return unchanged;
            }
        }
        return *found;
    });
}

QStringList ScriptedRegistry::takeLog()
{
    const std::vector<RecordedRequest> requests = m_server.requests();
    QStringList log;
    for (; m_taken < requests.size(); ++m_taken) {
        log.push_back(QString::fromLatin1(requests[m_taken].method + ' ' + requests[m_taken].target));
    }
    log.sort();
    return log;
}

} // namespace stowage::test
