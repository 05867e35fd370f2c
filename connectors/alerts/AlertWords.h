// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QByteArray>
#include <QString>

#include <string_view>
#include <utility>
#include <vector>

namespace stowage {

/// A label's name and value as a server wrote them.
using RawLabel = std::pair<std::string_view, std::string_view>;

/// Text from outside fit to be kept and shown: what is no visible character is written out ("\x1b"), so that
/// two texts that differ still do; what is longer than `most` bytes is cut, with an ellipsis. Lines are kept
/// where `isLines`.
QString alertText(std::string_view text, size_t most, bool isLines = false);

/// An address that may be offered to a person: http or https, with a host and without credentials; else
/// empty.
QString alertLink(std::string_view text);

/// What Alertmanager calls the fingerprint of labels that are sorted by name (FNV-1a over names and values,
/// prometheus/common's LabelSet.Fingerprint), 16 hex digits.
QString alertFingerprint(const std::vector<RawLabel>& sorted);

/// 16 hex digits of SHA-256: the same in every run.
QString alertDigest(const std::vector<RawLabel>& sorted);
QString alertDigest(const QString& text);

/// A moment as Go writes it; the epoch for what is none, and for Go's zero, the year 1.
Timestamp alertMoment(std::string_view text);

} // namespace stowage
