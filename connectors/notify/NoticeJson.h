// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/notify/Notice.h"

#include <QByteArray>

namespace stowage {

/// `stowage/notice/1` (resources/schemas/notice.json): what a webhook or a command is given. One line, UTF-8.
/// `context`: the profile's name.
QByteArray noticeJson(const Notice& notice, const QString& context);

} // namespace stowage
