// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"

#include <QHash>

namespace stowage {

/// `/api/v1/status/buildinfo`: "2.42.0+ds"; with the program's name before it where it tells one, as Mimir
/// does.
Result<QString> parseBuildInfo(const HttpAnswer& answer);

/// `/api/v1/metadata`: the type of each metric, "counter", "gauge", …; "" where targets disagree.
Result<QHash<QString, QString>> parseMetadata(const HttpAnswer& answer);

/// `/api/v1/rules`: the recording rules whose last evaluation failed, each with its error.
Result<QStringList> parseFailingRules(const HttpAnswer& answer);

} // namespace stowage
