// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/secrets/SecretResolver.h"

#include "connectors/secrets/SecretFile.h"
#include "connectors/secrets/SystemKeychain.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SecretResolver)
};

Result<Secret> readEnvironment(const EnvSecret& ref)
{
    const QByteArray name = ref.name.toLocal8Bit();
    if (!qEnvironmentVariableIsSet(name.constData())) {
        return fail({ErrorKind::NotFound,
                     Words::tr("it is not set"),
                     secretRefText(ref),
                     Words::tr("Set it before Stowage starts: export %1=…").arg(ref.name),
                     {}});
    }
    return Secret(qgetenv(name.constData()));
}

/// The secret, unless nobody could sign in with it.
Result<Secret> usable(const SecretRef& ref, const Result<Secret>& secret)
{
    if (!secret) {
        return secret;
    }
    const QByteArray& value = secret->reveal();
    if (value.isEmpty()) {
        return fail({ErrorKind::Malformed,
                     Words::tr("it is empty"),
                     secretRefText(ref),
                     Words::tr("Put the secret there."),
                     {}});
    }
    if (std::any_of(value.cbegin(), value.cend(),
                    [](char c) { return c == '\n' || c == '\r' || c == '\0'; })) {
        return fail({ErrorKind::Malformed,
                     Words::tr("it has more than one line, or a zero byte"),
                     secretRefText(ref),
                     Words::tr("Put nothing but the secret there."),
                     {}});
    }
    return secret;
}

} // namespace

SecretResolver::SecretResolver(std::unique_ptr<Keychain> keychain)
    : m_keychain(keychain ? std::move(keychain) : std::make_unique<SystemKeychain>())
{
}

SecretResolver::~SecretResolver() = default;

void SecretResolver::resolve(const SecretRef& ref, QObject* context, Answer answer)
{
    // Posted to the inbox and guarded by the context: an answer needs both alive.
    const auto deliver = [this, ref, guard = QPointer<QObject>(context),
                          answer = std::move(answer)](const Result<Secret>& secret) {
        QMetaObject::invokeMethod(
            &m_inbox,
            [guard, answer, result = usable(ref, secret)] {
                if (guard) {
                    answer(result);
                }
            },
            Qt::QueuedConnection);
    };
    if (const auto* env = std::get_if<EnvSecret>(&ref)) {
        deliver(readEnvironment(*env));
    } else if (const auto* file = std::get_if<FileSecret>(&ref)) {
        deliver(readSecretFile(file->path));
    } else {
        m_keychain->read(std::get<KeychainSecret>(ref).entry, &m_inbox, deliver);
    }
}

} // namespace stowage
