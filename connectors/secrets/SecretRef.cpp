// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/secrets/SecretRef.h"

#include <QCoreApplication>

namespace stowage {

QString secretRefText(const SecretRef& ref)
{
    if (const auto* env = std::get_if<EnvSecret>(&ref)) {
        return QCoreApplication::translate("SecretRef", "environment variable %1").arg(env->name);
    }
    if (const auto* file = std::get_if<FileSecret>(&ref)) {
        return QCoreApplication::translate("SecretRef", "file %1").arg(file->path);
    }
    return QCoreApplication::translate("SecretRef", "keychain entry %1")
        .arg(std::get<KeychainSecret>(ref).entry);
}

} // namespace stowage
