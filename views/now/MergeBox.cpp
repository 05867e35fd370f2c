// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/MergeBox.h"

#include "views/now/IncidentWords.h"
#include "views/theme/Metrics.h"
#include "views/widgets/Words.h"

#include <QLineEdit>
#include <QListWidget>

#include <algorithm>

namespace stowage {

namespace {

constexpr int VisibleRows = 5;
constexpr int MostRows = 40; ///< nobody reads further; typing brings others

} // namespace

MergeBox::MergeBox(const Theme& theme, QWidget* parent)
    : ActBox(theme, {tr("Merge into"), tr("another incident: its id or words of its title"), tr("Merge")},
             parent),
      m_list(new QListWidget)
{
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFixedHeight(VisibleRows * metrics::DenseRow);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setAccessibleName(tr("Incidents to merge into"));
    addBelow(m_list);
    connect(&line(), &QLineEdit::textChanged, this, &MergeBox::find);
    connect(m_list, &QListWidget::itemClicked, this, [this] { accept(); });
}

void MergeBox::openAmong(std::vector<Candidate> candidates)
{
    m_candidates = std::move(candidates);
    openWith();
    find({});
}

void MergeBox::find(const QString& typed)
{
    m_list->clear();
    const QStringList asked = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const Candidate& candidate : m_candidates) {
        const QString text = QStringLiteral("%1  %2").arg(candidate.id, words::clipped(candidate.title));
        const bool matches = std::all_of(asked.begin(), asked.end(), [&text](const QString& word) {
            return text.contains(word, Qt::CaseInsensitive);
        });
        if (matches && m_list->count() < MostRows) {
            auto* item = new QListWidgetItem(words::visible(text), m_list);
            item->setData(Qt::UserRole, candidate.id);
            item->setSizeHint({0, metrics::DenseRow});
        }
    }
    m_list->setCurrentRow(0);
}

bool MergeBox::takeKey(int key)
{
    if (key != Qt::Key_Down && key != Qt::Key_Up) {
        return false;
    }
    const int row = m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1);
    m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
    return true;
}

void MergeBox::accept()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr) {
        setProblem(tr("No other open incident is called so."));
        return;
    }
    Q_EMIT chosen(item->data(Qt::UserRole).toString());
}

} // namespace stowage
