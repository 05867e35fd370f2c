// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/ProfileReader.h"
#include "app/profile/SchemaChecker.h"
#include "tests/app/profile/BadProfiles.h"
#include "tests/app/profile/Texts.h"
#include "tests/app/profile/Valijson.h"

#include <nlohmann/json.hpp>

#include <QFile>

using namespace stowage;
using namespace stowage::test;
using nlohmann::json;

namespace {

QByteArray schemaText()
{
    QFile file(QStringLiteral(":/schemas/profile.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestProfileSchema : public QObject
{
    Q_OBJECT

private:
    /// Calls `visit` for each schema within the schema, with its JSON pointer.
    template <class Visit>
    void walk(const json& schema, const std::string& pointer, const Visit& visit) const
    {
        visit(schema, pointer);
        for (const char* group : {"properties", "definitions"}) {
            if (schema.contains(group)) {
                for (const auto& [name, child] : schema[group].items()) {
                    walk(child, pointer + '/' + group + '/' + name, visit);
                }
            }
        }
        if (schema.contains("items")) {
            walk(schema["items"], pointer + "/items", visit);
        }
        for (const json& branch : schema.value("oneOf", json::array())) {
            visit(branch, pointer + "/oneOf");
        }
    }

    const json& resolved(const json& schema) const
    {
        return schema.contains("$ref")
                   ? m_schema.at(json::json_pointer(schema["$ref"].get<std::string>().substr(1)))
                   : schema;
    }

    json m_schema;

private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray text = schemaText();
        QVERIFY(!text.isEmpty());
        m_schema = json::parse(text.cbegin(), text.cend());
    }

    void everyKeyIsDescribed()
    {
        int keys = 0;
        walk(m_schema, "", [&](const json& schema, const std::string& pointer) {
            const json properties = schema.value("properties", json::object());
            for (const auto& [name, property] : properties.items()) {
                ++keys;
                QVERIFY2(resolved(property).contains("description"), (pointer + '/' + name).c_str());
                const auto& description = resolved(property)["description"].get_ref<const std::string&>();
                QVERIFY2(description.size() > 8 && description.back() == '.', description.c_str());
            }
        });
        QVERIFY(keys > 80);
    }

    /// What the checker would pass over must not stand in the schema.
    void everyKeywordIsEnforced()
    {
        const QStringList keywords = SchemaChecker::supportedKeywords();
        walk(m_schema, "", [&](const json& schema, const std::string& pointer) {
            for (const auto& [keyword, value] : schema.items()) {
                QVERIFY2(keywords.contains(QString::fromStdString(keyword)),
                         (pointer + '/' + keyword).c_str());
            }
            if (schema.value("type", std::string()) == "object") {
                QVERIFY2(schema.contains("properties") && schema.value("additionalProperties", true) == false,
                         pointer.c_str());
            }
            if (schema.value("type", std::string()) == "array") {
                QVERIFY2(schema.contains("items"), pointer.c_str());
            }
        });
    }

    /// The examples are what the problems' advice shows.
    void everyExampleIsRight()
    {
        walk(m_schema, "", [&](const json& schema, const std::string& pointer) {
            for (const json& example : schema.value("examples", json::array())) {
                json root = schema;
                root["definitions"] = m_schema["definitions"];
                QVERIFY2(valijsonAccepts(root.dump(), example.dump()),
                         (pointer + ": " + example.dump()).c_str());
            }
        });
    }

    /// The checker is ours; valijson is not. What valijson refuses must be refused, what is accepted valijson
    /// must accept.
    void agreesWithValijson()
    {
        const std::string schema = m_schema.dump();
        QFile example(qEnvironmentVariable("STOWAGE_SOURCE_DIR") +
                      QStringLiteral("/resources/examples/profile.jsonc"));
        QVERIFY(example.open(QIODevice::ReadOnly));
        for (const QByteArray& text : {QByteArray(texts::Documented), QByteArray(texts::Smallest),
                                       QByteArray(texts::WithAccess), example.readAll()}) {
            QVERIFY(ProfileReader::read(text, {}));
            QVERIFY(valijsonAccepts(schema, text.toStdString()));
        }
        // Formats are annotations to valijson; for the rest it must come to the same verdict.
        QStringList byFormat;
        for (const BadProfile& bad : badByTheSchema()) {
            if (valijsonAccepts(schema, bad.text.toStdString())) {
                const ProfileProblem problem = ProfileReader::read(bad.text, {}).error().at(0);
                const QString key = problem.pointer.section(QLatin1Char('/'), -1);
                const QStringList formatted{QStringLiteral("url"), QStringLiteral("metrics"),
                                            QStringLiteral("registry"), QStringLiteral("proxy"),
                                            QStringLiteral("pin")};
                QVERIFY2(formatted.contains(key) ||
                             problem.what.contains(QStringLiteral("control character")),
                         bad.name);
                byFormat << key;
            }
        }
        QVERIFY(byFormat.size() > 20);
        for (const BadProfile& bad : badByTheRules()) {
            const bool isVersion = bad.line == 1;
            QVERIFY2(valijsonAccepts(schema, bad.text.toStdString()) != isVersion ||
                         QByteArray(bad.name) == "secret twice",
                     bad.name);
        }
    }
};

QTEST_GUILESS_MAIN(TestProfileSchema)
#include "tst_profile_schema.moc"
