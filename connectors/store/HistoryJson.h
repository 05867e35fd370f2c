// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Image.h"
#include "models/fleet/SourceStatus.h"

#include <optional>
#include <string>

namespace stowage {

/// An image but for its key: namespace, target, platforms.
std::string imageToJson(const Image& image);

/// The same back, with `key`; nothing when the text is not such a one.
std::optional<Image> imageFromJson(const std::string& text, ImageKey key);

/// What outlives the program of a source's status: not what counts from the program's start (settled,
/// progress, requests), and no credentials, should the URL hold any.
std::string statusToJson(const SourceStatus& status);
std::optional<SourceStatus> statusFromJson(const std::string& text);

/// By their JSON names; nothing for a name that is not known.
std::optional<Freshness> freshnessByName(const QString& name);
std::optional<ErrorKind> errorKindByName(const QString& name);

} // namespace stowage
