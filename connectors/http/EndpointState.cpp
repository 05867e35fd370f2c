// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/EndpointState.h"

namespace stowage {
namespace {

QByteArray fixedAuthorization(const Credentials& credentials)
{
    if (const auto* basic = std::get_if<BasicCredentials>(&credentials)) {
        return "Basic " + (basic->user.toUtf8() + ':' + basic->password.reveal()).toBase64();
    }
    if (const auto* ready = std::get_if<TokenCredentials>(&credentials)) {
        return ready->scheme.isEmpty() ? ready->token.reveal() : ready->scheme + ' ' + ready->token.reveal();
    }
    return {};
}

QByteArray withoutTrailingSlash(QByteArray text)
{
    while (text.endsWith('/')) {
        text.chop(1);
    }
    return text;
}

QByteArray serverOf(const std::optional<Url>& base, const Endpoint& config)
{
    if (!base || !config.proxy.isEmpty()) {
        return {};
    }
    const qsizetype path = base->text.indexOf('/', base->text.indexOf("://") + 3);
    return path < 0 ? base->text : base->text.first(path);
}

std::optional<Url> baseOf(const QByteArray& text)
{
    auto url = Url::parse(text);
    // A query in the base would swallow every path that is appended.
    return url && !url->text.contains('?') ? url : std::nullopt;
}

} // namespace

EndpointState::EndpointState(EndpointId endpointId, Endpoint endpoint)
    : id(endpointId), config(std::move(endpoint)), base(baseOf(config.baseUrl)),
      prefix(base ? withoutTrailingSlash(base->text) : QByteArray()), server(serverOf(base, config)),
      queue(config.budget), gate(config.readOnly, base.value_or(Url{}), config.declaredReads),
      m_fixedAuthorization(fixedAuthorization(config.credentials))
{
    stats.width = queue.width().width();
}

QByteArray EndpointState::authorization(const HttpRequest& request, const QByteArray& url, SteadyTime now,
                                        Secret* token) const
{
    if (!tokens.isBearer() || std::holds_alternative<TokenCredentials>(config.credentials)) {
        return m_fixedAuthorization;
    }
    *token = tokens.tokenFor(request.scope, withoutQuery(url), now);
    return token->isEmpty() ? QByteArray() : "Bearer " + token->reveal();
}

QByteArray EndpointState::realmAuthorization(const Url& realm) const
{
    if (!std::holds_alternative<BasicCredentials>(config.credentials)) {
        return {};
    }
    const bool sameClearHost = base && !base->isHttps() && base->host == realm.host;
    return realm.isHttps() || realm.isLoopback() || sameClearHost ? m_fixedAuthorization : QByteArray();
}

QString EndpointState::where(const QByteArray& url) const
{
    const auto at = Url::parse(url);
    if (!at) {
        return config.source;
    }
    return config.source.isEmpty() ? at->authority()
                                   : QStringLiteral("%1 (%2)").arg(config.source, at->authority());
}

std::unique_ptr<CurlTransfer> EndpointState::borrow(bool foreign, const QByteArray& userAgent,
                                                    TransferContext& context)
{
    auto& idle = foreign ? m_idleForeign : m_idle;
    if (idle.empty()) {
        return std::make_unique<CurlTransfer>(config, userAgent, foreign, context);
    }
    auto transfer = std::move(idle.back());
    idle.pop_back();
    return transfer;
}

void EndpointState::giveBack(std::unique_ptr<CurlTransfer> transfer)
{
    auto& idle = transfer->isForeign() ? m_idleForeign : m_idle;
    if (idle.size() < static_cast<size_t>(queue.width().most())) {
        idle.push_back(std::move(transfer));
    }
}

} // namespace stowage
