// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/gate/RecordedSamples.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace stowage::test {
namespace {

constexpr double GiB = 0x1p30;

QByteArray recording(const QString& name)
{
    QFile file(qEnvironmentVariable("STOWAGE_SOURCE_DIR", u"."_s) + u"/tests/recordings/beszel-0.18.8/"_s +
               name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonArray itemsOf(const QString& name)
{
    const QJsonObject exchange = QJsonDocument::fromJson(recording(name)).object();
    const QString body = exchange[u"response"_s].toObject()[u"body"_s].toString();
    return QJsonDocument::fromJson(body.toUtf8()).object()[u"items"_s].toArray();
}

Timestamp stampOf(const QJsonValue& value)
{
    return fromRfc3339(value.toString().replace(u' ', u'T')).value_or(Timestamp{});
}

void add(RecordedTelling& telling, const QString& metric, const QJsonValue& value, double factor = 1)
{
    if (value.isDouble()) {
        telling.values[metric] = value.toDouble() * factor;
    }
}

void addLoads(RecordedTelling& telling, const QJsonValue& value)
{
    const QJsonArray loads = value.toArray();
    add(telling, u"load.1m"_s, loads.at(0));
    add(telling, u"load.5m"_s, loads.at(1));
    add(telling, u"load.15m"_s, loads.at(2));
}

RecordedTelling ofStats(const QJsonObject& record)
{
    const QJsonObject stats = record[u"stats"_s].toObject();
    RecordedTelling telling{record[u"system"_s].toString(), stampOf(record[u"created"_s]), {}};
    add(telling, u"cpu.percent"_s, stats[u"cpu"_s]);
    add(telling, u"memory.total.bytes"_s, stats[u"m"_s], GiB);
    add(telling, u"memory.used.bytes"_s, stats[u"mu"_s], GiB);
    add(telling, u"memory.percent"_s, stats[u"mp"_s]);
    add(telling, u"disk.total.bytes"_s, stats[u"d"_s], GiB);
    add(telling, u"disk.used.bytes"_s, stats[u"du"_s], GiB);
    add(telling, u"disk.percent"_s, stats[u"dp"_s]);
    addLoads(telling, stats[u"la"_s]);
    const QJsonArray parts = stats[u"cpub"_s].toArray();
    add(telling, u"cpu.user.percent"_s, parts.at(0));
    add(telling, u"cpu.system.percent"_s, parts.at(1));
    add(telling, u"cpu.iowait.percent"_s, parts.at(2));
    add(telling, u"cpu.steal.percent"_s, parts.at(3));
    const QJsonArray disk = stats[u"dio"_s].toArray();
    add(telling, u"disk.read.bytesPerSecond"_s, disk.at(0));
    add(telling, u"disk.write.bytesPerSecond"_s, disk.at(1));
    add(telling, u"disk.busy.percent"_s, stats[u"dios"_s].toArray().at(2));
    const QJsonArray net = stats[u"b"_s].toArray();
    add(telling, u"net.sent.bytesPerSecond"_s, net.at(0));
    add(telling, u"net.received.bytesPerSecond"_s, net.at(1));
    const QJsonObject links = stats[u"ni"_s].toObject();
    for (auto link = links.begin(); link != links.end(); ++link) {
        const QString device = u'[' + link.key() + u']';
        add(telling, u"net.sent.bytesPerSecond"_s + device, link->toArray().at(0));
        add(telling, u"net.received.bytesPerSecond"_s + device, link->toArray().at(1));
    }
    return telling;
}

RecordedTelling ofSystem(const QJsonObject& record)
{
    const QJsonObject info = record[u"info"_s].toObject();
    RecordedTelling telling{record[u"id"_s].toString(), stampOf(record[u"updated"_s]), {}};
    if (record[u"status"_s] == u"pending"_s) {
        return telling; // nothing was measured yet
    }
    add(telling, u"cpu.percent"_s, info[u"cpu"_s]);
    add(telling, u"memory.percent"_s, info[u"mp"_s]);
    add(telling, u"disk.percent"_s, info[u"dp"_s]);
    add(telling, u"uptime.seconds"_s, info[u"u"_s]);
    addLoads(telling, info[u"la"_s]);
    return telling;
}

} // namespace

RecordedSamples::RecordedSamples()
{
    const QJsonArray stats = itemsOf(u"system_stats.json"_s);
    for (const QJsonValue& record : stats) {
        m_list.push_back(ofStats(record.toObject()));
    }
    const QJsonArray details = itemsOf(u"system_details.json"_s);
    for (const QJsonValue& record : details) {
        HostFacts& facts = m_facts[record[u"system"_s].toString()];
        facts.memoryBytes = record[u"memory"_s].toDouble();
        facts.cores = record[u"cores"_s].toDouble();
    }
    QString topic;
    const QList<QByteArray> lines = recording(u"realtime.sse"_s).split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith("event:")) {
            topic = QString::fromUtf8(line.mid(6));
        } else if (line.startsWith("data:")) {
            const QJsonObject record = QJsonDocument::fromJson(line.mid(5)).object()[u"record"_s].toObject();
            if (topic == u"system_stats/*") {
                m_stream.push_back(ofStats(record));
            } else if (topic == u"systems/*") {
                m_stream.push_back(ofSystem(record));
            }
        }
    }
}

} // namespace stowage::test
