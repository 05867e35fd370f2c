// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/HostPrinter.h"

#include "app/run/Console.h"
#include "app/run/TextTable.h"
#include "models/hosts/HostModel.h"

#include <QCoreApplication>

#include <array>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HostPrinter)
};

constexpr std::array Shown{"state", "name",   "zone",    "cpu",   "memory", "disk",  "io",
                           "net",   "layers", "sources", "fills", "age",    "reason"};

Result<void> arrange(HostModel& model, const Invocation& invocation)
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

} // namespace

Result<ExitStatus> HostPrinter::print() const
{
    HostModel model(m_book, &m_forecasts);
    if (auto arranged = arrange(model, m_invocation); !arranged) {
        return fail(std::move(arranged.error()));
    }
    if (m_invocation.json) {
        Console::print(document(model));
    } else {
        Console::print(words(model));
    }
    return ExitStatus::Fine;
}

Json HostPrinter::document(const HostModel& model) const
{
    Json made = jsonDocument("hosts", m_book.now(), m_profile.name);
    Json& hosts = made["hosts"] = Json::array();
    for (int row = 0; row < model.rowCount(); ++row) {
        hosts.push_back(jsonHostWithForecasts(m_book, m_forecasts, model.hostAt(row)));
    }
    made["ambiguous"] = jsonAmbiguities(m_book);
    made["alarms"] = jsonAlarms(m_book);
    return made;
}

QString HostPrinter::words(const HostModel& model) const
{
    std::vector<QStringList> rows(1);
    std::vector<bool> isRight;
    std::vector<int> columns;
    for (const char* id : Shown) {
        const int column = model.columnOf(QString::fromLatin1(id));
        columns.push_back(column);
        rows.front() << model.headerData(column, Qt::Horizontal).toString();
        isRight.push_back(model.columns()[static_cast<size_t>(column)].isRightAligned());
    }
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const int column : columns) {
            cells << TextTable::printable(model.index(row, column).data().toString());
        }
        rows.push_back(cells);
    }
    QString text = TextTable::print(rows, isRight);
    for (const HostAmbiguity& doubt : m_book.ambiguities()) {
        text +=
            Words::tr("%1 of %2 and %3 of %4 may be one machine: %5\n")
                .arg(doubt.one.subject, doubt.one.source, doubt.other.subject, doubt.other.source, doubt.why);
    }
    for (const HostAlarm& alarm : m_book.alarms()) {
        text += alarm.text() + QLatin1Char('\n');
    }
    return text;
}

} // namespace stowage
