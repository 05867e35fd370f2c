// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>
#include <optional>
#include <vector>

namespace stowage {

/// As much of PocketBase's filter language as clients of a hub use: comparisons of a field with a quoted text
/// or a number, joined by && and ||, the first of which binds closer, in one pair of parentheses or none.
class DemoHubFilter
{
public:
    /// Nothing where the text is outside of that.
    static std::optional<DemoHubFilter> parse(QByteArray text);

    using Field = std::function<QByteArray(QByteArrayView name)>;

    bool matches(const Field& field) const;

    /// Whether a record with this value of that field can match at all; cheap, for whole tiers.
    bool canMatch(QByteArrayView name, QByteArrayView value) const;

private:
    struct Comparison
    {
        QByteArray field;
        QByteArray operation;
        QByteArray value;
        bool isNumber = false;

        bool holds(QByteArrayView actual) const;
    };

    static std::optional<Comparison> comparison(const QByteArray& text);

    std::vector<std::vector<Comparison>> m_any; ///< each inner list holds all or not
};

} // namespace stowage
