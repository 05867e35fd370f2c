// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace stowage {

/// A text as a number: the same in every run and on every machine, so that it may be kept on disk. 0 is the
/// empty text's alone. Two texts of one number are as likely as one in 2^64.
using TextKey = quint64;

TextKey textKey(QStringView text);

/// Of two together, in this order.
TextKey textKey(TextKey first, TextKey second);

} // namespace stowage
