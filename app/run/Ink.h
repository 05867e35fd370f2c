// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace stowage {

struct Invocation;

/// The colours of states in what is printed, beside their shapes and words and never instead of them. Off
/// unless a person reads: standard output is a terminal that knows colours, and neither --no-color nor
/// NO_COLOR (no-color.org) forbids them.
class Ink
{
public:
    Ink() = default; ///< none
    explicit Ink(bool isOn) : m_isOn(isOn) {}

    static Ink of(const Invocation& invocation);

    /// `text` in the colour of a state by its stable name ("gone", "single"); as it is when the state is none
    /// to look at.
    QString state(const QString& name, const QString& text) const;

    /// The text with the marks that its lines begin with, ▲ ◆ ● ◌, in their colours.
    QString marks(const QString& text) const;

private:
    bool m_isOn = false;
};

} // namespace stowage
