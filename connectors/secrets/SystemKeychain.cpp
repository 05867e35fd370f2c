// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/secrets/SystemKeychain.h"

#include "connectors/secrets/SecretRef.h"

#include <QCoreApplication>
#include <qt6keychain/keychain.h>

namespace stowage {
namespace {

const QString Service = QStringLiteral("stowage");

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SystemKeychain)
};

Error keychainError(const QString& entry, QKeychain::Error code, const QString& detail)
{
    const QString where = secretRefText(KeychainSecret{entry});
    switch (code) {
    case QKeychain::EntryNotFound:
        return {ErrorKind::NotFound,
                Words::tr("the keychain has no such entry"),
                where,
                Words::tr("Store it: secret-tool store --label=Stowage user %1 server %2 type plaintext")
                    .arg(entry, Service),
                {}};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {ErrorKind::Forbidden,
                Words::tr("the keychain refused access"),
                where,
                Words::tr("Unlock the keychain."),
                {}};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {ErrorKind::Unsupported,
                Words::tr("this session has no keychain"),
                where,
                Words::tr("Use {\"file\"} or {\"env\"} in the profile."),
                {}};
    default:
        return {
            ErrorKind::Storage,
            Words::tr("no keychain answers in this session: %1").arg(detail),
            where,
            Words::tr(
                "Use {\"file\"} or {\"env\"} in the profile, or start a keychain (Secret Service, KWallet)."),
            {}};
    }
}

} // namespace

void SystemKeychain::read(const QString& entry, QObject* context, Answer answer)
{
    auto* job = new QKeychain::ReadPasswordJob(Service, context);
    job->setKey(entry);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [job, entry, answer = std::move(answer)](QKeychain::Job*) {
                         if (job->error() != QKeychain::NoError) {
                             answer(fail(keychainError(entry, job->error(), job->errorString())));
                         } else {
                             answer(Secret(job->binaryData()));
                         }
                     });
    job->start();
}

} // namespace stowage
