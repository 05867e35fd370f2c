// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/IncidentDelegate.h"

#include "views/now/IncidentFilter.h"
#include "views/now/IncidentRow.h"
#include "views/now/IncidentWords.h"
#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"
#include "views/widgets/Words.h"

#include <QPainter>

namespace stowage {

namespace {

QFont halfBold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

IncidentDelegate::IncidentDelegate(const Theme& theme, Table& table, const IncidentFilter& incidents)
    : CellDelegate(theme, table), m_incidents(incidents), m_strong(fonts::strong()), m_body(fonts::body()),
      m_second(fonts::secondary()), m_label(halfBold(fonts::label()))
{
}

int IncidentDelegate::heightOf(int row) const
{
    if (m_incidents.incident(row).isOpen()) {
        return IncidentRow::OpenHeight;
    }
    return m_incidents.isFirstResolved(row) ? IncidentRow::SectionHeight + IncidentRow::ResolvedHeight
                                            : IncidentRow::ResolvedHeight;
}

void IncidentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    if (!m_incidents.isFirstResolved(index.row())) {
        CellDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem below(option);
    below.rect.setTop(option.rect.top() + IncidentRow::SectionHeight);
    const QRect heading(option.rect.left() + Padding + 4, option.rect.top(),
                        option.rect.width() - 2 * Padding, IncidentRow::SectionHeight);
    write(*painter, heading, Qt::AlignLeft, m_label, Token::Text2, tr("Resolved in the last 24 hours"));
    CellDelegate::paint(painter, below, index);
}

void IncidentDelegate::paintContent(QPainter& painter, const QRect& room, const QModelIndex& index) const
{
    const Incident& incident = m_incidents.incident(index.row());
    if (incident.isOpen()) {
        paintOpen(painter, room, incident, m_incidents.alerts(index.row()));
    } else {
        paintResolved(painter, room, incident);
    }
}

void IncidentDelegate::paintOpen(QPainter& painter, const QRect& room, const Incident& incident,
                                 int alerts) const
{
    const IncidentRow row = IncidentRow::open(room);
    const Timestamp now = m_incidents.now();
    const Status status = words::statusOf(incident);
    drawStatusMark(painter, row.mark, status, theme());
    write(painter, row.title, Qt::AlignLeft, m_strong, Token::Text, incident.title);
    const QString word = words::incidentState(incident);
    const bool isLoud = status == Status::Critical || status == Status::Warning;
    write(painter, row.detail, Qt::AlignLeft, m_second, isLoud ? statusToken(status) : Token::Text2, word);
    const bool isWanted = incident.owner.isEmpty() && incident.severity != AlertSeverity::Info;
    const QString owner = !incident.owner.isEmpty() ? incident.owner
                          : isWanted                ? tr("unowned")
                                                    : QStringLiteral("–");
    QString detail = words::incidentDetail(incident, now);
    if (row.owner.isEmpty() && (isWanted || !incident.owner.isEmpty())) {
        detail.prepend(owner + (detail.isEmpty() ? QString() : QStringLiteral(" · ")));
    }
    if (!detail.isEmpty()) {
        QRect rest = row.detail;
        rest.setLeft(rest.left() + QFontMetrics(m_second).horizontalAdvance(word));
        write(painter, rest, Qt::AlignLeft, m_second, Token::Text2, QStringLiteral(" · ") + detail);
    }
    write(painter, row.count, Qt::AlignRight, m_body, Token::Text2, words::alertCount(alerts));
    write(painter, row.age, Qt::AlignRight, m_body, Token::Text2, formatDuration(lengthOf(incident, now)));
    write(painter, row.owner, Qt::AlignRight, m_second, isWanted ? Token::Warning : Token::Text2, owner);
}

void IncidentDelegate::paintResolved(QPainter& painter, const QRect& room, const Incident& incident) const
{
    const IncidentRow row = IncidentRow::resolved(room);
    const Timestamp now = m_incidents.now();
    drawStatusMark(painter, row.mark, Status::Fine, theme());
    write(painter, row.title, Qt::AlignLeft, m_body, Token::Text2, incident.title);
    write(painter, row.count, Qt::AlignRight, m_body, Token::Text2,
          words::shortTime(incident.resolvedAt, now));
    write(painter, row.age, Qt::AlignRight, m_body, Token::Text2, formatDuration(lengthOf(incident, now)));
}

void IncidentDelegate::write(QPainter& painter, const QRect& room, Qt::Alignment alignment, const QFont& font,
                             Token ink, const QString& text) const
{
    if (room.isEmpty()) {
        return;
    }
    painter.setFont(font);
    painter.setPen(theme().color(ink));
    painter.drawText(
        room, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(words::visible(words::clipped(text)), Qt::ElideRight, room.width()));
}

QString IncidentDelegate::wholeText(const QRect& /*room*/, const QModelIndex& index) const
{
    const int row = index.row();
    return words::incidentInWords(m_incidents.incident(row), m_incidents.alerts(row), m_incidents.now());
}

} // namespace stowage
