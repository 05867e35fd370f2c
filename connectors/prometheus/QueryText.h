// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <vector>

namespace stowage {

/// `name="value"`, the value quoted as PromQL wants it.
QString matcher(const QString& name, const QString& value);

/// What stands for `$host`: all hosts with these labels, or one of them.
QString allHosts(const QMap<QString, QString>& labels);
QString oneHost(const QMap<QString, QString>& labels, const QString& instance);

/// What a query's placeholders become.
struct QueryScope
{
    QString host;
    QString pick{};      ///< further matchers; may be empty
    Millis rate{60'000}; ///< rounded up to seconds
};

/// The PromQL to send.
QString expressionFor(QString expression, const QueryScope& scope);

/// "1795301919.085": seconds, as the API takes moments and steps.
QByteArray secondsText(qint64 milliseconds);

/// "/api/v1/query?query=…&time=…", values percent-encoded.
QByteArray apiTarget(const char* path, const std::vector<std::pair<const char*, QByteArray>>& parameters);

/// Text of a server fit to be shown: one line, no control characters, at most 240 characters.
QString serverText(std::string_view text);

} // namespace stowage
