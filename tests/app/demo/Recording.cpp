// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/Recording.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace stowage::test {

Recording Recording::load(const QString& path)
{
    QFile file(qEnvironmentVariable("STOWAGE_SOURCE_DIR") + QStringLiteral("/tests/recordings/") + path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(file.fileName()));
    }
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject request = root[QLatin1String("request")].toObject();
    const QJsonObject response = root[QLatin1String("response")].toObject();

    Recording recording;
    recording.method = request[QLatin1String("method")].toString().toUtf8();
    recording.target = request[QLatin1String("target")].toString().toUtf8();
    const QJsonObject headers = request[QLatin1String("headers")].toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        recording.headers.emplace_back(it.key().toUtf8(), it.value().toString().toUtf8());
    }
    recording.answer.status = response[QLatin1String("status")].toInt();
    recording.answer.body = response[QLatin1String("body")].toString().toUtf8();
    const QJsonArray lines = response[QLatin1String("headers")].toArray();
    for (const auto& header : lines) {
        recording.answer.headers.emplace_back(header[0].toString().toUtf8(), header[1].toString().toUtf8());
    }
    return recording;
}

} // namespace stowage::test
