// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/ManifestParser.h"

#include "connectors/registry/Json.h"
#include "connectors/registry/RegistryNames.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

constexpr QByteArrayView OciIndex{"application/vnd.oci.image.index.v1+json"};
constexpr QByteArrayView OciManifest{"application/vnd.oci.image.manifest.v1+json"};
constexpr QByteArrayView DockerList{"application/vnd.docker.distribution.manifest.list.v2+json"};
constexpr QByteArrayView DockerManifest{"application/vnd.docker.distribution.manifest.v2+json"};
constexpr QByteArrayView OciConfig{"application/vnd.oci.image.config.v1+json"};
constexpr QByteArrayView DockerConfig{"application/vnd.docker.container.image.v1+json"};
constexpr qsizetype MaxMediaType = 255;
constexpr qsizetype MaxPlatformPart = 64;

using Element = simdjson::dom::element;

struct Context
{
    Q_DECLARE_TR_FUNCTIONS(ManifestParser)
};

tl::unexpected<Error> malformed(const QString& message)
{
    return fail({ErrorKind::Malformed,
                 message,
                 {},
                 Context::tr("Push the image anew, or look at who wrote this content."),
                 {}});
}

bool isIndexType(QByteArrayView type)
{
    return type == OciIndex || type == DockerList;
}

bool isManifestType(QByteArrayView type)
{
    return type == OciManifest || type == DockerManifest;
}

/// RFC 6838, 4.2, with parameters refused.
bool isMediaType(QByteArrayView type)
{
    return type.size() <= MaxMediaType && type.count('/') == 1 && !type.startsWith('/') &&
           !type.endsWith('/') && std::all_of(type.begin(), type.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      QByteArrayView("/!#$&-^_.+").contains(c);
           });
}

bool isPlatformPart(QByteArrayView part)
{
    return part.size() <= MaxPlatformPart && std::all_of(part.begin(), part.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      QByteArrayView("._-").contains(c);
           });
}

Result<qint64> parseSize(Element descriptor)
{
    int64_t size = 0;
    // Fractions, numbers past 2^63 and everything that is no number fail here.
    if (descriptor.at_key("size").get_int64().get(size) != simdjson::SUCCESS) {
        return malformed(Context::tr("a size is missing or not an integer below 2^63"));
    }
    if (size < 0) {
        return malformed(Context::tr("a size is negative: %1").arg(size));
    }
    if (size > MaxContentBytes) {
        return malformed(Context::tr("a size is beyond belief: %1 bytes").arg(size));
    }
    return size;
}

Result<Descriptor> parseDescriptor(Element element)
{
    const auto digestText = json::text(element, "digest");
    const Result<Digest> digest = digestText ? Digest::parse(*digestText) : malformed({});
    if (!digest) {
        return malformed(Context::tr("a digest is missing or not SHA-256: \"%1\"")
                             .arg(escapedForDisplay(digestText.value_or(QByteArrayView()))));
    }
    const Result<qint64> size = parseSize(element);
    if (!size) {
        return fail(size.error());
    }
    const auto type = json::text(element, "mediaType");
    if (!type || !isMediaType(*type)) {
        return malformed(Context::tr("a media type is missing or malformed: \"%1\"")
                             .arg(escapedForDisplay(type.value_or(QByteArrayView()))));
    }
    return Descriptor{*digest, *size, QString::fromLatin1(*type)};
}

/// os/architecture[/variant] of an object; empty where it names neither.
Result<QString> parsePlatform(Element element)
{
    const QByteArrayView os = json::text(element, "os").value_or(QByteArrayView());
    const QByteArrayView architecture = json::text(element, "architecture").value_or(QByteArrayView());
    const QByteArrayView variant = json::text(element, "variant").value_or(QByteArrayView());
    if (!isPlatformPart(os) || !isPlatformPart(architecture) || !isPlatformPart(variant)) {
        return malformed(Context::tr("a platform has characters that no platform has: \"%1/%2\"")
                             .arg(escapedForDisplay(os), escapedForDisplay(architecture)));
    }
    if (os.isEmpty() && architecture.isEmpty()) {
        return QString();
    }
    const QString platform = QString::fromLatin1(os) + QLatin1Char('/') + QString::fromLatin1(architecture);
    return variant.isEmpty() ? platform : platform + QLatin1Char('/') + QString::fromLatin1(variant);
}

bool isAttestation(Element entry, const QString& platform)
{
    const auto annotations = json::member(entry, "annotations");
    return platform == QLatin1String("unknown/unknown") ||
           (annotations && json::text(*annotations, "vnd.docker.reference.type"));
}

Result<Manifest> parseIndex(Element root, Manifest manifest)
{
    manifest.kind = ContentKind::Index;
    simdjson::dom::array entries;
    if (root.at_key("manifests").get_array().get(entries) != simdjson::SUCCESS) {
        return malformed(Context::tr("the index has no list of manifests"));
    }
    for (const Element entry : entries) {
        const Result<Descriptor> descriptor = parseDescriptor(entry);
        const auto said = json::member(entry, "platform");
        const Result<QString> platform = said ? parsePlatform(*said) : QString();
        if (!descriptor || !platform) {
            return fail(descriptor ? platform.error() : descriptor.error());
        }
        const QByteArray type = descriptor->mediaType.toLatin1();
        if (isAttestation(entry, *platform) || (!isIndexType(type) && !isManifestType(type))) {
            ++manifest.leftOut;
            continue;
        }
        manifest.children.push_back({*descriptor, *platform, isIndexType(type)});
    }
    return manifest;
}

Result<Manifest> parsePlain(Element root, Manifest manifest)
{
    manifest.kind = ContentKind::Manifest;
    const auto config = json::member(root, "config");
    simdjson::dom::array layers;
    if (!config || root.at_key("layers").get_array().get(layers) != simdjson::SUCCESS) {
        return malformed(Context::tr("the manifest lacks its config or its list of layers"));
    }
    const Result<Descriptor> parsedConfig = parseDescriptor(*config);
    if (!parsedConfig) {
        return fail(parsedConfig.error());
    }
    manifest.config = *parsedConfig;
    const QByteArray configType = manifest.config.mediaType.toLatin1();
    manifest.configTellsPlatform = configType == OciConfig || configType == DockerConfig;
    qint64 total = 0;
    for (const Element layer : layers) {
        const Result<Descriptor> descriptor = parseDescriptor(layer);
        if (!descriptor) {
            return fail(descriptor.error());
        }
        total += descriptor->bytes; // at most 2^50 a step and checked at each: never overflows
        if (total > MaxContentBytes) {
            return malformed(Context::tr("the sizes of the layers together are beyond belief"));
        }
        manifest.layers.push_back(*descriptor);
    }
    return manifest;
}

/// The body's own media type, else the header's without parameters, else what its shape says.
QByteArray effectiveType(Element root, QByteArrayView contentType)
{
    if (const auto own = json::text(root, "mediaType")) {
        return own->toByteArray();
    }
    QByteArray sent = contentType.toByteArray().split(';').first().trimmed().toLower();
    if (isIndexType(sent) || isManifestType(sent)) {
        return sent;
    }
    return (json::member(root, "manifests") ? OciIndex : OciManifest).toByteArray();
}

} // namespace

QByteArray manifestAccept()
{
    return OciIndex.toByteArray() + ", " + OciManifest.toByteArray() + ", " + DockerList.toByteArray() +
           ", " + DockerManifest.toByteArray();
}

Result<Manifest> parseManifest(QByteArrayView body, QByteArrayView contentType)
{
    simdjson::dom::parser parser;
    const auto root = json::parse(parser, body);
    if (!root || !root->is_object()) {
        return malformed(Context::tr("the manifest is not an unambiguous JSON object: \"%1\"")
                             .arg(escapedForDisplay(body.first(std::min<qsizetype>(body.size(), 40)))));
    }
    int64_t schema = 2; // the OCI index of early tools leaves it out
    if (root->at_key("schemaVersion").get_int64().get(schema) == simdjson::SUCCESS && schema != 2) {
        return fail({ErrorKind::Unsupported,
                     Context::tr("the manifest is of schema %1, which is retired").arg(schema),
                     {},
                     Context::tr("Push the image anew with a current client."),
                     {}});
    }
    if (json::member(*root, "manifests") &&
        (json::member(*root, "layers") || json::member(*root, "config"))) {
        return malformed(Context::tr("the manifest claims to be an index and an image at once"));
    }
    const QByteArray type = effectiveType(*root, contentType);
    Manifest manifest;
    manifest.mediaType = QString::fromLatin1(type);
    if (isIndexType(type)) {
        return parseIndex(*root, std::move(manifest));
    }
    if (isManifestType(type)) {
        return parsePlain(*root, std::move(manifest));
    }
    return fail({ErrorKind::Unsupported,
                 Context::tr("the media type is none that images have: \"%1\"").arg(escapedForDisplay(type)),
                 {},
                 Context::tr("It may be an artifact that is no image: leave it out of the profile."),
                 {}});
}

Result<QString> parseConfigPlatform(QByteArrayView body)
{
    simdjson::dom::parser parser;
    const auto root = json::parse(parser, body);
    if (!root || !root->is_object()) {
        return malformed(Context::tr("the config is not an unambiguous JSON object"));
    }
    Result<QString> platform = parsePlatform(*root);
    if (platform && platform->isEmpty()) {
        return malformed(Context::tr("the config names no platform"));
    }
    return platform;
}

} // namespace stowage
