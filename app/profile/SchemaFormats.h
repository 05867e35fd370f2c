// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace stowage {

/// Why a text is not of a schema's `format` ("http-url", "proxy-url", "key-pin"), as the end of a sentence
/// that begins with the key's name; empty when it is. Never quotes the text: a URL may hold a password.
QString formatFault(const QString& format, const QString& text);

/// A URL that formatFault() let pass, encoded and without a slash at its end.
QByteArray encodedUrl(const QString& text);

} // namespace stowage
