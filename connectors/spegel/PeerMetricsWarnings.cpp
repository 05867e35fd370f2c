// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/PeerMetricsWarnings.h"

#include "connectors/spegel/ErrorText.h"
#include "models/core/Listed.h"
#include "models/metrics/MetricWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

constexpr qsizetype NamesShown = 5;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PeerMetricsWarnings)
};

QString shortList(const QStringList& names)
{
    const QString shown = listed(names.mid(0, NamesShown));
    const auto others = static_cast<int>(names.size() - NamesShown);
    return others <= 0 ? shown : shown + Words::tr(" and %n more", nullptr, others);
}

/// Without the value, which moves: a warning stays the same while it stands.
QString breachText(ThresholdBreach::Kind kind, double limit)
{
    using Kind = ThresholdBreach::Kind;
    switch (kind) {
    case Kind::HitPercent:
        return Words::tr("hit rate below %1 on %2").arg(formatPercent(limit));
    case Kind::ResolveP95:
        return Words::tr("resolving takes longer than %1 (p95) on %2").arg(formatSeconds(limit));
    case Kind::LatencyP95:
        return Words::tr("pulls take longer than %1 (p95) on %2").arg(formatSeconds(limit));
    case Kind::ErrorPercent:
        break;
    }
    return Words::tr("more than %1 of pulls end in server errors on %2").arg(formatPercent(limit));
}

} // namespace

void PeerMetricsWarnings::add(const QString& peer, const PeerMetricsReport& report)
{
    if (report.trouble) {
        m_untold << peer;
        m_firstTrouble = m_firstTrouble ? m_firstTrouble : report.trouble;
    }
    for (const ThresholdBreach& breach : report.breaches) {
        const auto found = std::find_if(m_breached.begin(), m_breached.end(),
                                        [&](const Breached& known) { return known.kind == breach.kind; });
        if (found == m_breached.end()) {
            m_breached.push_back({breach.kind, breach.limit, {peer}});
        } else {
            found->peers << peer;
        }
    }
}

QStringList PeerMetricsWarnings::texts() const
{
    QStringList texts;
    if (m_firstTrouble) {
        //: %1 are names of nodes, %2 says what is wrong at the first and what to do
        texts << Words::tr("metrics cannot be read from %1 (%2)")
                     .arg(shortList(m_untold), withoutWhere(*m_firstTrouble));
    }
    for (const Breached& breached : m_breached) {
        texts << breachText(breached.kind, breached.limit).arg(shortList(breached.peers));
    }
    return texts;
}

} // namespace stowage
