// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubSession.h"

#include "connectors/beszel/HubAnswer.h"
#include "connectors/beszel/HubTime.h"
#include "connectors/registry/Json.h"

#include <nlohmann/json.hpp>

namespace stowage {
namespace {

const QByteArray SignInPath = QByteArrayLiteral("/api/collections/users/auth-with-password");
const QByteArray RenewPath = QByteArrayLiteral("/api/collections/users/auth-refresh");
const QByteArray CodePath = QByteArrayLiteral("/api/collections/users/request-otp");
const QByteArray CodeSignInPath = QByteArrayLiteral("/api/collections/users/auth-with-otp");

constexpr qint64 BodyLimit = 256 * 1024;
constexpr int MostCodes = 3;

/// A token is renewed after three quarters of its life, and a strange life does not make us ask all the time.
constexpr std::chrono::minutes ShortestLife{1};
constexpr std::chrono::hours LongestLife{72};

QByteArray body(const nlohmann::json& object)
{
    // What is no UTF-8 cannot be a password that the hub knows; it must not throw either.
    return QByteArray::fromStdString(object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

QByteArray memberOf(const QByteArray& json, std::string_view key)
{
    simdjson::dom::parser parser;
    const auto root = json::parse(parser, json);
    const auto found = root ? json::text(*root, key) : std::nullopt;
    return found ? found->toByteArray() : QByteArray();
}

} // namespace

std::vector<DeclaredRead> hubReads()
{
    std::vector<DeclaredRead> reads;
    for (const QByteArray& path :
         {SignInPath, RenewPath, CodePath, CodeSignInPath, QByteArrayLiteral("/api/realtime")}) {
        reads.push_back({HttpMethod::Post, path});
    }
    return reads;
}

HubSession::HubSession(HttpEngine& engine, EndpointId endpoint, const Clock& clock,
                       const BeszelSettings& settings, OneTimeCodes* codes, QObject* parent)
    : QObject(parent), m_engine(engine), m_endpoint(endpoint), m_clock(clock), m_settings(settings),
      m_codes(codes)
{
    if (m_codes != nullptr) {
        connect(m_codes, &OneTimeCodes::answered, this, &HubSession::takeCode);
    }
}

HubSession::~HubSession()
{
    if (m_isAsking) {
        m_codes->dismiss(m_settings.id);
    }
}

void HubSession::open()
{
    if (m_isBusy) {
        return; // its end serves both
    }
    if (!isOpen()) {
        signIn();
        return;
    }
    m_isBusy = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isBusy = false;
            Q_EMIT opened(false);
        },
        Qt::QueuedConnection);
}

void HubSession::probe()
{
    if (m_isBusy) {
        return;
    }
    if (!isOpen()) {
        signIn();
        return;
    }
    post(RenewPath, {}, &HubSession::takeRenewal);
}

void HubSession::authorise(HttpRequest& request) const
{
    request.headers.add("Authorization", m_token.token.reveal());
    request.followRedirects = false;
}

void HubSession::watchClock(const HttpHeaders& headers)
{
    if (const auto told = httpDate(headers.value("Date"))) {
        m_skew = *told - m_clock.now();
    }
}

void HubSession::post(const QByteArray& path, const QByteArray& content,
                      void (HubSession::*then)(const HttpResult&))
{
    m_isBusy = true;
    HttpRequest request;
    request.method = HttpMethod::Post;
    request.target = path;
    request.body = content;
    request.bodyLimit = BodyLimit;
    request.retry = RetryClass::Write;
    request.followRedirects = false;
    if (!content.isEmpty()) {
        request.headers.add("Content-Type", "application/json");
    }
    if (path == RenewPath) {
        authorise(request);
    }
    HttpCall* call = m_engine.send(m_endpoint, std::move(request), this);
    connect(call, &HttpCall::finished, this, [this, then](const HttpResult& result) {
        m_isBusy = false;
        if (result) {
            watchClock(result->headers);
        }
        (this->*then)(result);
    });
}

void HubSession::signIn()
{
    m_mfaId.clear();
    m_otpId.clear();
    m_codesRefused = 0;
    post(SignInPath,
         body({{"identity", m_settings.user.toStdString()},
               {"password", m_settings.password.reveal().toStdString()}}),
         &HubSession::takeSignIn);
}

void HubSession::takeSignIn(const HttpResult& result)
{
    if (result && result->status == 401) {
        m_mfaId = memberOf(result->body, "mfaId");
        if (!m_mfaId.isEmpty()) {
            requestCode();
            return;
        }
    }
    if (result && result->status == 400) {
        refuse({ErrorKind::Unauthorized,
                tr("the hub refuses user or password"),
                {},
                tr("Check 'auth' of this source in the profile, and that the account is one of the hub's "
                   "users."),
                {}});
        return;
    }
    const Result<HttpAnswer> answer = hubAnswer(result);
    answer ? take(*answer, true) : refuse(answer.error());
}

void HubSession::requestCode()
{
    if (m_codes == nullptr) {
        refuse({ErrorKind::Unsupported,
                tr("the hub asks for a one-time code, which can be given in the window alone"),
                {},
                tr("Open the window, or give this source an account that signs in by password alone."),
                {}});
        return;
    }
    post(CodePath, body({{"email", m_settings.user.toStdString()}}), &HubSession::takeCodeRequest);
}

void HubSession::takeCodeRequest(const HttpResult& result)
{
    const Result<HttpAnswer> answer = hubAnswer(result);
    if (!answer) {
        refuse(answer.error());
        return;
    }
    m_otpId = memberOf(answer->body, "otpId");
    if (m_otpId.isEmpty()) {
        refuse({ErrorKind::Malformed,
                tr("the hub gave no number for its one-time code"),
                {},
                tr("Check that the hub is of a version that this program knows."),
                {}});
        return;
    }
    m_isBusy = true;
    m_isAsking = true;
    m_codes->ask(
        m_settings.id,
        m_codesRefused == 0
            ? tr("The hub has sent a one-time code to %1.").arg(m_settings.user)
            : tr("The hub did not accept that code. A new one has been sent to %1.").arg(m_settings.user));
}

void HubSession::takeCode(const QString& source, const Secret& code)
{
    if (source != m_settings.id || !std::exchange(m_isAsking, false)) {
        return;
    }
    m_isBusy = false;
    if (code.isEmpty()) {
        refuse({ErrorKind::Unauthorized,
                tr("no one-time code was given"),
                {},
                tr("Read this source anew to be asked again."),
                {}});
        return;
    }
    post(CodeSignInPath,
         body({{"otpId", m_otpId.toStdString()},
               {"password", code.reveal().trimmed().toStdString()},
               {"mfaId", m_mfaId.toStdString()}}),
         &HubSession::takeCodeAnswer);
}

void HubSession::takeCodeAnswer(const HttpResult& result)
{
    const bool isRefused = result && (result->status == 400 || result->status == 401);
    if (isRefused && ++m_codesRefused < MostCodes) {
        requestCode();
        return;
    }
    if (isRefused) {
        refuse({ErrorKind::Unauthorized,
                tr("the hub accepted none of the one-time codes"),
                {},
                tr("Read this source anew to be asked again."),
                {}});
        return;
    }
    const Result<HttpAnswer> answer = hubAnswer(result);
    answer ? take(*answer, true) : refuse(answer.error());
}

void HubSession::takeRenewal(const HttpResult& result)
{
    if (result && (result->status == 401 || result->status == 403 || result->status == 404)) {
        m_token = {}; // it is over, or its user is no more
        signIn();
        return;
    }
    const Result<HttpAnswer> answer = hubAnswer(result);
    if (answer) {
        take(*answer, false);
        return;
    }
    renewInTime();
    Q_EMIT failed(answer.error());
}

void HubSession::take(const HttpAnswer& answer, bool isNew)
{
    Result<HubToken> token = HubToken::parse(answer.body);
    if (!token) {
        refuse(token.error());
        return;
    }
    m_token = std::move(*token);
    renewInTime();
    Q_EMIT opened(isNew);
}

void HubSession::refuse(Error error)
{
    m_token = {};
    m_renewal.reset();
    Q_EMIT failed(error);
}

/// By the hub's own clock: ours may be off by hours.
void HubSession::renewInTime()
{
    m_renewal = std::make_unique<QObject>();
    const Millis life = m_token.expires ? *m_token.expires - hubNow() : Millis{LongestLife};
    const Millis wait = std::clamp<Millis>(life * 3 / 4, ShortestLife, LongestLife);
    m_clock.after(wait, m_renewal.get(), [this] { probe(); });
}

} // namespace stowage
