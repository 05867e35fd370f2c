// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"
#include "connectors/sse/SseReader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace stowage::test {

inline QByteArray recordedFile(const char* name)
{
    QFile file(qEnvironmentVariable("STOWAGE_SOURCE_DIR") +
               QStringLiteral("/tests/recordings/beszel-0.18.8/") + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(file.fileName()));
    }
    return file.readAll();
}

/// A recorded answer as the engine would give it: "systems.json".
inline HttpAnswer recordedAnswer(const char* name)
{
    const QJsonObject response =
        QJsonDocument::fromJson(recordedFile(name)).object()[QLatin1String("response")].toObject();
    HttpAnswer answer;
    answer.status = response[QLatin1String("status")].toInt();
    answer.body = response[QLatin1String("body")].toString().toUtf8();
    const QJsonArray headers = response[QLatin1String("headers")].toArray();
    for (const auto& header : headers) {
        answer.headers.add(header[0].toString().toUtf8(), header[1].toString().toUtf8());
    }
    return answer;
}

inline QByteArray recordedBody(const char* name)
{
    return recordedAnswer(name).body;
}

inline std::vector<SseEvent> recordedEvents()
{
    return SseReader().take(recordedFile("realtime.sse"));
}

} // namespace stowage::test
