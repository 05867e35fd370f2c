// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/Endpoint.h"
#include "models/fleet/SourceStatus.h"
#include "models/ports/Doctor.h"
#include "tests/support/NastyServer.h"
#include "tests/support/StallMeter.h"

#include <QTest>

#include <algorithm>

namespace stowage::test {

inline const QByteArray Password = "s3cret-passw0rd";

inline Credentials someCredentials()
{
    return BasicCredentials{QStringLiteral("reader"), Secret(Password)};
}

/// An endpoint at the server, with credentials.
inline Endpoint endpointAt(const NastyServer& server, const QString& source)
{
    Endpoint endpoint;
    endpoint.source = source;
    endpoint.baseUrl = server.url();
    endpoint.caFile = server.caFile();
    endpoint.credentials = someCredentials();
    return endpoint;
}

/// Every text of a status.
inline QStringList textsOf(const SourceStatus& status)
{
    QStringList texts{status.id, status.kind, status.url, status.identity, status.version, status.progress};
    texts += status.capabilities + status.warnings;
    if (status.error) {
        texts << status.error->text();
    }
    return status.coverage ? texts + status.coverage->unseen : texts;
}

/// No text shows the password, plain or as Basic authentication carries it, nor a control character.
inline bool areFitToShow(const QStringList& texts)
{
    const QString plain = QString::fromLatin1(Password);
    const QString carried = QString::fromLatin1(("reader:" + Password).toBase64());
    return std::none_of(texts.begin(), texts.end(), [&](const QString& text) {
        return text.contains(plain) || text.contains(carried) ||
               std::any_of(text.begin(), text.end(),
                           [](QChar c) { return c.category() == QChar::Other_Control; });
    });
}

/// Whether one of the texts contains all of these words.
inline bool isSaid(const QStringList& texts, const QStringList& words)
{
    return std::any_of(texts.begin(), texts.end(), [&](const QString& text) {
        return std::all_of(words.begin(), words.end(),
                           [&](const QString& word) { return text.contains(word); });
    });
}

/// What to do is a sentence of its own, at the end.
inline bool saysWhatToDo(const QString& line)
{
    return (line.endsWith(QLatin1Char('.')) || line.endsWith(QLatin1String(".)"))) &&
           (line.contains(QLatin1String(". ")) || line.contains(QLatin1String("? ")));
}

/// Whether this server was ever shown who we are: the source is, whoever it sends us to is not.
inline bool wasShownCredentials(const NastyServer& server)
{
    const std::vector<RecordedRequest> requests = server.requests();
    return std::any_of(requests.begin(), requests.end(), [](const RecordedRequest& request) {
        return !request.header("Authorization").isNull() || !request.header("Cookie").isNull();
    });
}

} // namespace stowage::test
