// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"

#include <nlohmann/json.hpp>

namespace stowage {

/// Members keep the order in which cli.md names them.
using Json = nlohmann::ordered_json;

/// Text as JSON takes it.
std::string jsonText(const QString& text);

/// The head every document starts with: schema, time, context.
Json jsonDocument(const char* schemaName, Timestamp at, const QString& context);

Json jsonError(const Error& error);

/// Single entities, and whole lists as `stowage/snapshot/1` has them: sources and nodes in id order, images
/// by name, layers by digest.
Json jsonSource(const Fleet& fleet, SourceId id);
Json jsonNode(const Fleet& fleet, NodeId id);
Json jsonImage(const Fleet& fleet, ImageId id);
Json jsonLayer(const Fleet& fleet, LayerId id);

Json jsonSources(const Fleet& fleet);
Json jsonNodes(const Fleet& fleet);
Json jsonImages(const Fleet& fleet);
Json jsonLayers(
    const Fleet& fleet); ///< of kind Layer only; configs and manifests count in "nodesWhole" of images

/// Two-space indent and a final line feed; text that is not Unicode becomes U+FFFD, never an exception.
QByteArray printJson(const Json& document);

} // namespace stowage
