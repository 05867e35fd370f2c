// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace stowage::test {

/// The recorded answer in `tests/recordings/<name>.json`; status 0 when there is no such file.
inline HttpAnswer recordedAnswer(const QString& name)
{
    QFile file(qEnvironmentVariable("STOWAGE_SOURCE_DIR") +
               QStringLiteral("/tests/recordings/%1.json").arg(name));
    HttpAnswer answer;
    if (!file.open(QIODevice::ReadOnly)) {
        return answer;
    }
    const QJsonObject response =
        QJsonDocument::fromJson(file.readAll()).object()[QLatin1String("response")].toObject();
    answer.status = response[QLatin1String("status")].toInt();
    answer.body = response[QLatin1String("body")].toString().toUtf8();
    for (const QJsonValue field : response[QLatin1String("headers")].toArray()) {
        answer.headers.add(field.toArray().at(0).toString().toLatin1(),
                           field.toArray().at(1).toString().toLatin1());
    }
    return answer;
}

} // namespace stowage::test
