// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/beszel/BeszelSettings.h"
#include "connectors/beszel/HubToken.h"
#include "connectors/http/HttpEngine.h"
#include "models/ports/Clock.h"
#include "models/ports/OneTimeCodes.h"

#include <memory>

namespace stowage {

/// The requests that signing in and subscribing make, to be declared as reads of the endpoint.
std::vector<DeclaredRead> hubReads();

/// A user's session at a hub: signs in by password and, where the hub asks for it, a one-time code; renews
/// the token before it is over; tells a token that the hub no longer takes from an empty fleet.
class HubSession : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the session; `codes` may be null.
    HubSession(HttpEngine& engine, EndpointId endpoint, const Clock& clock, const BeszelSettings& settings,
               OneTimeCodes* codes, QObject* parent = nullptr);
    ~HubSession() override;

    /// Makes sure that there is a token: ends with opened() or failed(), never from within.
    void open();

    /// Asks the hub whether it still takes the token, and renews it by the way; signs in where it does not.
    /// Ends as open() does.
    void probe();

    /// Puts the token into a request.
    void authorise(HttpRequest& request) const;

    /// The account's id, as the hub knows it.
    const QString& user() const { return m_token.user; }

    bool isOpen() const { return !m_token.token.isEmpty(); }

    /// The hub's clock minus ours, by the last answer that told it.
    std::optional<Millis> skew() const { return m_skew; }
    /// The hub's time now, by that.
    Timestamp hubNow() const { return m_clock.now() + m_skew.value_or(Millis{0}); }
    void watchClock(const HttpHeaders& headers);

Q_SIGNALS:
    /// `isNew`: signed in, where a moment ago there was none or one that is over.
    void opened(bool isNew);
    void failed(const stowage::Error& error);

private:
    void post(const QByteArray& path, const QByteArray& body, void (HubSession::*then)(const HttpResult&));
    void signIn();
    void takeSignIn(const HttpResult& result);
    void requestCode();
    void takeCodeRequest(const HttpResult& result);
    void takeCode(const QString& source, const Secret& code);
    void takeCodeAnswer(const HttpResult& result);
    void takeRenewal(const HttpResult& result);
    void take(const HttpAnswer& answer, bool isNew);
    void refuse(Error error);
    void renewInTime();

    HttpEngine& m_engine;
    EndpointId m_endpoint;
    const Clock& m_clock;
    const BeszelSettings& m_settings;
    OneTimeCodes* m_codes;
    HubToken m_token;
    std::optional<Millis> m_skew;
    QByteArray m_mfaId;
    QByteArray m_otpId;
    int m_codesRefused = 0;
    bool m_isBusy = false;
    bool m_isAsking = false;            ///< a person, for a code
    std::unique_ptr<QObject> m_renewal; ///< context of the timer
};

} // namespace stowage
