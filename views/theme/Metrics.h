// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace stowage::metrics {

// Device-independent pixels. Distances are multiples of the grid.
inline constexpr int Grid = 4;
inline constexpr int Gap = 2 * Grid;    ///< between panels and tiles
inline constexpr int Margin = 3 * Grid; ///< around the content, and inside panels
inline constexpr int PanelRadius = 5;
inline constexpr int ControlRadius = 4;
inline constexpr int Row = 30;
inline constexpr int DenseRow = 24;
inline constexpr int PanelHead = 34;
inline constexpr int Control = 26; ///< height of buttons, chips and line edits
inline constexpr int TopBar = 44;
inline constexpr int Rail = 76;
inline constexpr int RailItem = 54;
inline constexpr int Foot = 28;
inline constexpr int TileHeight = 82;
inline constexpr int TileMinWidth = 132;
inline constexpr int Mark = 12; ///< a status mark, both ways
inline constexpr int Icon = 20;
inline constexpr int SidePanel = 340;

} // namespace stowage::metrics
