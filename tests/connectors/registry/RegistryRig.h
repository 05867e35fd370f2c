// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/registry/RegistryConnector.h"
#include "tests/connectors/registry/DeltaCollector.h"
#include "tests/connectors/registry/ScriptedRegistry.h"
#include "tests/support/ManualClock.h"

#include <QTest>

namespace stowage::test {

constexpr int Patience = 30'000;

inline QString text(const char* latin1)
{
    return QString::fromLatin1(latin1);
}

/// One run of a connector against a scripted registry, on a clock that stands still.
struct Rig
{
    explicit Rig(const QByteArray& url, const QString& data, RegistrySettings settings = {}) : store(data)
    {
        settings.id = text("registry-1");
        settings.endpoint.source = settings.id;
        settings.endpoint.baseUrl = url;
        settings.registryNamespace = text("docker.io");
        settings.patience = Millis{1'200};
        connector = std::make_unique<RegistryConnector>(engine, clock, store, settings);
        seen = std::make_unique<DeltaCollector>(*connector);
    }

    bool crawl()
    {
        const int before = seen->crawls;
        before == 0 ? connector->start() : connector->refresh();
        return ends(before);
    }

    bool ends(int before)
    {
        return QTest::qWaitFor([&] { return seen->crawls > before; }, Patience);
    }

    const SourceStatus& status() const { return seen->status; }
    QString unseen() const { return seen->status.coverage->unseen.join(QLatin1Char('\n')); }
    QString warnings() const { return seen->status.warnings.join(QLatin1Char('\n')); }

    ManualClock clock;
    HttpEngine engine{{"stowage", Millis{1}, Millis{5}, Millis{10}, 16}};
    ManifestStore store;
    std::unique_ptr<RegistryConnector> connector;
    std::unique_ptr<DeltaCollector> seen;
};

inline MadeImage simple(const char* name)
{
    return madeImage(text(name), {madeLayer(text("base"), 50), madeLayer(text(name), 20)});
}

/// Two platforms, of which the first is that of every index made so.
inline MadeImage index(const char* second)
{
    return madeIndex({{text("linux/amd64"), simple("shared child")}, {text("linux/arm64"), simple(second)}},
                     false);
}

inline QByteArray byDigest(const char* repository, const MadeImage::Part& manifest)
{
    return "/v2/" + QByteArray(repository) + "/manifests/" + manifest.digest().toByteArray();
}

inline QByteArray linkTo(const QByteArray& target)
{
    return '<' + target + ">; rel=\"next\"";
}

/// Two repositories, three tags, one of them an index.
inline ScriptedRegistry::Holdings smallHoldings()
{
    return {{text("team/api"), {{text("1.0"), simple("api 1.0")}, {text("1.1"), simple("api 1.1")}}},
            {text("team/web"), {{text("2.0"), index("web arm64")}}}};
}

inline QStringList smallReferences()
{
    return {text("team/api:1.0"), text("team/api:1.1"), text("team/web:2.0")};
}

} // namespace stowage::test
