// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace stowage::test {

/// Whether valijson accepts this JSON (with comments) by this draft-07 schema.
bool valijsonAccepts(const std::string& schema, const std::string& text);

} // namespace stowage::test
