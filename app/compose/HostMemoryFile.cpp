// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/HostMemoryFile.h"

#include "app/json/FleetJson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HostMemoryFile)
};

constexpr auto Schema = "stowage/host-matches/1";
constexpr qint64 Largest = 64 << 20;

Json jsonKey(const SubjectKey& key)
{
    return {{"source", jsonText(key.source)}, {"subject", jsonText(key.subject)}};
}

Json jsonTime(Timestamp at)
{
    return jsonText(toRfc3339(at));
}

Json jsonDecision(const HostDecision& decision)
{
    return {{"one", jsonKey(decision.one)},
            {"other", jsonKey(decision.other)},
            {"same", decision.isSame},
            {"at", jsonTime(decision.at)}};
}

Json jsonPrint(const MachinePrint& print)
{
    Json json{{"number", print.number},
              {"machineId", jsonText(print.machineId)},
              {"instance", jsonText(print.instance)},
              {"hostname", jsonText(print.hostname)},
              {"cpuModel", jsonText(print.cpuModel)}};
    if (print.cores) {
        json["cores"] = *print.cores;
    }
    if (print.memoryBytes) {
        json["memoryBytes"] = *print.memoryBytes;
    }
    return json;
}

Json jsonMachines(const KnownMachines& machines)
{
    Json json = jsonKey(machines.subject);
    Json& prints = json["machines"] = Json::array();
    for (const MachinePrint& print : machines.prints) {
        prints.push_back(jsonPrint(print));
    }
    Json& turns = json["turns"] = Json::array();
    for (const MachineTurn& turn : machines.turns) {
        turns.push_back({{"number", turn.number}, {"since", jsonTime(turn.since)}});
    }
    return json;
}

Json jsonAlarm(const HostAlarm& alarm)
{
    return {{"kind", jsonText(hostAlarmKindName(alarm.kind))},
            {"subject", jsonKey(alarm.subject)},
            {"before", jsonKey(alarm.before)},
            {"from", jsonText(alarm.from)},
            {"to", jsonText(alarm.to)},
            {"at", jsonTime(alarm.at)}};
}

Json jsonHost(const KeptHost& host)
{
    Json json = jsonKey(host.subject);
    json["service"] = host.kind == HostKind::Service;
    json["state"] = jsonText(hostStateName(host.state));
    json["name"] = jsonText(host.identity.name);
    Json& addresses = json["addresses"] = Json::array();
    for (const QString& address : host.identity.addresses) {
        addresses.push_back(jsonText(address));
    }
    json["hostname"] = jsonText(host.identity.hostname);
    json["machineId"] = jsonText(host.identity.machineId);
    json["instance"] = jsonText(host.identity.instance);
    if (host.cpuLimit) {
        json["cpuLimit"] = *host.cpuLimit;
    }
    json["seenAt"] = jsonTime(host.seenAt);
    return json;
}

template <class T, class Print>
Json jsonList(const std::vector<T>& list, Print print)
{
    Json array = Json::array();
    for (const T& each : list) {
        array.push_back(print(each));
    }
    return array;
}

// Reading: `at()` and `get()` throw where something is missing or of another type; caught in read().

QString text(const Json& json, const char* name)
{
    return QString::fromStdString(json.at(name).get<std::string>());
}

SubjectKey key(const Json& json)
{
    return {text(json, "source"), text(json, "subject")};
}

Timestamp time(const Json& json, const char* name)
{
    return fromRfc3339(text(json, name)).value_or(Timestamp{});
}

std::optional<double> number(const Json& json, const char* name)
{
    return json.contains(name) ? std::optional(json.at(name).get<double>()) : std::nullopt;
}

HostDecision decision(const Json& json)
{
    return {key(json.at("one")), key(json.at("other")), json.at("same").get<bool>(), time(json, "at")};
}

KnownMachines machines(const Json& json)
{
    KnownMachines known{key(json), {}, {}};
    for (const Json& print : json.at("machines")) {
        known.prints.push_back({print.at("number").get<quint32>(), text(print, "machineId"),
                                text(print, "instance"), text(print, "hostname"), text(print, "cpuModel"),
                                number(print, "cores"), number(print, "memoryBytes")});
    }
    for (const Json& turn : json.at("turns")) {
        known.turns.push_back({turn.at("number").get<quint32>(), time(turn, "since")});
    }
    return known;
}

HostAlarm alarm(const Json& json)
{
    HostAlarm read{HostAlarm::Kind::Machine, key(json.at("subject")), key(json.at("before")),
                   text(json, "from"),       text(json, "to"),        time(json, "at")};
    for (const auto kind : {HostAlarm::Kind::MachineId, HostAlarm::Kind::Instance}) {
        read.kind = text(json, "kind") == hostAlarmKindName(kind) ? kind : read.kind;
    }
    return read;
}

KeptHost host(const Json& json)
{
    KeptHost kept;
    kept.subject = key(json);
    kept.kind = json.at("service").get<bool>() ? HostKind::Service : HostKind::Machine;
    for (const auto state : {HostState::Up, HostState::Down, HostState::Paused, HostState::Pending}) {
        kept.state = text(json, "state") == hostStateName(state) ? state : kept.state;
    }
    kept.identity.name = text(json, "name");
    for (const Json& address : json.at("addresses")) {
        kept.identity.addresses << QString::fromStdString(address.get<std::string>());
    }
    kept.identity.hostname = text(json, "hostname");
    kept.identity.machineId = text(json, "machineId");
    kept.identity.instance = text(json, "instance");
    kept.cpuLimit = number(json, "cpuLimit");
    kept.seenAt = time(json, "seenAt");
    return kept;
}

HostMemory memory(const Json& document)
{
    HostMemory read;
    for (const Json& each : document.at("decisions")) {
        read.decisions.push_back(decision(each));
    }
    for (const Json& each : document.at("subjects")) {
        read.machines.push_back(machines(each));
    }
    for (const Json& each : document.at("alarms")) {
        read.alarms.push_back(alarm(each));
    }
    for (const Json& each : document.at("hosts")) {
        read.hosts.push_back(host(each));
    }
    return read;
}

} // namespace

HostMemoryFile::HostMemoryFile(const QString& folder)
    : m_path(QDir(folder).filePath(QStringLiteral("host-matches.json")))
{
}

Result<HostMemory> HostMemoryFile::read()
{
    QFile file(m_path);
    if (!file.exists()) {
        return HostMemory{};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        m_isNewer = true; // what cannot be read is not written over
        return fail({ErrorKind::Storage,
                     Words::tr("what is known of hosts cannot be read: %1").arg(file.errorString()), m_path,
                     Words::tr("Make the file readable for this user."), std::nullopt});
    }
    if (file.size() > Largest) {
        return fail(setAside(Words::tr("it is too large")));
    }
    const QByteArray bytes = file.readAll();
    const Json document = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (document.is_discarded() || !document.is_object()) {
        return fail(setAside(Words::tr("it is no JSON")));
    }
    try {
        const std::string schema = document.at("schema").get<std::string>();
        if (schema != Schema) {
            m_isNewer = true;
            return fail({ErrorKind::NewerSchema,
                         Words::tr("what is known of hosts was written by a newer program"), m_path,
                         Words::tr("It is left as it is; what is settled now is not kept."), std::nullopt});
        }
        return memory(document);
    } catch (const Json::exception& wrong) {
        return fail(setAside(QString::fromUtf8(wrong.what())));
    }
}

Result<void> HostMemoryFile::write(const HostMemory& memory)
{
    if (m_isNewer) {
        return {};
    }
    const Json document{{"schema", Schema},
                        {"decisions", jsonList(memory.decisions, jsonDecision)},
                        {"subjects", jsonList(memory.machines, jsonMachines)},
                        {"alarms", jsonList(memory.alarms, jsonAlarm)},
                        {"hosts", jsonList(memory.hosts, jsonHost)}};
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(printJson(document)) < 0 || !file.commit()) {
        return fail({ErrorKind::Storage,
                     Words::tr("what is known of hosts cannot be written: %1").arg(file.errorString()),
                     m_path, Words::tr("What was settled holds until the program ends."), std::nullopt});
    }
    return {};
}

Error HostMemoryFile::setAside(const QString& why) const
{
    const QString aside = m_path + QStringLiteral(".damaged");
    QFile::remove(aside);
    QFile::rename(m_path, aside);
    return {ErrorKind::Storage,
            Words::tr("what was known of hosts cannot be understood, and was set aside: %1").arg(why), m_path,
            Words::tr("It lies in %1.").arg(aside), std::nullopt};
}

} // namespace stowage
