// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/secrets/SecretRef.h"

#include <nlohmann/json.hpp>

#include <QDir>

namespace stowage {

/// Files and secrets as a profile names them: paths are those of its own folder, `~/` is the home folder.
class ProfilePlaces
{
public:
    explicit ProfilePlaces(const QString& profileFile);

    /// Absolute and clean; empty for nothing.
    QString path(const QString& told) const;

    /// Of an object that the schema found right.
    SecretRef secret(const nlohmann::json& object) const;

private:
    QDir m_folder;
};

} // namespace stowage
