// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace stowage::test {

/// A recorded answer of a real server, below tests/recordings: "distribution-2.8.2/tags.json". Status 0 when
/// there is none.
inline HttpAnswer recordedAnswer(const char* name)
{
    QFile file(qEnvironmentVariable("STOWAGE_SOURCE_DIR") + QStringLiteral("/tests/recordings/") +
               QString::fromLatin1(name));
    HttpAnswer answer;
    if (!file.open(QIODevice::ReadOnly)) {
        return answer;
    }
    const QJsonObject response =
        QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("response")).toObject();
    answer.status = response.value(QLatin1String("status")).toInt();
    const QJsonArray headers = response.value(QLatin1String("headers")).toArray();
    for (const auto& field : headers) {
        const QJsonArray pair = field.toArray();
        answer.headers.add(pair.at(0).toString().toUtf8(), pair.at(1).toString().toUtf8());
    }
    answer.body = response.value(QLatin1String("body")).toString().toUtf8();
    return answer;
}

} // namespace stowage::test
