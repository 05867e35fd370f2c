// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/MemberView.h"

#include "models/alerts/incidents/IncidentMemberModel.h"
#include "views/now/MemberDelegate.h"
#include "views/theme/Fonts.h"

#include <QKeyEvent>
#include <QSet>

namespace stowage {

namespace {

constexpr int Few = 12;
constexpr int Indent = 18;

} // namespace

MemberView::MemberView(const Theme& theme, IncidentMemberModel& model, const ShownAlerts& alerts,
                       QWidget* parent)
    : QTreeView(parent), m_model(model), m_delegate(new MemberDelegate(theme, model, alerts, this))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(Indent);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
    setFont(fonts::body());
    setAccessibleName(tr("Alerts of the incident"));
}

void MemberView::setNow(Timestamp now)
{
    m_delegate->setNow(now);
    viewport()->update();
}

void MemberView::unfoldFew()
{
    collapseAll();
    int all = 0;
    for (int kind = 0; kind < m_model.rowCount(); ++kind) {
        all += m_model.rowCount(m_model.index(kind, 0));
    }
    if (all <= Few) {
        expandAll();
    }
}

QStringList MemberView::chosenAlerts() const
{
    QStringList keys;
    QSet<QString> known; // a kind may be chosen and its alerts too
    const auto add = [&](const QModelIndex& index) {
        const IncidentMember* member = m_model.member(index);
        if (member != nullptr && !known.contains(member->alert)) {
            known.insert(member->alert);
            keys << member->alert;
        }
    };
    const QModelIndexList chosen = selectionModel()->selectedIndexes();
    for (const QModelIndex& index : chosen) {
        add(index);
        for (int row = 0; row < m_model.rowCount(index); ++row) {
            add(m_model.index(row, 0, index));
        }
    }
    return keys;
}

void MemberView::keyPressEvent(QKeyEvent* event)
{
    const bool isText = !event->text().isEmpty() && event->text().at(0).isPrint() &&
                        (event->modifiers() & Qt::ControlModifier) == Qt::NoModifier;
    if (isText) {
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const QModelIndex current = currentIndex();
        if (current.isValid() && m_model.hasChildren(current)) {
            setExpanded(current, !isExpanded(current));
        }
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace stowage
