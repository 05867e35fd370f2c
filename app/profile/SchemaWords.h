// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <QString>
#include <QStringList>

#include <string>

namespace stowage {

/// "a list [ ]": what a value is.
QString typeText(const nlohmann::json& value);

/// "a text in double quotes": what a schema's `type` asks for.
QString wantedTypeText(const std::string& schemaType);

/// Whether the value is of the schema's `type`.
bool hasType(const nlohmann::json& value, const std::string& schemaType);

/// What a JSON pointer is called in a sentence: `"url"`, `sources[2]`, or the profile itself.
QString nameOf(const std::string& pointer);

/// What to do about a name that is not among the known ones.
QString suggestion(const QString& name, const QStringList& known);

/// The keys of an object, sorted.
QStringList keysOf(const nlohmann::json& object);

/// The texts of a list of texts.
QStringList strings(const nlohmann::json& array);

} // namespace stowage
