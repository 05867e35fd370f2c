// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace stowage::gojson {

/// A string as Prometheus' encoder writes it: quotes and all, `<`, `>` and `&` escaped.
QByteArray string(QByteArrayView text);

/// A value of a sample: "0.25", never with an exponent.
QByteArray value(double value);

/// Seconds since the epoch, "1795301919.085".
QByteArray seconds(Timestamp at);

using Labels = std::vector<std::pair<QByteArray, QByteArray>>;

/// `{"instance":"…","job":"…"}`, sorted by name.
QByteArray labels(Labels labels);

} // namespace stowage::gojson
