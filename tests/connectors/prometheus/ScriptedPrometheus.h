// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/NastyServer.h"

#include <QHash>
#include <QList>

namespace stowage::test {

/// What a scripted server answers. A query that is not in it gives an empty vector, a page that is not 404.
struct PrometheusScript
{
    QHash<QByteArray, ServerAnswer> queries; ///< by expression, as it is sent for all hosts
    QHash<QByteArray, ServerAnswer> pages;   ///< by path: "/api/v1/targets"
    ServerAnswer range{};                    ///< of every `query_range`

    /// Host 10.0.0.1:9100 up and 10.0.0.2:9100 down, both of job "node"; some metrics of the first.
    static PrometheusScript twoHosts();

    ServerHandler handler() const;
};

/// The expression of one of the built-in table's metrics, as it is sent for all hosts.
QByteArray queryOf(const char* metric, int rateSeconds = 300);

/// A series of a vector: labels as JSON without braces, the value as text.
QByteArray seriesText(const QByteArray& labels, const QByteArray& value);
ServerAnswer vectorAnswer(const QList<QByteArray>& series, const QByteArray& beside = {});

/// When the scripted server evaluates, s.
constexpr qint64 ScriptedNow = 1'795'298'400; // 2026-11-21T22:00:00Z, where ManualClock begins

} // namespace stowage::test
