// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>

namespace stowage {

/// The colours that a theme file names. What each is for stands in the table below, and nowhere else.
enum class Token : quint8
{
    Window,
    Panel,
    Raised,
    Hover,
    Line,
    Text,
    Text2,
    Text3,
    Accent,
    Critical,
    Warning,
    Fine,
    Unknown,
    Held,
};

struct TokenInfo
{
    Token token;
    const char* name; ///< its key in the theme file
};

/// Every token in the order of the enumeration, with the name that theme files use.
inline constexpr std::array<TokenInfo, 14> TokenTable{{
    {Token::Window, "window"},     // behind the panels
    {Token::Panel, "panel"},       // panels, rail, bars
    {Token::Raised, "raised"},     // controls, chips, the selected row
    {Token::Hover, "hover"},       // what lies under the pointer
    {Token::Line, "line"},         // 1 px borders
    {Token::Text, "text"},         // values
    {Token::Text2, "text2"},       // what explains them
    {Token::Text3, "text3"},       // labels; never carries a meaning alone
    {Token::Accent, "accent"},     // focus, selection, links
    {Token::Critical, "critical"}, // ▲
    {Token::Warning, "warning"},   // ◆
    {Token::Fine, "fine"},         // ●
    {Token::Unknown, "unknown"},   // ◌ and ◇
    {Token::Held, "held"},         // placement cells and bars
}};

inline constexpr std::size_t TokenCount = TokenTable.size();

} // namespace stowage
