// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertModel.h"
#include "models/core/Listed.h"

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

/// What a person should look at first has the highest: what stands and makes noise, the severest first, then
/// what is held back, what waits, what is over; the newest of those that are alike.
qint64 rankOf(const Alert& alert)
{
    constexpr qint64 Held = 3;
    constexpr qint64 NotOpen = 6;
    qint64 rank = static_cast<qint64>(alert.severity) + NotOpen + Held;
    if (alert.state == AlertState::Resolved) {
        rank = 0;
    } else if (alert.state == AlertState::Pending) {
        rank -= NotOpen + Held - 1;
    } else if (alert.isHeldBack()) {
        rank -= Held;
    }
    constexpr qint64 Seconds = qint64{1} << 34; // until the year 2514
    return rank * Seconds +
           std::chrono::duration_cast<std::chrono::seconds>(alert.since.time_since_epoch()).count();
}

QString sourcesOf(const Alert& alert)
{
    QStringList names;
    for (const AlertWitness& witness : alert.witnesses) {
        if (!names.contains(witness.source)) {
            names << witness.source;
        }
    }
    return listed(names);
}

QString labelsOf(const Alert& alert)
{
    QStringList parts;
    for (const AlertLabel& label : alert.labels) {
        parts << label.name + QLatin1Char('=') + label.value;
    }
    return parts.join(QLatin1Char(' '));
}

QString holdsOf(const Alert& alert)
{
    QStringList names;
    for (const AlertHold& hold : alert.holds) {
        names << alertHoldName(hold.kind) + (hold.by.isEmpty() ? QString() : QLatin1Char(' ') + hold.by);
    }
    return names.join(QLatin1Char(' '));
}

QString figureText(const std::optional<double>& figure, const QString& unit)
{
    if (!figure) {
        return {};
    }
    const QString number = QString::number(*figure, 'g', 5);
    return unit.isEmpty() ? number : number + QLatin1Char(' ') + unit;
}

std::optional<qint64> whole(const std::optional<double>& figure)
{
    constexpr double Most = 9e15;
    return figure ? std::optional<qint64>(std::llround(std::clamp(*figure, -Most, Most))) : std::nullopt;
}

} // namespace

QString alertStateText(AlertState state)
{
    switch (state) {
    case AlertState::Pending:
        return AlertModel::tr("pending");
    case AlertState::Firing:
        return AlertModel::tr("firing");
    case AlertState::Unknown:
        return AlertModel::tr("unknown");
    case AlertState::Unjudged:
        //: of an alert: its rule cannot be evaluated
        return AlertModel::tr("not judged");
    case AlertState::Resolved:
        break;
    }
    return AlertModel::tr("resolved");
}

QString alertSeverityText(AlertSeverity severity)
{
    switch (severity) {
    case AlertSeverity::Info:
        return AlertModel::tr("info");
    case AlertSeverity::Warning:
        return AlertModel::tr("warning");
    case AlertSeverity::Critical:
        break;
    }
    return AlertModel::tr("critical");
}

QString alertHoldKindText(AlertHoldKind kind)
{
    switch (kind) {
    case AlertHoldKind::Waiting:
        //: why an alert is held back: what it tells of does not last for long enough yet
        return AlertModel::tr("not long enough yet");
    case AlertHoldKind::Cooldown:
        return AlertModel::tr("cooldown");
    case AlertHoldKind::Flapping:
        return AlertModel::tr("flapping");
    case AlertHoldKind::Silenced:
        return AlertModel::tr("silenced");
    case AlertHoldKind::Inhibited:
        return AlertModel::tr("inhibited");
    case AlertHoldKind::Maintenance:
        return AlertModel::tr("maintenance");
    case AlertHoldKind::QuietHours:
        return AlertModel::tr("quiet hours");
    case AlertHoldKind::Settling:
        //: why an alert is not over: its value is too near to the threshold
        return AlertModel::tr("near its threshold");
    }
    return {};
}

QString alertHoldText(const AlertHold& hold, Timestamp now)
{
    QString text = alertHoldKindText(hold.kind);
    if (!hold.by.isEmpty()) {
        //: why an alert is held back, and by what: "maintenance: switch eu-b"
        text = AlertModel::tr("%1: %2").arg(text, hold.by);
    }
    if (hold.until > now) {
        //: %1: why an alert is held back; %2: for how long: "cooldown, 4 min left"
        text = AlertModel::tr("%1, %2 left").arg(text, formatDuration(hold.until - now));
    }
    return text;
}

std::vector<Column> AlertModel::makeColumns() const
{
    const auto text = [this](const char* id, const QString& title, QString (*how)(const Alert&)) {
        return Column::ofText(QString::fromLatin1(id), title,
                              [this, how](RowId row) { return how(alert(row)); });
    };
    const auto count = [this](const char* id, const QString& title, auto how) {
        return Column::ofNumber(QString::fromLatin1(id), title, Unit::Count,
                                [this, how](RowId row) { return std::optional<qint64>(how(alert(row))); });
    };
    const auto figure = [this](const char* id, const QString& title, std::optional<double> Alert::*member) {
        constexpr double Finer = 1000;
        Column column =
            Column::ofNumber(QString::fromLatin1(id), title, Unit::Count, [this, member](RowId row) {
                return whole(alert(row).*member);
            }).shownAs([this, member](RowId row) { return figureText(alert(row).*member, alert(row).unit); });
        column.sortKey = [this, member](RowId row) {
            const auto known = alert(row).*member;
            return known ? whole(*known * Finer) : std::nullopt;
        };
        return column;
    };
    return {
        text("severity", tr("Severity"), [](const Alert& each) { return alertSeverityName(each.severity); })
            .shownAs([this](RowId row) { return alertSeverityText(alert(row).severity); })
            .ranked(alertSeverityNames()),
        text("name", tr("Alert"), [](const Alert& each) { return each.name; }),
        text("subject", tr("Subject"), [](const Alert& each) { return each.place.subject.name; }),
        text("state", tr("State"), [](const Alert& each) { return alertStateName(each.state); })
            .shownAs([this](RowId row) {
                const Alert& each = alert(row);
                return each.flappingSince != Timestamp{} ? tr("flapping") : alertStateText(each.state);
            }),
        Column::ofAge(
            QStringLiteral("age"), tr("Age"), [this](RowId row) { return alert(row).since; },
            [this] { return m_book.now(); })
            .orElse(QString()),
        text("summary", tr("Summary"), [](const Alert& each) { return each.summary; }).wide(),
        text("kind", tr("Kind"), [](const Alert& each) { return subjectKindName(each.place.subject.kind); }),
        text("zone", tr("Zone"), [](const Alert& each) { return each.place.zone; }),
        text("source", tr("Told by"), sourcesOf),
        count("sources", tr("Witnesses"), [](const Alert& each) { return each.witnesses.size(); }),
        count("episodes", tr("Episodes"), [](const Alert& each) { return each.episodes; }),
        count("turns", tr("Turns"), [](const Alert& each) { return each.turns; }),
        text("holds", tr("Held back"), holdsOf).shownAs([this](RowId row) {
            QStringList texts;
            for (const AlertHold& hold : alert(row).holds) {
                texts << alertHoldText(hold, m_book.now());
            }
            return listed(texts);
        }),
        figure("value", tr("Value"), &Alert::value),
        figure("threshold", tr("Threshold"), &Alert::threshold),
        text("labels", tr("Labels"), labelsOf),
        text("key", tr("Key"), [](const Alert& each) { return each.key; }),
        count("rank", tr("Worst first"), rankOf),
    };
}

} // namespace stowage
