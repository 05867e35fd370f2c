// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/CellDetails.h"

#include "views/placement/PlacementWords.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/Chip.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/Words.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QVBoxLayout>

namespace stowage {

namespace {

/// What the presence means for who reads it, and the colour it is said in.
std::pair<QString, Token> verdictOf(const Cell& cell, const Layer& layer, NodeState state)
{
    if (cell.presence == Presence::Held && layer.held == 1) {
        return {CellDetails::tr("held, the only copy known"), Token::Warning};
    }
    if (cell.presence != Presence::Unknown) {
        return {words::presence(cell.presence), Token::Text};
    }
    const QString trouble = words::nodeTrouble(state);
    const QString unknown =
        trouble.isEmpty() ? words::presence(cell.presence) : CellDetails::tr("unknown: %1").arg(trouble);
    return {unknown, trouble.isEmpty() ? Token::Text : Token::Warning};
}

QString evidenceOf(const Cell& cell, Timestamp now)
{
    if (cell.seenAt == Timestamp{}) {
        return evidenceText(cell.evidence);
    }
    //: how a presence is known and when it was seen: "HEAD 404 with JSON, 3 s ago"
    const QString seen =
        CellDetails::tr("%1, %2").arg(evidenceText(cell.evidence), words::ago(cell.seenAt, now));
    const bool differs = cell.lastSeen != Presence::Unknown && cell.lastSeen != cell.presence;
    return differs ? CellDetails::tr("%1; last clear answer: %2").arg(seen, words::presence(cell.lastSeen))
                   : seen;
}

} // namespace

CellDetails::CellDetails(const Fleet& fleet, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_fleet(fleet), m_theme(theme),
      m_hint(new TextLabel(theme, fonts::secondary(), Token::Text2, this)),
      m_selection(new DetailList(theme, this)), m_lines(new QWidget(this)), m_grid(new QGridLayout(m_lines)),
      m_copy(new Chip(theme, Chip::Kind::Control, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::Margin, metrics::Gap, metrics::Margin, metrics::Gap);
    column->addWidget(m_hint);
    column->addWidget(m_selection);
    column->addWidget(m_lines);
    column->addStretch(1);
    m_selection->hide();
    m_hint->setWrapping(true);
    m_hint->setText(
        tr("Point at a cell, or go to one with the arrow keys: here stands what is known of it."));

    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::Gap);
    m_grid->setVerticalSpacing(5);
    m_grid->setColumnStretch(1, 1);
    m_here = addLine(tr("Here"));
    m_evidence = addLine(tr("Evidence"));
    m_digest = addLine(tr("Layer"), true);
    m_size = addLine(tr("Size"));
    m_copies = addLine(tr("Copies"));
    m_images = addLine(tr("Needed by"));
    m_node = addLine(tr("Node"));
    m_state = addLine(tr("State"));

    m_copy->setText(tr("copy digest"));
    m_copy->setToolTip(tr("Copy the whole digest"));
    m_copy->setAccessibleName(tr("Copy the whole digest"));
    connect(m_copy, &Chip::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_wholeDigest); });
}

CellDetails::Line CellDetails::addLine(const QString& label, bool mono)
{
    QFont font = mono ? fonts::mono() : fonts::secondary();
    if (mono) {
        font.setPixelSize(11);
    }
    const Line line{new TextLabel(m_theme, fonts::label(), Token::Text3),
                    new TextLabel(m_theme, font, Token::Text)};
    line.label->setText(label);
    line.value->setWrapping(!mono);
    line.value->setElideMode(mono ? Qt::ElideMiddle : Qt::ElideRight);
    const int row = static_cast<int>(m_all.size());
    m_grid->addWidget(line.label, row, 0, Qt::AlignTop);
    m_grid->addWidget(line.value, row, 1);
    m_all.push_back(line);
    return line;
}

void CellDetails::setLine(const Line& line, const QString& text, int token)
{
    line.value->setText(text);
    line.value->setInk(token < 0 ? Token::Text : static_cast<Token>(token));
}

void CellDetails::show(std::optional<std::pair<LayerId, NodeId>> cell, Timestamp now)
{
    const bool known = cell && m_fleet.layer(cell->first).isAlive && m_fleet.node(cell->second).isAlive;
    m_selectionText.clear();
    m_selection->hide();
    m_hint->setVisible(!known);
    m_lines->setVisible(known);
    m_copy->setVisible(known);
    if (known) {
        const Layer& layer = m_fleet.layer(cell->first);
        const Node& node = m_fleet.node(cell->second);
        showCell(layer, node, now);
        showLayer(layer);
        showNode(node, now);
    }
    setAccessibleDescription(plainText());
}

void CellDetails::showSelection(const std::vector<Detail>& details)
{
    m_selection->setDetails(details);
    m_selection->show();
    m_hint->hide();
    m_lines->hide();
    m_copy->hide();
    QStringList lines;
    for (const Detail& detail : details) {
        lines << QStringLiteral("%1: %2").arg(detail.name, detail.value);
    }
    m_selectionText = lines.join(u'\n');
    setAccessibleDescription(m_selectionText);
}

void CellDetails::showCell(const Layer& layer, const Node& node, Timestamp now)
{
    const Cell cell = m_fleet.cell(layer.id, node.id);
    const auto [verdict, ink] = verdictOf(cell, layer, node.state);
    const bool isOld = cell.presence != Presence::Unknown && cell.freshness != Freshness::Live;
    setLine(m_here, isOld ? tr("%1 (old, may have changed)").arg(verdict) : verdict, static_cast<int>(ink));
    setLine(m_evidence, evidenceOf(cell, now));
}

void CellDetails::showLayer(const Layer& layer)
{
    m_wholeDigest = layer.descriptor.digest.toString();
    setLine(m_digest, m_wholeDigest);
    setLine(m_size, tr("%1 (%2 bytes)")
                        .arg(formatBytes(layer.descriptor.bytes),
                             QLocale(QLocale::English).toString(layer.descriptor.bytes)));
    m_size.value->setNote(words::visible(layer.descriptor.mediaType));
    const bool few = layer.held <= 1 && layer.held + layer.absent > 0;
    setLine(m_copies,
            tr("%1 held, %2 absent, %3 unknown").arg(layer.held).arg(layer.absent).arg(layer.unknown),
            static_cast<int>(few ? Token::Warning : Token::Text));
    setLine(m_images, words::images(m_fleet, layer.images, 4));
}

void CellDetails::showNode(const Node& node, Timestamp now)
{
    const QString name = words::visible(node.seen.name);
    const QString zone = words::visible(node.seen.zone);
    setLine(m_node, zone.isEmpty() ? name : tr("%1 in zone %2").arg(name, zone));
    QString state = words::nodeState(node.state);
    if (node.changedAt != Timestamp{} && node.state != NodeState::Live) {
        //: the state of a node and for how long: "gone for 4 min"
        state = tr("%1 for %2").arg(state, formatDuration(now - node.changedAt));
    }
    if (!node.seen.reason.isEmpty()) {
        state = tr("%1: %2").arg(state, words::visible(node.seen.reason));
    }
    const bool down = node.state == NodeState::Gone || node.state == NodeState::Unable;
    setLine(m_state, state, static_cast<int>(down ? Token::Warning : Token::Text));
}

QString CellDetails::plainText() const
{
    if (!m_selectionText.isEmpty()) {
        return m_selectionText;
    }
    if (!m_lines->isVisibleTo(this)) {
        return m_hint->text();
    }
    QStringList lines;
    for (const Line& line : m_all) {
        lines << QStringLiteral("%1: %2").arg(line.label->text(), line.value->text());
    }
    return lines.join(u'\n');
}

} // namespace stowage
