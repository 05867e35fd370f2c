// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>

#include <optional>
#include <vector>

namespace stowage::test {

/// A sample as the plain parser reads it: labels unescaped and in order of their names.
struct PlainSample
{
    QByteArray name;
    QMap<QByteArray, QByteArray> labels;
    double value = 0;
    std::optional<qint64> timestamp;
};

/// What is on a page up to its first wrong line.
struct PlainPage
{
    std::vector<PlainSample> samples;
    int wrongLine = 0; ///< from 1; 0: none
};

/// The text format 0.0.4 read in the most obvious way, line by line and copy by copy. What the fast parser is
/// held against. Limits are not its matter.
PlainPage readPlainly(const QByteArray& page);

} // namespace stowage::test
