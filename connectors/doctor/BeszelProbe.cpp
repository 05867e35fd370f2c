// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/BeszelProbe.h"

#include "connectors/beszel/HubAnswer.h"
#include "connectors/registry/Json.h"

namespace stowage {
namespace {

/// PocketBase's `{"message":"API is healthy.","code":200}`; nothing when it is none.
std::optional<bool> isHealthy(const QByteArray& body)
{
    simdjson::dom::parser parser;
    const auto root = json::parse(parser, body);
    int64_t code = 0;
    if (!root || root->at_key("code").get_int64().get(code) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    return code == 200;
}

bool isList(const QByteArray& body)
{
    simdjson::dom::parser parser;
    const auto root = json::parse(parser, body);
    simdjson::dom::array items;
    return root && root->at_key("items").get_array().get(items) == simdjson::SUCCESS;
}

} // namespace

void BeszelProbe::start()
{
    HttpRequest request;
    request.target = "/api/health";
    ask(std::move(request), patience().answer,
        [this](const HttpResult& result, Millis took) { takeHealth(result, took); });
}

void BeszelProbe::takeHealth(const HttpResult& result, Millis took)
{
    skip(DoctorStep::Authentication,
         tr("nobody is signed in for a look: the state of the source says whether the hub lets us in"));
    const Result<HttpAnswer> answer = hubAnswer(result);
    const std::optional<bool> health = answer ? isHealthy(answer->body) : std::nullopt;
    if (health == true) {
        m_healthTook = took;
        HttpRequest request;
        request.target = "/api/collections/systems/records?perPage=1&skipTotal=1";
        ask(std::move(request), patience().answer,
            [this](const HttpResult& told, Millis time) { takeSystems(told, time); });
        return;
    }
    if (!answer) {
        tell(DoctorStep::Identity,
             Finding::failed(tr("it does not tell its health as a hub does: %1").arg(answer.error().message),
                             answer.error().todo, took));
    } else if (!health) {
        tell(DoctorStep::Identity,
             Finding::failed(tr("it does not tell its health as a hub does"),
                             tr("Check that the address in the profile is a Beszel hub's."), took));
    } else {
        tell(DoctorStep::Identity, Finding::failed(tr("the hub itself says that it is not healthy"),
                                                   tr("Look into the hub's log."), took));
    }
    skip(DoctorStep::Capability, tr("it does not answer as a hub does"));
    Q_EMIT finished();
}

/// To who has not signed in a hub gives a list without any; what is no hub has no such list.
void BeszelProbe::takeSystems(const HttpResult& result, Millis took)
{
    const Result<HttpAnswer> answer = hubAnswer(result);
    const auto kind = answer ? std::nullopt : std::optional(answer.error().kind);
    if (kind == ErrorKind::NotFound) {
        tell(DoctorStep::Identity,
             Finding::failed(tr("a PocketBase server without a hub's list of systems"),
                             tr("Check that the address in the profile is a Beszel hub's."), took));
        skip(DoctorStep::Capability, tr("it is not a Beszel hub"));
        Q_EMIT finished();
        return;
    }
    if (kind == ErrorKind::Unauthorized || kind == ErrorKind::Forbidden || (answer && isList(answer->body))) {
        tell(DoctorStep::Identity,
             Finding::fine(tr("a Beszel hub; its version it tells who has signed in"), m_healthTook));
        tell(DoctorStep::Capability,
             Finding::fine(tr("it has a list of systems; what is in it, it tells who has signed in"), took));
    } else {
        tell(DoctorStep::Identity, Finding::fine(tr("a PocketBase server, as a hub is"), m_healthTook));
        tell(DoctorStep::Capability,
             answer ? Finding::failed(tr("its list of systems cannot be read"),
                                      tr("Check what stands between: the answer is not a hub's."), took)
                    : Finding::failed(tr("it does not list its systems: %1").arg(answer.error().message),
                                      answer.error().todo, took));
    }
    Q_EMIT finished();
}

} // namespace stowage
