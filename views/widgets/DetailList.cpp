// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/DetailList.h"

#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/widgets/Refit.h"
#include "views/widgets/TextLabel.h"

#include <QGridLayout>

namespace stowage {

namespace {

constexpr int NameWidth = 88;

} // namespace

DetailList::DetailList(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::Gap);
    m_grid->setVerticalSpacing(metrics::Grid);
    m_grid->setColumnMinimumWidth(0, NameWidth);
    m_grid->setColumnStretch(1, 1);
}

void DetailList::setDetails(const std::vector<Detail>& details)
{
    if (m_details == details) {
        return;
    }
    m_details = details;
    while (m_rows.size() > details.size()) {
        delete m_rows.back().name;
        delete m_rows.back().value;
        m_rows.pop_back();
    }
    while (m_rows.size() < details.size()) {
        const int row = static_cast<int>(m_rows.size());
        m_rows.push_back({new TextLabel(m_theme, fonts::secondary(), Token::Text2, this),
                          new TextLabel(m_theme, fonts::body(), Token::Text, this)});
        m_grid->addWidget(m_rows.back().name, row, 0);
        m_grid->addWidget(m_rows.back().value, row, 1);
        m_rows.back().name->show();
        m_rows.back().value->show();
    }
    for (size_t i = 0; i < details.size(); ++i) {
        const Detail& detail = details[i];
        m_rows[i].name->setText(detail.name);
        m_rows[i].value->setFont(detail.isCode ? fonts::mono() : fonts::body());
        m_rows[i].value->setElideMode(detail.isCode ? Qt::ElideMiddle : Qt::ElideRight);
        m_rows[i].value->setInk(detail.ink);
        m_rows[i].value->setKeepsSize(m_keepsValues);
        m_rows[i].value->setText(detail.value);
        m_rows[i].value->setNote(detail.note);
        m_rows[i].value->setAccessibleName(detail.name + QStringLiteral(": ") + detail.value);
    }
    refit(this);
}

} // namespace stowage
