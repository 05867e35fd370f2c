// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <QString>
#include <QStringList>

namespace stowage::test {

/// Holds documents against the schemas in resources/schemas/, with common.json resolved from there.
class SchemaCheck
{
public:
    /// Complaints about `document`, empty when it is valid. `name` is the schema's file without `.json`.
    static QStringList complaints(const QString& name, const nlohmann::json& document);
};

} // namespace stowage::test
