// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <optional>
#include <utility>

namespace stowage {

/// Writes figures of this program in Prometheus' text format 0.0.4, families one after the other: their lines
/// have to stand together. Names begin with `stowage_`.
class ExpositionPage
{
public:
    using Labels = std::initializer_list<std::pair<const char*, QString>>;

    /// What is put from here on belongs to it; of a family without lines nothing is written.
    void family(const char* name, const char* type, const char* help);

    void put(double value, Labels labels = {});

    template <class Number>
    void put(const std::optional<Number>& value, Labels labels = {})
    {
        if (value) {
            put(static_cast<double>(*value), labels);
        }
    }

    void putSeconds(const std::optional<Millis>& value, Labels labels = {});

    /// Since the epoch; nothing of what never was.
    void putMoment(Timestamp at, Labels labels = {});

    const QByteArray& text() const { return m_text; }

    static double seconds(Millis time) { return std::chrono::duration<double>(time).count(); }

private:
    QByteArray m_name;
    QByteArray m_head;
    QByteArray m_text;
};

} // namespace stowage
