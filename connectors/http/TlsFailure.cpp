// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/TlsFailure.h"

#include <curl/curl.h>

#include <QCoreApplication>

namespace stowage {
namespace {

/// OpenSSL's verification results (openssl/x509_vfy.h, stable since 1.0); libcurl hands them through.
enum VerifyResult : long
{
    Fine = 0,
    NotAsked = 1, ///< libcurl's own: the chain was not looked at, since the name was wrong
    UnableToGetIssuer = 2,
    NotYetValid = 9,
    HasExpired = 10,
    SelfSigned = 18,
    SelfSignedInChain = 19,
    UnableToGetIssuerLocally = 20,
    UnableToVerifyLeaf = 21,
    Revoked = 23,
    Untrusted = 27,
};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TlsFailure)
};

Error make(const TransferFailure& failure, const QString& message, const QString& todo)
{
    return {ErrorKind::Tls, message, failure.where, todo, {}};
}

Error certificate(const TransferFailure& f)
{
    switch (f.verifyResult) {
    case HasExpired:
        return make(f, Words::tr("the certificate of %1 has expired").arg(f.host),
                    Words::tr("Renew the server's certificate; if it is new, check this machine's clock."));
    case NotYetValid:
        return make(f, Words::tr("the certificate of %1 is not valid yet").arg(f.host),
                    Words::tr("Check this machine's clock, then the certificate's dates."));
    case Revoked:
        return make(f, Words::tr("the certificate of %1 has been revoked").arg(f.host),
                    Words::tr("Replace the server's certificate."));
    case SelfSigned:
    case SelfSignedInChain:
    case UnableToGetIssuer:
    case UnableToGetIssuerLocally:
    case UnableToVerifyLeaf:
    case Untrusted:
        return make(
            f, Words::tr("the certificate of %1 comes from an unknown issuer").arg(f.host),
            Words::tr("Name the issuer's certificate as the CA file in the profile, if you trust it."));
    case Fine:
    case NotAsked:
        return make(f, Words::tr("the certificate is for another host than %1").arg(f.host),
                    Words::tr("Use a name that the certificate holds, or have it issued for this one."));
    default:
        return make(f,
                    Words::tr("the certificate of %1 is not acceptable (OpenSSL's reason %2)")
                        .arg(f.host)
                        .arg(f.verifyResult),
                    Words::tr("Examine the certificate chain of the server."));
    }
}

/// With TLS 1.3 a server refuses a missing client certificate only after the handshake: an alert on reading.
bool isAlert(const TransferFailure& f)
{
    return f.curlCode != CURLE_OK && f.detail.contains("alert") && f.detail.contains("SSL");
}

Error handshake(const TransferFailure& f)
{
    if (f.detail.contains("certificate required") || f.detail.contains("alert bad certificate") ||
        f.detail.contains("alert unknown ca") || f.detail.contains("alert handshake failure")) {
        return make(
            f, Words::tr("%1 refused the TLS handshake").arg(f.host),
            Words::tr(
                "Check whether it wants a client certificate, and which; then name it in the profile."));
    }
    return make(f, Words::tr("the TLS handshake with %1 failed").arg(f.host),
                Words::tr("Check that the server speaks TLS on this port, and which versions of it."));
}

} // namespace

std::optional<Error> judgeTls(const TransferFailure& f)
{
    switch (f.curlCode) {
    case CURLE_PEER_FAILED_VERIFICATION:
        return certificate(f);
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
        return make(
            f, Words::tr("%1 has another public key than the pinned one").arg(f.host),
            Words::tr(
                "If the key was changed on purpose, update the pin in the profile; if not, somebody else "
                "answers there."));
    case CURLE_SSL_CACERT_BADFILE:
        return make(f, Words::tr("the CA file cannot be read"),
                    Words::tr("Check the CA file in the profile: it must exist and hold PEM certificates."));
    case CURLE_SSL_CERTPROBLEM:
        return make(f, Words::tr("the client certificate or its key cannot be used"),
                    Words::tr("Check both files in the profile: PEM, readable, and belonging together."));
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ENGINE_INITFAILED:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_USE_SSL_FAILED:
        return handshake(f);
    default:
        return isAlert(f) ? std::optional(handshake(f)) : std::nullopt;
    }
}

} // namespace stowage
