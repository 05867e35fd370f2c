// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/plan/PlanDialog.h"

#include "models/ports/Clock.h"
#include "views/theme/Theme.h"

#include <QVBoxLayout>

namespace stowage {

namespace {

constexpr QSize Preferred{1180, 720};
constexpr int Inset = 40; // of the window behind, which stays to be seen
constexpr Millis Second{1'000};

} // namespace

PlanDialog::PlanDialog(const Theme& theme, const Clock& clock, QWidget* parent)
    : QDialog(parent), m_clock(clock), m_view(new PlanView(theme))
{
    setWindowTitle(tr("Prewarm plan"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    connect(m_view, &PlanView::closeRequested, this, &QDialog::reject);
    const QSize room = parent != nullptr ? parent->window()->size() - QSize(Inset, Inset) : Preferred;
    resize(Preferred.boundedTo(room));
    m_view->setFocus();
}

void PlanDialog::setPlan(const PrewarmPlan& plan)
{
    m_view->setPlan(plan, m_clock.now());
}

void PlanDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    if (!m_isWatching) {
        m_isWatching = true;
        watchAge();
    }
}

void PlanDialog::watchAge()
{
    m_clock.after(Second, this, [this] {
        m_isWatching = isVisible();
        if (m_isWatching) {
            m_view->judge(m_clock.now());
            watchAge();
        }
    });
}

} // namespace stowage
