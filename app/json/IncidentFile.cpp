// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/IncidentFile.h"

#include "app/json/IncidentJson.h"
#include "models/ports/Clock.h"

#include <functional>
#include <utility>

namespace stowage {

namespace {

/// Quoted, and no formula for who opens it in a spreadsheet.
QByteArray quoted(const QString& text)
{
    QString inner = text;
    if (!inner.isEmpty() && QStringView(u"=+-@\t\r").contains(inner.front())) {
        inner.prepend(u'\'');
    }
    inner.replace(u'"', QStringLiteral("\"\""));
    return '"' + inner.toUtf8() + '"';
}

QByteArray moment(Timestamp at)
{
    return at == Timestamp{} ? QByteArray() : toRfc3339(at).toUtf8();
}

QByteArray row(const Incident& incident)
{
    QStringList subjects;
    for (const AlertSubject& subject : incident.subjects) {
        subjects << subject.name;
    }
    return quoted(incident.id) + ',' + quoted(incident.title) + ',' +
           alertSeverityName(incident.severity).toUtf8() + ',' + incidentStateName(incident.state).toUtf8() +
           ',' + moment(incident.openedAt) + ',' +
           (incident.isOpen() ? QByteArray() : moment(incident.resolvedAt)) + ',' +
           QByteArray::number(static_cast<qulonglong>(incident.members.size())) + ',' +
           quoted(subjects.join(u' ')) + ',' + quoted(incident.zone) + ',' + quoted(incident.owner) + ',' +
           quoted(incident.acknowledgedBy) + ',' + quoted(incident.note) + ',' + moment(incident.mutedUntil) +
           "\r\n";
}

/// An incident a piece, between what comes before all of them and after.
class IncidentPieces final : public FileExport
{
public:
    using Piece = std::function<QByteArray(const Incident&)>;

    IncidentPieces(std::vector<Incident> incidents, QByteArray head, Piece piece, QByteArray between,
                   QByteArray tail)
        : m_incidents(std::move(incidents)), m_head(std::move(head)), m_piece(piece),
          m_between(std::move(between)), m_tail(std::move(tail))
    {
    }

    size_t done() const override { return m_done; }
    size_t total() const override { return m_incidents.size(); }

    QByteArray next() override
    {
        if (m_done == m_incidents.size()) {
            return std::exchange(m_head, {}) + std::exchange(m_tail, {});
        }
        const QByteArray before = m_done == 0 ? std::exchange(m_head, {}) : m_between;
        return before + m_piece(m_incidents[m_done++]);
    }

private:
    std::vector<Incident> m_incidents;
    QByteArray m_head;
    Piece m_piece;
    QByteArray m_between;
    QByteArray m_tail;
    size_t m_done = 0;
};

QByteArray printed(const Json& json)
{
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

} // namespace

std::unique_ptr<FileExport> IncidentFile::begin(Format format, std::vector<Incident> incidents) const
{
    if (format == Format::Csv) {
        return std::make_unique<IncidentPieces>(
            std::move(incidents),
            "id,title,severity,state,opened,resolved,alerts,subjects,zone,owner,acknowledged,note,muted\r\n",
            &row, QByteArray(), QByteArray());
    }
    QByteArray head = printed(jsonDocument("incidents", m_clock.now(), m_profile.name));
    head.chop(1); // its closing brace comes at the end
    return std::make_unique<IncidentPieces>(
        std::move(incidents), head + ",\"incidents\":[",
        [now = m_clock.now()](const Incident& incident) {
            return printed(jsonIncidentWithMembers(incident, now));
        },
        ",", "]}\n");
}

} // namespace stowage
