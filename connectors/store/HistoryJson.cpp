// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/HistoryJson.h"

#include <nlohmann/json.hpp>

#include <QUrl>

namespace stowage {
namespace {

using nlohmann::json;

/// Reading throws nlohmann's exceptions (a missing key, a wrong type) and this one; they end at the edge of
/// this file.
struct Unreadable : std::exception
{
};

json toJson(const Descriptor& descriptor)
{
    return json::array({descriptor.digest.toByteArray().toStdString(), descriptor.bytes,
                        descriptor.mediaType.toStdString()});
}

json toJson(const QStringList& texts)
{
    json list = json::array();
    for (const QString& text : texts) {
        list.push_back(text.toStdString());
    }
    return list;
}

json toJson(const std::optional<PhaseTimes::Micros>& time)
{
    return time ? json(time->count()) : json(nullptr);
}

QString textOf(const json& value)
{
    return QString::fromStdString(value.get_ref<const std::string&>());
}

QStringList textsOf(const json& value)
{
    QStringList texts;
    for (const json& item : value) {
        texts << textOf(item);
    }
    return texts;
}

Descriptor descriptorOf(const json& value)
{
    const auto digest = Digest::parse(value.at(0).get_ref<const std::string&>());
    if (!digest) {
        throw Unreadable();
    }
    return {*digest, value.at(1).get<qint64>(), textOf(value.at(2))};
}

std::optional<PhaseTimes::Micros> microsOf(const json& value)
{
    return value.is_null() ? std::nullopt : std::optional(PhaseTimes::Micros{value.get<qint64>()});
}

json toJson(const PhaseTimes& phases)
{
    return {
        {"dns", toJson(phases.dns)}, {"tcp4", toJson(phases.tcp4)},           {"tcp6", toJson(phases.tcp6)},
        {"tls", toJson(phases.tls)}, {"firstByte", toJson(phases.firstByte)}, {"body", toJson(phases.body)}};
}

PhaseTimes phasesOf(const json& value)
{
    return {microsOf(value.at("dns")), microsOf(value.at("tcp4")),      microsOf(value.at("tcp6")),
            microsOf(value.at("tls")), microsOf(value.at("firstByte")), microsOf(value.at("body"))};
}

json toJson(const std::optional<Error>& error)
{
    if (!error) {
        return nullptr;
    }
    return {{"kind", errorKindName(error->kind).toStdString()},
            {"message", error->message.toStdString()},
            {"where", error->where.toStdString()},
            {"todo", error->todo.toStdString()},
            {"retryAfterMs", error->retryAfter ? json(error->retryAfter->count()) : json(nullptr)}};
}

std::optional<Error> errorOf(const json& value)
{
    if (value.is_null()) {
        return std::nullopt;
    }
    const json& patience = value.at("retryAfterMs");
    return Error{errorKindByName(textOf(value.at("kind"))).value_or(ErrorKind::Defect),
                 textOf(value.at("message")), textOf(value.at("where")), textOf(value.at("todo")),
                 patience.is_null() ? std::nullopt : std::optional(Millis{patience.get<qint64>()})};
}

json toJson(const std::optional<Coverage>& coverage)
{
    return coverage ? json{{"complete", coverage->complete}, {"unseen", toJson(coverage->unseen)}}
                    : json(nullptr);
}

std::optional<Coverage> coverageOf(const json& value)
{
    return value.is_null()
               ? std::nullopt
               : std::optional(Coverage{value.at("complete").get<bool>(), textsOf(value.at("unseen"))});
}

QString withoutCredentials(const QString& text)
{
    const QUrl url(text);
    return url.userInfo().isEmpty() ? text : url.toString(QUrl::RemoveUserInfo);
}

/// Our own files nest four levels; more is not ours, and nlohmann's DOM would go down with it.
json parsed(const std::string& text)
{
    static constexpr int DeepestLevel = 8;
    const auto refuseDepth = [](int depth, json::parse_event_t, json&) {
        if (depth > DeepestLevel) {
            throw Unreadable();
        }
        return true;
    };
    return json::parse(text, refuseDepth);
}

Image imageOf(const json& body, ImageKey key)
{
    Image image{std::move(key), textOf(body.at("namespace")), descriptorOf(body.at("target")), {}};
    for (const json& item : body.at("platforms")) {
        PlatformImage platform{textOf(item.at("platform")),
                               descriptorOf(item.at("manifest")),
                               descriptorOf(item.at("config")),
                               {}};
        for (const json& layer : item.at("layers")) {
            platform.layers.push_back(descriptorOf(layer));
        }
        image.platforms.push_back(std::move(platform));
    }
    return image;
}

SourceStatus statusOf(const json& body)
{
    SourceStatus status;
    status.id = textOf(body.at("id"));
    status.kind = textOf(body.at("kind"));
    status.url = textOf(body.at("url"));
    status.state = freshnessByName(textOf(body.at("state"))).value_or(Freshness::Unseen);
    status.identity = textOf(body.at("identity"));
    status.version = textOf(body.at("version"));
    status.capabilities = textsOf(body.at("capabilities"));
    status.error = errorOf(body.at("error"));
    status.warnings = textsOf(body.at("warnings"));
    status.lastAnswer = Timestamp{Millis{body.at("lastAnswer").get<qint64>()}};
    status.limits = {Millis{body.at("staleAfterMs").get<qint64>()},
                     Millis{body.at("offlineAfterMs").get<qint64>()}};
    status.coverage = coverageOf(body.at("coverage"));
    status.phases = phasesOf(body.at("phases"));
    return status;
}

} // namespace

std::string imageToJson(const Image& image)
{
    json platforms = json::array();
    for (const PlatformImage& platform : image.platforms) {
        json layers = json::array();
        for (const Descriptor& layer : platform.layers) {
            layers.push_back(toJson(layer));
        }
        platforms.push_back({{"platform", platform.platform.toStdString()},
                             {"manifest", toJson(platform.manifest)},
                             {"config", toJson(platform.config)},
                             {"layers", std::move(layers)}});
    }
    return json{{"namespace", image.registryNamespace.toStdString()},
                {"target", toJson(image.target)},
                {"platforms", std::move(platforms)}}
        .dump();
}

std::optional<Image> imageFromJson(const std::string& text, ImageKey key)
{
    try {
        return imageOf(parsed(text), std::move(key));
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

std::string statusToJson(const SourceStatus& status)
{
    return json{{"id", status.id.toStdString()},
                {"kind", status.kind.toStdString()},
                {"url", withoutCredentials(status.url).toStdString()},
                {"state", freshnessName(status.state).toStdString()},
                {"identity", status.identity.toStdString()},
                {"version", status.version.toStdString()},
                {"capabilities", toJson(status.capabilities)},
                {"error", toJson(status.error)},
                {"warnings", toJson(status.warnings)},
                {"lastAnswer", status.lastAnswer.time_since_epoch().count()},
                {"staleAfterMs", status.limits.staleAfter.count()},
                {"offlineAfterMs", status.limits.offlineAfter.count()},
                {"coverage", toJson(status.coverage)},
                {"phases", toJson(status.phases)}}
        .dump();
}

std::optional<SourceStatus> statusFromJson(const std::string& text)
{
    try {
        return statusOf(parsed(text));
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

std::optional<Freshness> freshnessByName(const QString& name)
{
    for (int value = 0; value <= int(Freshness::Unseen); ++value) {
        if (freshnessName(Freshness(value)) == name) {
            return Freshness(value);
        }
    }
    return std::nullopt;
}

std::optional<ErrorKind> errorKindByName(const QString& name)
{
    for (int value = 0; value <= int(ErrorKind::Defect); ++value) {
        if (errorKindName(ErrorKind(value)) == name) {
            return ErrorKind(value);
        }
    }
    return std::nullopt;
}

} // namespace stowage
