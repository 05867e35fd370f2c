// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/TimelineFile.h"

#include "app/json/AlertJson.h"
#include "models/ports/Clock.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr size_t EntriesAtOnce = 100;

QString whatOf(const TimelineEntry& entry)
{
    const bool isIncident =
        entry.lane == TimelineLane::Incidents && entry.shape == TimelineEntry::Shape::Span;
    return isIncident ? QStringLiteral("incident") : alertEventKindName(entry.kind);
}

/// Empty while it stands.
QString endOf(const TimelineEntry& entry)
{
    return entry.isStanding() ? QString() : toRfc3339(entry.to);
}

/// Quoted where it must be, and no formula for who opens it in a spreadsheet.
QByteArray csvField(const QString& text)
{
    QByteArray field = text.toUtf8();
    if (!field.isEmpty() && QByteArrayView("=+-@\t\r").contains(field.front())) {
        field.prepend('\'');
    }
    if (!field.contains(',') && !field.contains('"') && !field.contains('\n') && !field.contains('\r')) {
        return field;
    }
    return '"' + field.replace('"', "\"\"") + '"';
}

QString labelsOf(const TimelineEntry& entry)
{
    QStringList parts;
    for (const AlertLabel& label : entry.labels) {
        parts << label.name + QLatin1Char('=') + label.value;
    }
    return parts.join(QLatin1Char(' '));
}

QByteArray csvRow(const TimelineEntry& entry)
{
    QByteArray row;
    for (const QString& text : {toRfc3339(entry.from), endOf(entry), timelineLaneName(entry.lane),
                                whatOf(entry), alertSeverityName(entry.severity), timelineStateName(entry),
                                entry.name, entry.subject.name, entry.zone, entry.source, entry.summary,
                                entry.incident, entry.actor, entry.note, labelsOf(entry)}) {
        row += csvField(text) + ',';
    }
    return row + QByteArray::number(entry.events) + "\r\n";
}

Json jsonEntry(const TimelineEntry& entry)
{
    Json json{{"lane", jsonText(timelineLaneName(entry.lane))},
              {"what", jsonText(whatOf(entry))},
              {"severity", jsonText(alertSeverityName(entry.severity))},
              {"state", jsonText(timelineStateName(entry))},
              {"from", jsonMoment(entry.from)},
              {"beginKnown", !entry.isBeginUnknown},
              {"to", entry.isStanding() ? Json() : jsonMoment(entry.to)}};
    if (entry.end == TimelineEntry::End::Unknown) {
        json["unknownSince"] = jsonMoment(entry.unknownSince);
    }
    json["name"] = jsonText(entry.name);
    json["subject"] = jsonSubject(entry.subject);
    for (const auto& [name, text] : {std::pair{"alert", &entry.alert}, std::pair{"zone", &entry.zone},
                                     std::pair{"source", &entry.source}, std::pair{"summary", &entry.summary},
                                     std::pair{"incident", &entry.incident}, std::pair{"actor", &entry.actor},
                                     std::pair{"note", &entry.note}}) {
        json[name] = text->isEmpty() ? Json() : Json(jsonText(*text));
    }
    json["labels"] = jsonLabels(entry.labels);
    json["events"] = entry.events;
    return json;
}

/// Head, some entries at a time, end: a hundred thousand of them as one document would stall the window.
class TimelineLines final : public FileExport
{
public:
    TimelineLines(TimelineExporter::Format format, std::vector<TimelineEntry> entries, Timestamp now,
                  QString context)
        : m_format(format), m_entries(std::move(entries)), m_now(now), m_context(std::move(context))
    {
    }

    size_t done() const override { return m_done; }
    size_t total() const override { return m_entries.size(); }

    QByteArray next() override
    {
        if (m_isOver) {
            return {};
        }
        const bool isCsv = m_format == TimelineExporter::Format::Csv;
        QByteArray piece = m_isBegun ? QByteArray() : isCsv ? csvHead() : jsonHead();
        m_isBegun = true;
        for (size_t i = 0; i < EntriesAtOnce && m_done < m_entries.size(); ++i, ++m_done) {
            if (isCsv) {
                piece += csvRow(m_entries[m_done]);
            } else {
                piece += m_done == 0 ? "\n    " : ",\n    ";
                piece += QByteArray::fromStdString(
                    jsonEntry(m_entries[m_done]).dump(-1, ' ', false, Json::error_handler_t::replace));
            }
        }
        if (m_done == m_entries.size()) {
            m_isOver = true;
            piece += isCsv ? "" : m_entries.empty() ? "]\n}\n" : "\n  ]\n}\n";
        }
        return piece;
    }

private:
    static QByteArray csvHead()
    {
        return "from,to,lane,what,severity,state,name,subject,zone,source,summary,incident,actor,note,labels,"
               "events\r\n";
    }

    QByteArray jsonHead() const
    {
        QByteArray head = printJson(jsonDocument("timeline", m_now, m_context));
        head.truncate(head.lastIndexOf('}'));
        return head.trimmed() + ",\n  \"entries\": [";
    }

    TimelineExporter::Format m_format;
    std::vector<TimelineEntry> m_entries;
    Timestamp m_now;
    QString m_context;
    size_t m_done = 0;
    bool m_isBegun = false;
    bool m_isOver = false;
};

} // namespace

std::unique_ptr<FileExport> TimelineFile::begin(Format format, std::vector<TimelineEntry> entries) const
{
    return std::make_unique<TimelineLines>(format, std::move(entries), m_clock.now(), m_profile.name);
}

} // namespace stowage
