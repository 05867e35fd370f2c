// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/SchemaCheck.h"

#include <QDir>
#include <QFile>

// A library's headers are not held to our warnings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wundef"
#pragma GCC diagnostic ignored "-Woverloaded-virtual"
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>
#pragma GCC diagnostic pop

namespace stowage::test {
namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

nlohmann::json readSchema(const QString& fileName)
{
    QFile file(QDir(qEnvironmentVariable("STOWAGE_SOURCE_DIR"))
                   .filePath(QStringLiteral("resources/schemas/") + fileName));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return nlohmann::json::parse(file.readAll().toStdString());
}

} // namespace

QStringList SchemaCheck::complaints(const QString& name, const nlohmann::json& document)
{
    const nlohmann::json schemaText = readSchema(name + QStringLiteral(".json"));
    if (schemaText.is_null()) {
        return {QStringLiteral("there is no schema %1").arg(name)};
    }
    valijson::Schema schema;
    valijson::SchemaParser parser;
    parser.populateSchema(
        Adapter(schemaText), schema,
        [](const std::string& uri) -> const nlohmann::json* {
            const QString file = QString::fromStdString(uri).section(QLatin1Char('/'), -1);
            auto* loaded = new nlohmann::json(readSchema(file));
            return loaded;
        },
        [](const nlohmann::json* loaded) { delete loaded; });
    valijson::Validator validator;
    valijson::ValidationResults results;
    QStringList found;
    if (!validator.validate(schema, Adapter(document), &results)) {
        valijson::ValidationResults::Error error;
        while (results.popError(error)) {
            QString path;
            for (const std::string& step : error.context) {
                path += QString::fromStdString(step);
            }
            found << path + QStringLiteral(": ") + QString::fromStdString(error.description);
        }
        if (found.isEmpty()) {
            found << QStringLiteral("invalid, without a reason given");
        }
    }
    return found;
}

} // namespace stowage::test
