// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <variant>

namespace stowage {

/// A secret that lies in an environment variable.
struct EnvSecret
{
    QString name;

    bool operator==(const EnvSecret&) const = default;
};

/// A secret that is the content of a file which only its owner may read. `~/` stands for the home folder.
struct FileSecret
{
    QString path;

    bool operator==(const FileSecret&) const = default;
};

/// A secret that the desktop's keychain holds under this name, in the service "stowage".
struct KeychainSecret
{
    QString entry;

    bool operator==(const KeychainSecret&) const = default;
};

/// Where a secret is to be found; never the secret itself, so it may be printed.
using SecretRef = std::variant<EnvSecret, FileSecret, KeychainSecret>;

/// "environment variable REGISTRY_PASSWORD", for errors and the doctor.
QString secretRefText(const SecretRef& ref);

} // namespace stowage
