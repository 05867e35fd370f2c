// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>

namespace stowage::test {

/// What tests/support/plain_crawl.py reads from the registry at this URL. Blocks; empty when it fails, with
/// the reason as a warning.
QJsonArray plainCrawl(const QByteArray& url);

} // namespace stowage::test
