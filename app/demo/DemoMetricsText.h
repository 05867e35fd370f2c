// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <span>

namespace stowage {

/// Writes metrics as Go's client does: text format 0.0.4, families in the order of their names, numbers as
/// short as they can be.
class DemoMetricsText
{
public:
    /// `type` as the format names it. What follows is of this family.
    void family(const char* name, const char* type);

    /// `labels` without braces, `a="1",b="2"`; may be empty. `suffix`: "_sum" and the like.
    void sample(const QByteArray& labels, double value, const char* suffix = "");

    /// A histogram of `count` observations, of which the share of each place is at most the bound there; the
    /// last share is of all.
    void histogram(const QByteArray& labels, std::span<const char* const> bounds,
                   std::span<const double> shares, double count, double sum);

    const QByteArray& text() const { return m_text; }

private:
    QByteArray m_text;
    QByteArray m_family;
};

} // namespace stowage
