// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/AlertPrinter.h"

#include "app/json/AlertJson.h"
#include "app/json/IncidentJson.h"
#include "app/run/Console.h"
#include "app/run/IncidentTable.h"
#include "app/run/IncidentWords.h"
#include "app/run/TextTable.h"
#include "models/alerts/AlertModel.h"
#include "models/alerts/incidents/IncidentBook.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AlertPrinter)
};

constexpr std::array AlertColumns{"severity", "state", "name", "subject", "zone",
                                  "sources",  "holds", "age",  "summary"};
constexpr std::array IncidentColumns{"severity", "state",    "id",    "title",
                                     "alerts",   "subjects", "owner", "age"};

Result<void> arrange(EntityTableModel& model, const Invocation& invocation)
{
    if (!invocation.filter.isEmpty()) {
        auto filter = model.parseFilter(invocation.filter);
        if (!filter) {
            return fail(std::move(filter.error()));
        }
        model.setFilter(std::move(*filter));
    }
    return invocation.sort.isEmpty() ? Result<void>{} : model.sortBy(invocation.sort);
}

bool isGrave(const Incident& incident)
{
    return incident.isOpen() && incident.severity == AlertSeverity::Critical;
}

/// These columns of every row, for a terminal.
template <size_t N>
QString words(const EntityTableModel& model, const std::array<const char*, N>& shown)
{
    std::vector<QStringList> rows(1);
    std::vector<bool> isRight;
    std::vector<int> columns;
    for (const char* id : shown) {
        const int column = model.columnOf(QString::fromLatin1(id));
        if (column >= 0) {
            columns.push_back(column);
            rows.front() << model.headerData(column, Qt::Horizontal).toString();
            isRight.push_back(model.columns()[static_cast<size_t>(column)].isRightAligned());
        }
    }
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const int column : columns) {
            cells << TextTable::printable(model.index(row, column).data().toString());
        }
        rows.push_back(cells);
    }
    return TextTable::print(rows, isRight);
}

} // namespace

bool AlertPrinter::prints(const QString& command)
{
    return command == QLatin1String("alerts") || command == QLatin1String("incidents");
}

Error AlertPrinter::noIncident(const QString& id)
{
    return {ErrorKind::Usage,
            Words::tr("there is no incident \"%1\"").arg(TextTable::printable(id)),
            {},
            Words::tr("stowage incidents prints those that there are."),
            std::nullopt};
}

Result<ExitStatus> AlertPrinter::print(const std::vector<AlertEvent>& past) const
{
    if (m_invocation.command == QLatin1String("alerts")) {
        return printAlerts();
    }
    return m_invocation.arguments.size() < 2 ? printIncidents()
                                             : printIncident(m_invocation.arguments.at(1), past);
}

Result<ExitStatus> AlertPrinter::printAlerts() const
{
    AlertModel model(m_alerts, AlertModel::Members::OpenAndPending);
    if (auto arranged = arrange(model, m_invocation); !arranged) {
        return fail(std::move(arranged.error()));
    }
    if (m_invocation.json) {
        Console::print(document(model));
    } else {
        Console::print(words(model, AlertColumns));
    }
    return verdict();
}

Json AlertPrinter::document(const AlertModel& model) const
{
    Json made = jsonDocument("alerts", m_alerts.now(), m_profile.name);
    Json& alerts = made["alerts"] = Json::array();
    for (int row = 0; row < model.rowCount(); ++row) {
        const Alert& alert = model.alertAt(row);
        const Incident* incident = m_incidents.ofAlert(alert.key);
        alerts.push_back(jsonAlert(alert, incident != nullptr ? incident->id : QString()));
    }
    Json& silences = made["silences"] = Json::array();
    for (const AlertSilence& silence : m_alerts.silences()) {
        silences.push_back(jsonSilence(silence));
    }
    return made;
}

Result<ExitStatus> AlertPrinter::printIncidents() const
{
    const std::span<const Incident> incidents = m_incidents.incidents();
    IncidentTable table({incidents.begin(), incidents.end()}, m_alerts.now());
    if (auto arranged = arrange(table, m_invocation); !arranged) {
        return fail(std::move(arranged.error()));
    }
    ExitStatus found = ExitStatus::Fine; // among those that were asked for
    for (int row = 0; row < table.rowCount(); ++row) {
        if (isGrave(table.incidentAt(row))) {
            found = ExitStatus::Findings;
        }
    }
    if (!m_invocation.json) {
        Console::print(words(table, IncidentColumns));
        return found;
    }
    Json made = jsonDocument("incidents", m_alerts.now(), m_profile.name);
    Json& list = made["incidents"] = Json::array();
    for (int row = 0; row < table.rowCount(); ++row) {
        list.push_back(jsonIncident(table.incidentAt(row), m_alerts.now()));
    }
    Console::print(made);
    return found;
}

Result<ExitStatus> AlertPrinter::printIncident(const QString& id, const std::vector<AlertEvent>& past) const
{
    const Incident* incident = m_incidents.find(id);
    if (incident == nullptr) {
        return fail(noIncident(id));
    }
    if (!m_invocation.json) {
        Console::print(incidentWords(*incident, past, m_alerts.now()));
        return verdict();
    }
    Json made = jsonDocument("incidents", m_alerts.now(), m_profile.name);
    made["incidents"] = Json::array({jsonIncidentWithMembers(*incident, m_alerts.now())});
    Json& events = made["events"] = Json::array();
    for (const AlertEvent& event : past) {
        events.push_back(jsonEvent(event));
    }
    Console::print(made);
    return verdict();
}

ExitStatus AlertPrinter::verdict() const
{
    return std::ranges::any_of(m_incidents.incidents(), isGrave) ? ExitStatus::Findings : ExitStatus::Fine;
}

} // namespace stowage
