// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/timeline/TimelineModel.h"

#include "models/alerts/AlertModel.h"

#include <algorithm>

namespace stowage {
namespace {

qint64 millisOf(Timestamp at)
{
    return at.time_since_epoch().count();
}

QString labelsOf(const TimelineEntry& entry)
{
    QStringList parts;
    for (const AlertLabel& label : entry.labels) {
        parts << label.name + QLatin1Char('=') + label.value;
    }
    return parts.join(QLatin1Char(' '));
}

/// An incident is none of the events.
QString whatOf(const TimelineEntry& entry)
{
    const bool isIncident =
        entry.lane == TimelineLane::Incidents && entry.shape == TimelineEntry::Shape::Span;
    return isIncident ? QStringLiteral("incident") : alertEventKindName(entry.kind);
}

} // namespace

TimelineModel::TimelineModel(const TimelineBook& book, QObject* parent)
    : EntityTableModel(parent), m_book(book)
{
    begin(makeColumns());
    sort(columnOf(QStringLiteral("at")), Qt::DescendingOrder);
    connect(&book, &TimelineBook::changed, this,
            [this](const Changes<RowId>& changes) { applyChanges(changes); });
}

const TimelineEntry& TimelineModel::entry(RowId id) const
{
    static const TimelineEntry hole;
    const TimelineEntry* const found = m_book.find(id);
    return found ? *found : hole;
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    if (role < LaneRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return EntityTableModel::data(index, role);
    }
    const TimelineEntry& shown = entry(rowId(index.row()));
    switch (role) {
    case LaneRole:
        return timelineLaneName(shown.lane);
    case SeverityRole:
        return alertSeverityName(shown.severity);
    case FromRole:
        return millisOf(shown.from);
    case ToRole:
        return millisOf(shown.isStanding() ? m_book.now() : shown.to);
    case IncidentRole:
        return shown.incident;
    case AlertRole:
        return shown.alert;
    case StormRole:
        return shown.isStorm;
    default:
        return {};
    }
}

std::vector<RowId> TimelineModel::allRows() const
{
    std::vector<RowId> rows;
    for (const TimelineEntry& each : m_book.entries()) {
        rows.push_back(each.id);
    }
    std::ranges::sort(rows);
    return rows;
}

bool TimelineModel::isMember(RowId id) const
{
    return !entry(id).isFolded;
}

QString TimelineModel::state(RowId id) const
{
    return timelineStateName(entry(id));
}

std::optional<Millis> TimelineModel::age(RowId id) const
{
    return ageOf(entry(id).from, m_book.now());
}

std::optional<qint64> TimelineModel::duration(RowId id) const
{
    const TimelineEntry& each = entry(id);
    if (each.shape == TimelineEntry::Shape::Moment || each.isBeginUnknown ||
        each.end == TimelineEntry::End::NotTold) {
        return {};
    }
    const Timestamp to = each.isStanding() ? m_book.now() : each.to;
    return std::max(qint64{0}, qint64{(to - each.from).count()});
}

QString alertEventKindText(AlertEventKind kind)
{
    switch (kind) {
    case AlertEventKind::Fired:
        return TimelineModel::tr("fired");
    case AlertEventKind::Ended:
        return TimelineModel::tr("ended");
    case AlertEventKind::Lost:
        //: an alert whose sources are silent
        return TimelineModel::tr("unknown from here on");
    case AlertEventKind::Found:
        return TimelineModel::tr("still stands");
    case AlertEventKind::Changed:
        return TimelineModel::tr("changed");
    case AlertEventKind::Flapping:
        return TimelineModel::tr("flapping");
    case AlertEventKind::Steady:
        return TimelineModel::tr("steady again");
    case AlertEventKind::HeldBack:
        return TimelineModel::tr("held back");
    case AlertEventKind::LetThrough:
        return TimelineModel::tr("no longer held back");
    case AlertEventKind::Silenced:
        return TimelineModel::tr("silenced");
    case AlertEventKind::Unsilenced:
        return TimelineModel::tr("no longer silenced");
    case AlertEventKind::Inhibited:
        return TimelineModel::tr("inhibited");
    case AlertEventKind::Uninhibited:
        return TimelineModel::tr("no longer inhibited");
    case AlertEventKind::Unjudged:
        return TimelineModel::tr("rule cannot be evaluated");
    case AlertEventKind::Judged:
        return TimelineModel::tr("rule evaluated again");
    case AlertEventKind::Acknowledged:
        return TimelineModel::tr("acknowledged");
    case AlertEventKind::TakenOver:
        return TimelineModel::tr("taken over");
    case AlertEventKind::Released:
        return TimelineModel::tr("released");
    case AlertEventKind::Muted:
        return TimelineModel::tr("muted");
    case AlertEventKind::Unmuted:
        return TimelineModel::tr("no longer muted");
    case AlertEventKind::Split:
        return TimelineModel::tr("split");
    case AlertEventKind::Merged:
        return TimelineModel::tr("merged");
    case AlertEventKind::Noted:
        return TimelineModel::tr("noted");
    case AlertEventKind::TagMoved:
        return TimelineModel::tr("tag moved");
    case AlertEventKind::TagNew:
        return TimelineModel::tr("new tag");
    case AlertEventKind::NodeRestarted:
        return TimelineModel::tr("restarted");
    case AlertEventKind::IdentityChanged:
        return TimelineModel::tr("identity changed");
    case AlertEventKind::AddressesChanged:
        return TimelineModel::tr("addresses changed");
    case AlertEventKind::SourceLost:
        return TimelineModel::tr("source lost");
    case AlertEventKind::SourceFound:
        return TimelineModel::tr("source found");
    case AlertEventKind::ActionDone:
        return TimelineModel::tr("action done");
    case AlertEventKind::ActionFailed:
        return TimelineModel::tr("action failed");
    case AlertEventKind::NoticeSent:
        return TimelineModel::tr("told to people");
    case AlertEventKind::NoticeFailed:
        return TimelineModel::tr("could not be told to people");
    }
    return TimelineModel::tr("unknown to this version");
}

QString timelineStateText(const TimelineEntry& entry)
{
    if (entry.shape == TimelineEntry::Shape::Moment) {
        return {};
    }
    switch (entry.end) {
    case TimelineEntry::End::Over:
        return TimelineModel::tr("over");
    case TimelineEntry::End::Standing:
        return TimelineModel::tr("still stands");
    case TimelineEntry::End::Unknown:
        return TimelineModel::tr("unknown");
    case TimelineEntry::End::NotTold:
        break;
    }
    return TimelineModel::tr("over, nobody told when");
}

std::vector<Column> TimelineModel::makeColumns() const
{
    const auto text = [this](const char* id, const QString& title, QString (*how)(const TimelineEntry&)) {
        return Column::ofText(QString::fromLatin1(id), title,
                              [this, how](RowId row) { return how(entry(row)); });
    };
    using Entry = TimelineEntry;
    Column at = text("at", tr("Time"), [](const Entry& each) { return toRfc3339(each.from); });
    Column lane = text("lane", tr("Lane"), [](const Entry& each) {
                      return timelineLaneName(each.lane);
                  }).shownAs([this](RowId row) { return timelineLaneText(entry(row).lane); });
    Column what = text("what", tr("What"), whatOf).shownAs([this](RowId row) {
        const Entry& each = entry(row);
        return whatOf(each) == QLatin1String("incident") ? tr("incident") : alertEventKindText(each.kind);
    });
    Column severity = text("severity", tr("Severity"), [](const Entry& each) {
                          return alertSeverityName(each.severity);
                      }).shownAs([this](RowId row) { return alertSeverityText(entry(row).severity); });
    Column state = text("state", tr("State"), timelineStateName).shownAs([this](RowId row) {
        return timelineStateText(entry(row));
    });
    Column lasted =
        Column::ofNumber(QStringLiteral("duration"), tr("Duration"), Unit::Age, [this](RowId row) {
            return duration(row);
        }).orElse(QString());
    Column events = Column::ofNumber(QStringLiteral("events"), tr("Events"), Unit::Count,
                                     [this](RowId row) { return std::optional<qint64>(entry(row).events); });
    Column age = Column::ofAge(
        QStringLiteral("age"), tr("Age"), [this](RowId row) { return entry(row).from; },
        [this] { return m_book.now(); });
    return {
        std::move(at),
        std::move(lane),
        std::move(what),
        std::move(severity),
        text("name", tr("Name"), [](const Entry& each) { return each.name; }),
        text("subject", tr("Subject"), [](const Entry& each) { return each.subject.name; }),
        std::move(state),
        std::move(lasted),
        text("summary", tr("Summary"), [](const Entry& each) { return each.summary; }).wide(),
        text("zone", tr("Zone"), [](const Entry& each) { return each.zone; }),
        text("source", tr("Told by"), [](const Entry& each) { return each.source; }),
        text("incident", tr("Incident"), [](const Entry& each) { return each.incident; }),
        text("actor", tr("Who"), [](const Entry& each) { return each.actor; }),
        text("note", tr("Note"), [](const Entry& each) { return each.note; }),
        text("labels", tr("Labels"), labelsOf),
        std::move(events),
        std::move(age),
    };
}

} // namespace stowage
