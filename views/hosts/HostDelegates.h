// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace stowage {

class HostModel;
class Sparklines;
class Table;
class Theme;

/// Gives the table of hosts its columns, as they are at first, and what draws them. All that is given
/// outlives the table.
void setUpHostTable(Table& table, const HostModel& model, Sparklines& sparklines, const Theme& theme);

} // namespace stowage
