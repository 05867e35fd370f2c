// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <utility>

namespace stowage {

/// A password or token. It has no stream operator, no comparison with text and no implicit conversion, so
/// that it reaches a log or an error only where somebody writes `reveal()`.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray value) : m_value(std::move(value)) {}
    Secret(const Secret&) = default;
    Secret(Secret&&) noexcept = default;
    Secret& operator=(const Secret&) = default;
    Secret& operator=(Secret&&) noexcept = default;
    /// Overwrites the bytes when this is their last owner.
    ~Secret()
    {
        if (m_value.isDetached()) {
            m_value.fill('\0');
        }
    }

    bool isEmpty() const { return m_value.isEmpty(); }
    const QByteArray& reveal() const { return m_value; }

private:
    QByteArray m_value;
};

} // namespace stowage
