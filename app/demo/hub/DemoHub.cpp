// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/hub/DemoHub.h"

#include "app/demo/DemoWorld.h"
#include "models/core/Digest.h"

#include <nlohmann/json.hpp>

#include <QLocale>

namespace stowage {
namespace {

using Json = nlohmann::json;
using namespace std::chrono_literals;

constexpr std::chrono::hours TokenLife{24 * 5};
constexpr Millis Forever = Millis::max();

Json parsed(const QByteArray& body)
{
    return Json::parse(body.begin(), body.end(), nullptr, false);
}

QByteArray memberOf(const Json& json, const char* key)
{
    const auto found = json.is_object() ? json.find(key) : json.end();
    return json.is_object() && found != json.end() && found->is_string()
               ? QByteArray::fromStdString(found->get<std::string>())
               : QByteArray();
}

QByteArray base64(const QByteArray& text)
{
    return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray refusal(int status, const char* message)
{
    return QByteArray("{\"data\":{},\"message\":\"") + message +
           "\",\"status\":" + QByteArray::number(status) + "}\n";
}

} // namespace

DemoHub::DemoHub(const DemoWorld& world, MicroEngine* shared)
    : m_world(world), m_records(world),
      m_server([this](const MicroRequest& request) { return handle(request); }, shared)
{
}

Result<void> DemoHub::start()
{
    m_systems = m_records.systems();
    for (DemoSystem& system : m_systems) {
        system.told = DemoHubRecords::numbers(system, 0, m_world.now()).second;
        follow(system);
        if (!system.isTwin && system.status == "up") {
            system.updated = DemoHubRecords::momentOf(system, {0, 0, system.told});
        }
    }
    m_alerts = std::make_unique<DemoHubAlerts>(m_records, m_systems);
    judgeAlerts();
    return m_server.listen();
}

void DemoHub::stop()
{
    m_clients.clear();
    m_server.close();
}

/// The state of its node, and since when.
void DemoHub::follow(DemoSystem& system)
{
    if (system.isTwin || system.status == "paused" || system.status == "pending") {
        return;
    }
    const Millis now = m_world.now();
    const DemoNode* node = system.machine.node ? &m_world.nodes()[*system.machine.node] : nullptr;
    const bool isGone = node != nullptr && node->state == DemoNodeState::Gone;
    const bool wasGone = !system.outages.empty() && system.outages.back().to == Forever;
    if (isGone && !wasGone) {
        system.outages.push_back({node->goneSince, Forever});
    } else if (!isGone && wasGone) {
        system.outages.back().to = node->backSince;
    }
    Millis since = node != nullptr ? node->backSince : Millis{0};
    bool isSilent = false;
    for (const DemoOutage& silence : system.silences) {
        isSilent = isSilent || (silence.from <= now && now < silence.to);
        since = isSilent ? silence.from : silence.to <= now ? std::max(since, silence.to) : since;
    }
    // A lost line is noticed after five seconds.
    setUp(system, !isGone && !isSilent, isGone ? node->goneSince + 5s : since);
}

void DemoHub::setUp(DemoSystem& system, bool isUp, Millis since)
{
    if (isUp != (system.status == "up")) {
        system.status = isUp ? "up" : "down";
        system.updated = std::max(since, system.updated);
        tellSystem(system);
    }
}

void DemoHub::judgeAlerts()
{
    m_alerts->advance(m_systems, m_world.now(),
                      [this](const QByteArray& topic, const QByteArray& action, const QByteArray& record) {
                          tell(topic, action, record);
                      });
}

void DemoHub::tick()
{
    const Millis now = m_world.now();
    for (DemoSystem& system : m_systems) {
        follow(system);
        const qint64 newest = DemoHubRecords::numbers(system, 0, now).second;
        if (newest <= system.told) {
            continue;
        }
        system.told = newest;
        const DemoStatsKey key{0, 0, newest};
        if (system.status != "up" || !DemoHubRecords::exists(system, key, now)) {
            continue;
        }
        system.updated = DemoHubRecords::momentOf(system, key);
        if (m_clients.isEmpty()) {
            continue;
        }
        tell("system_stats", "create", m_records.systemStats(system, key));
        tell("container_stats", "create", m_records.containerStats(system, key));
        tellSystem(system);
    }
    judgeAlerts();
    m_clients.removeIf([now](std::pair<const QByteArray&, Client&> entry) {
        const Client& client = entry.second;
        if (now - client.openedAt >= LongestStream || now - client.toldAt >= LongestSilence) {
            client.stream->end();
        }
        return !client.stream->isOpen();
    });
}

void DemoHub::tellSystem(const DemoSystem& system)
{
    tell("systems", "update", m_records.system(system));
}

void DemoHub::tell(const QByteArray& topic, const QByteArray& action, const QByteArray& record)
{
    for (auto it = m_clients.begin(); it != m_clients.end(); ++it) {
        if (it->topics.contains(topic + "/*")) {
            it->toldAt = m_world.now();
            it->stream->write("id:" + it.key() + "\nevent:" + topic + "/*\ndata:{\"record\":" + record +
                              ",\"action\":\"" + action + "\"}\n\n");
        }
    }
}

int DemoHub::subscribers() const
{
    int count = 0;
    for (const Client& client : m_clients) {
        count += client.stream->isOpen() && !client.topics.isEmpty() ? 1 : 0;
    }
    return count;
}

void DemoHub::cutStreams()
{
    for (const Client& client : std::as_const(m_clients)) {
        client.stream->end();
    }
    m_clients.clear();
}

void DemoHub::setStatus(const QByteArray& machine, const QByteArray& status)
{
    for (DemoSystem& system : m_systems) {
        if (system.machine.name == machine && !system.isTwin) {
            system.status = status;
            system.updated = m_world.now();
            tellSystem(system);
        }
    }
}

void DemoHub::remove(const QByteArray& machine)
{
    for (const DemoSystem& system : m_systems) {
        if (system.machine.name == machine) {
            for (const DemoHubAlert& alert : m_alerts->alerts()) {
                if (alert.system == system.id) {
                    tell("alerts", "delete", m_alerts->alert(alert));
                }
            }
            tell("systems", "delete", m_records.system(system));
        }
    }
    std::erase_if(m_systems, [&](const DemoSystem& system) { return system.machine.name == machine; });
}

MicroAnswer DemoHub::handle(const MicroRequest& request)
{
    const QByteArrayView path = request.path;
    constexpr QByteArrayView Users{"/api/collections/users/"};
    constexpr QByteArrayView Collections{"/api/collections/"};
    constexpr QByteArrayView Records{"/records"};
    const bool isPost = request.method == "POST";
    if (path == "/api/health") {
        return answer(200, "{\"message\":\"API is healthy.\",\"code\":200,\"data\":{}}\n");
    }
    if (path == "/api/realtime") {
        return isPost ? subscribe(request) : openStream();
    }
    if (path == "/api/beszel/info" && isAuthorised(request)) {
        return answer(200, "{\"key\":\"ssh-ed25519 DEMO\",\"v\":\"0.18.8\",\"cu\":false}\n");
    }
    if (isPost && path == QByteArray(Users.toByteArray() + "auth-with-password")) {
        return signIn(request);
    }
    if (isPost && path == QByteArray(Users.toByteArray() + "request-otp")) {
        m_otpId = DemoHubRecords::idOf("otp" + QByteArray::number(++m_numbers));
        return answer(200, "{\"otpId\":\"" + m_otpId + "\"}\n");
    }
    if (isPost && path == QByteArray(Users.toByteArray() + "auth-with-otp")) {
        return signInByCode(request);
    }
    if (isPost && path == QByteArray(Users.toByteArray() + "auth-refresh")) {
        return renew(request);
    }
    if (path.startsWith(Collections) && path.endsWith(Records)) {
        return listed(request, path.chopped(Records.size()).sliced(Collections.size()));
    }
    return withDate({200, {{"Content-Type", "text/html; charset=utf-8"}}, "<html></html>\n", -1});
}

MicroAnswer DemoHub::signIn(const MicroRequest& request)
{
    const Json body = parsed(request.body);
    if (memberOf(body, "identity") != User || memberOf(body, "password") != Password) {
        return answer(400, refusal(400, "Failed to authenticate."));
    }
    if (!m_code.isEmpty()) {
        m_mfaId = DemoHubRecords::idOf("mfa" + QByteArray::number(++m_numbers));
        return answer(401, "{\"mfaId\":\"" + m_mfaId + "\"}\n");
    }
    ++m_signIns;
    return token();
}

MicroAnswer DemoHub::signInByCode(const MicroRequest& request)
{
    const Json body = parsed(request.body);
    if (m_code.isEmpty() || memberOf(body, "password") != m_code || memberOf(body, "mfaId") != m_mfaId ||
        memberOf(body, "otpId") != m_otpId) {
        return answer(400, refusal(400, "Invalid or expired OTP"));
    }
    ++m_signIns;
    return token();
}

MicroAnswer DemoHub::renew(const MicroRequest& request)
{
    return isAuthorised(request)
               ? token()
               : answer(401, refusal(401, "The request requires valid record authorization token."));
}

MicroResponse DemoHub::token()
{
    const QByteArray user = m_user.isEmpty() ? QByteArray(DemoHubAlerts::User) : m_user;
    const Timestamp until = m_records.timeOf(m_world.now()) + TokenLife;
    const QByteArray claims = "{\"collectionId\":\"_pb_users_auth_\",\"exp\":" +
                              QByteArray::number(qint64{until.time_since_epoch() / 1s}) + ",\"id\":\"" +
                              user + "\",\"refreshable\":true,\"type\":\"auth\"}";
    const QByteArray jwt = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + '.' + base64(claims) + '.' +
                           DemoHubRecords::idOf("token" + QByteArray::number(++m_numbers));
    m_tokens.insert(jwt);
    const QByteArray since = DemoHubRecords::timeText(m_records.timeOf(-33 * 24h));
    return answer(
        200, "{\"record\":{\"avatar\":\"\",\"collectionId\":\"_pb_users_auth_\",\"collectionName\":"
             "\"users\",\"created\":\"" +
                 since + "\",\"email\":\"" + User + "\",\"emailVisibility\":false,\"id\":\"" + user +
                 "\",\"name\":\"\",\"role\":"
                 "\"admin\",\"updated\":\"" +
                 since + "\",\"username\":\"users720868\",\"verified\":true},\"token\":\"" + jwt + "\"}\n");
}

bool DemoHub::isAuthorised(const MicroRequest& request) const
{
    return m_tokens.contains(request.header("Authorization").toByteArray());
}

MicroAnswer DemoHub::openStream()
{
    if (m_refusesStreams) {
        return withDate({200, {{"Content-Type", "text/html; charset=utf-8"}}, "<html></html>\n", -1});
    }
    QByteArray id = Digest::of("client" + QByteArray::number(++m_numbers)).toString().mid(7, 40).toLatin1();
    Client client{std::make_shared<MicroStream>(), {}, m_world.now(), m_world.now()};
    client.stream->write("id:" + id + "\nevent:PB_CONNECT\ndata:{\"clientId\":\"" + id + "\"}\n\n");
    MicroStreaming streaming{withDate({200,
                                       {{"Content-Type", "text/event-stream"},
                                        {"Cache-Control", "no-store"},
                                        {"X-Accel-Buffering", "no"}},
                                       {},
                                       -1}),
                             client.stream};
    m_clients.insert(id, client);
    return streaming;
}

MicroAnswer DemoHub::subscribe(const MicroRequest& request)
{
    const Json body = parsed(request.body);
    const auto client = m_clients.find(memberOf(body, "clientId"));
    if (client == m_clients.end()) {
        return answer(404, refusal(404, "Missing or invalid client id."));
    }
    client->topics.clear();
    if (isAuthorised(request)) { // to anybody else nothing is ever told, and nothing of that either
        for (const Json& topic : body.value("subscriptions", Json::array())) {
            client->topics.insert(
                QByteArray::fromStdString(topic.is_string() ? topic.get<std::string>() : ""));
        }
    }
    return withDate({204, {}, {}, -1});
}

MicroResponse DemoHub::answer(int status, const QByteArray& json) const
{
    return withDate({status, {{"Content-Type", "application/json"}}, json, -1});
}

MicroResponse DemoHub::withDate(MicroResponse response) const
{
    const auto now = m_records.timeOf(m_world.now()).time_since_epoch().count();
    const QString date = QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(now, Qt::UTC),
                                               QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    for (const auto& [name, value] :
         {std::pair{"Vary", "Origin"}, std::pair{"X-Content-Type-Options", "nosniff"},
          std::pair{"X-Frame-Options", "SAMEORIGIN"}, std::pair{"X-Xss-Protection", "1; mode=block"}}) {
        response.headers.emplace_back(name, value);
    }
    response.headers.emplace_back("Date", date.toLatin1());
    return response;
}

} // namespace stowage
