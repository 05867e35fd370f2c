// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Invocation.h"
#include "models/core/Error.h"

class QCommandLineParser;

namespace stowage {

/// A Usage error; the help is named where there is nothing better to do.
Error usageError(const QString& what, const QString& todo = {});

// Each puts values of options into the invocation; an error where one is of the wrong form. An option that
// the command does not take is left alone.

std::optional<Error> takeDurations(const QCommandLineParser& parser, Invocation& invocation);
std::optional<Error> takeLooks(const QCommandLineParser& parser, Invocation& invocation);
std::optional<Error> takePlan(const QCommandLineParser& parser, Invocation& invocation);
std::optional<Error> takeRange(const QCommandLineParser& parser, Invocation& invocation);
std::optional<Error> takeIncident(const QCommandLineParser& parser, Invocation& invocation);

} // namespace stowage
