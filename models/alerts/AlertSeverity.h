// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QStringList>

namespace stowage {

/// How much an alert or incident matters. What a source calls otherwise ("page", "warn", "error", "none") is
/// brought to one of these by severityOf().
enum class AlertSeverity : quint8
{
    Info,
    Warning,
    Critical,
};

/// Their names, the least first.
QStringList alertSeverityNames();
QString alertSeverityName(AlertSeverity severity); ///< "info", "warning", "critical", as JSON prints it

/// Reads a `severity` label in any case; a word that nobody uses is Warning: unknown is not harmless.
AlertSeverity severityOf(QStringView word);

} // namespace stowage
