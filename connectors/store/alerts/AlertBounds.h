// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertEvent.h"

namespace stowage {

/// The event as it can be kept: texts, labels and what it touches are cut where they are absurdly long (and
/// end in "…"), identities beyond their bound end in a digest of the whole instead, so that two of them stay
/// two. Text that is not UTF-16 becomes what can be written. An event without an uid gets one of its content.
AlertEvent boundedEvent(AlertEvent event);

/// Bytes in memory, about.
size_t weightOf(const AlertEvent& event);

} // namespace stowage
