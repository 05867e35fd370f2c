// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/RecordReader.h"

#include "connectors/beszel/HubTime.h"
#include "connectors/registry/Json.h"

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

using simdjson::SUCCESS;

constexpr qsizetype LongestText = 512;
constexpr double Mebi = 1024.0 * 1024;

/// The year 9999: later is no moment.
constexpr double LastMoment = 253'402'300'799'999;

HostState stateOf(const QString& status)
{
    if (status == QLatin1String("up")) {
        return HostState::Up;
    }
    if (status == QLatin1String("down")) {
        return HostState::Down;
    }
    if (status == QLatin1String("paused")) {
        return HostState::Paused;
    }
    return status == QLatin1String("pending") ? HostState::Pending : HostState::Unseen;
}

template <size_t N>
QString nameOf(const std::array<const char*, N>& names, std::optional<double> index)
{
    const bool isKnown = index && *index >= 0 && *index < static_cast<double>(N);
    return isKnown ? QString::fromLatin1(names[static_cast<size_t>(*index)]) : QString();
}

constexpr std::array Systems{"Linux", "Darwin", "Windows", "FreeBSD"};
constexpr std::array Healths{"", "starting", "healthy", "unhealthy"};
constexpr std::array ServiceStates{"active", "inactive", "failed", "activating", "deactivating", "reloading"};

} // namespace

void RecordReader::read(Element record)
{
    ++m_to.items;
    bool isRead = false;
    switch (m_collection) {
    case HubCollection::Systems:
        isRead = readSystem(record);
        break;
    case HubCollection::Details:
        isRead = readDetails(record);
        break;
    case HubCollection::Containers:
        isRead = readContainer(record);
        break;
    case HubCollection::Services:
        isRead = readService(record);
        break;
    case HubCollection::Alerts:
        isRead = readAlert(record);
        break;
    case HubCollection::AlertsHistory:
        isRead = readTurn(record);
        break;
    case HubCollection::QuietHours:
        isRead = readQuietHours(record);
        break;
    case HubCollection::SystemStats:
    case HubCollection::ContainerStats:
        break; // StatsPage reads those
    }
    if (!isRead) {
        ++m_to.leftOut;
    }
}

bool RecordReader::readSystem(Element record)
{
    HubSystem system;
    system.id = text(record, "id");
    if (system.id.isEmpty()) {
        return false;
    }
    system.name = text(record, "name");
    system.host = text(record, "host");
    system.port = text(record, "port");
    system.status = text(record, "status");
    system.state = stateOf(system.status);
    system.created = time(record, "created");
    system.updated = time(record, "updated");
    if (const auto info = json::member(record, "info")) {
        readInfo(*info, system);
    }
    m_to.systems.push_back(std::move(system));
    return true;
}

/// While a system is pending or paused the hub fills it with zeros, which say nothing.
void RecordReader::readInfo(Element info, HubSystem& system)
{
    system.agent = text(info, "v");
    if (system.state != HostState::Up) {
        return;
    }
    system.uptime = number(info, "u");
    system.celsius = number(info, "dt");
    system.gpuPercent = number(info, "g");
}

bool RecordReader::readDetails(Element record)
{
    HubDetails details;
    details.system = text(record, "id"); // it is the system's
    if (details.system.isEmpty()) {
        return false;
    }
    details.hostname = text(record, "hostname");
    details.os = text(record, "os_name");
    if (details.os.isEmpty()) {
        details.os = nameOf(Systems, number(record, "os"));
    }
    details.kernel = text(record, "kernel");
    details.cpuModel = text(record, "cpu");
    const std::optional<double> threads = number(record, "threads");
    details.cores = threads && *threads > 0 ? threads : number(record, "cores");
    details.memoryBytes = number(record, "memory");
    if (details.cores && *details.cores <= 0) {
        details.cores.reset();
    }
    if (details.memoryBytes && *details.memoryBytes <= 0) {
        details.memoryBytes.reset();
    }
    m_to.details.push_back(std::move(details));
    return true;
}

bool RecordReader::readContainer(Element record)
{
    HubContainer row;
    row.system = text(record, "system");
    row.container.name = text(record, "name");
    if (row.system.isEmpty() || row.container.name.isEmpty()) {
        return false;
    }
    row.container.image = text(record, "image");
    row.container.status = text(record, "status");
    row.container.health = nameOf(Healths, number(record, "health"));
    row.container.cpuPercent = number(record, "cpu");
    if (const auto memory = number(record, "memory")) {
        row.container.memoryBytes = *memory * Mebi;
    }
    row.container.netBytesPerSecond = number(record, "net");
    row.container.at = epoch(record, "updated");
    m_to.containers.push_back(std::move(row));
    return true;
}

bool RecordReader::readService(Element record)
{
    HubService row;
    row.system = text(record, "system");
    row.service.name = text(record, "name");
    if (row.system.isEmpty() || row.service.name.isEmpty()) {
        return false;
    }
    row.service.state = nameOf(ServiceStates, number(record, "state"));
    row.service.cpuPercent = number(record, "cpu");
    row.service.memoryBytes = number(record, "memory");
    row.service.at = epoch(record, "updated");
    m_to.services.push_back(std::move(row));
    return true;
}

bool RecordReader::readAlert(Element record)
{
    HubAlert alert;
    alert.id = text(record, "id");
    alert.user = text(record, "user");
    alert.system = text(record, "system");
    alert.name = text(record, "name");
    const bool isToldWhether = record.at_key("triggered").get_bool().get(alert.isTriggered) == SUCCESS;
    if (alert.id.isEmpty() || alert.system.isEmpty() || alert.name.isEmpty() || !isToldWhether) {
        return false;
    }
    alert.limit = number(record, "value");
    alert.minutes = std::max(0.0, number(record, "min").value_or(1));
    alert.updated = time(record, "updated");
    m_to.alerts.push_back(std::move(alert));
    return true;
}

/// One whose end is told and cannot be read may be over or not: it is left out.
bool RecordReader::readTurn(Element record)
{
    HubAlertTurn turn;
    turn.id = text(record, "id");
    turn.alert = text(record, "alert_id");
    turn.system = text(record, "system");
    turn.name = text(record, "name");
    turn.began = time(record, "created");
    turn.ended = time(record, "resolved");
    Element resolved;
    std::string_view told;
    const bool isTold = record.at_key("resolved").get(resolved) == SUCCESS && !resolved.is_null();
    const bool isOpen = !isTold || (resolved.get_string().get(told) == SUCCESS && told.empty());
    if (turn.id.isEmpty() || turn.system.isEmpty() || turn.name.isEmpty() || turn.began == Timestamp{} ||
        turn.isOpen() != isOpen) {
        return false;
    }
    turn.limit = number(record, "value");
    m_to.turns.push_back(std::move(turn));
    return true;
}

bool RecordReader::readQuietHours(Element record)
{
    HubQuietHours quiet;
    quiet.id = text(record, "id");
    quiet.user = text(record, "user");
    quiet.system = text(record, "system");
    const QString type = text(record, "type");
    quiet.isDaily = type == QLatin1String("daily");
    quiet.from = time(record, "start");
    quiet.to = time(record, "end");
    const bool isKnown = quiet.isDaily || type == QLatin1String("one-time");
    if (quiet.id.isEmpty() || !isKnown || quiet.from == Timestamp{} || quiet.to == Timestamp{} ||
        (!quiet.isDaily && quiet.to <= quiet.from)) {
        return false;
    }
    m_to.quiet.push_back(std::move(quiet));
    return true;
}

std::optional<double> RecordReader::number(Element record, std::string_view key)
{
    Element value;
    if (record.at_key(key).get(value) != SUCCESS || value.is_null()) {
        return std::nullopt;
    }
    double found = 0;
    bool isNumber = value.get_double().get(found) == SUCCESS;
    std::string_view told;
    if (!isNumber && value.get_string().get(told) == SUCCESS) {
        found = QByteArray(told.data(), static_cast<qsizetype>(told.size())).toDouble(&isNumber);
    }
    if (!isNumber || !std::isfinite(found)) {
        ++m_to.leftOut;
        return std::nullopt;
    }
    return found;
}

QString RecordReader::text(Element record, std::string_view key)
{
    std::string_view found;
    if (record.at_key(key).get_string().get(found) != SUCCESS) {
        return {};
    }
    QString text = QString::fromUtf8(found.data(), static_cast<qsizetype>(found.size())).left(LongestText);
    for (QChar& c : text) {
        if (c.category() == QChar::Other_Control) {
            c = QChar::ReplacementCharacter;
        }
    }
    return text;
}

Timestamp RecordReader::time(Element record, std::string_view key)
{
    std::string_view found;
    return record.at_key(key).get_string().get(found) == SUCCESS ? hubTime(found).value_or(Timestamp{})
                                                                 : Timestamp{};
}

Timestamp RecordReader::epoch(Element record, std::string_view key)
{
    const double millis = number(record, key).value_or(0);
    return millis > 0 && millis < LastMoment ? Timestamp{Millis{static_cast<qint64>(millis)}} : Timestamp{};
}

} // namespace stowage
