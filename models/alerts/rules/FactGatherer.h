// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/rules/FactKind.h"
#include "models/alerts/rules/RuleEngine.h"
#include "models/ports/Clock.h"

#include <QObject>

namespace stowage {

/// Reads what own rules are about and has them judge it: when something has changed, and at most once a
/// second; each kind of facts in a turn of the event loop of its own. Nothing is judged before recall(). GUI
/// thread.
class FactGatherer : public QObject
{
    Q_OBJECT

public:
    static constexpr Millis Pause{1'000};
    static constexpr Millis Again{5'000};     ///< ages go on while nothing changes
    static constexpr Millis Repeated{60'000}; ///< a report that is as before is told again after so long
    /// So long after the start what nobody tells of may still be told of: who is swept or examined first
    /// comes later than the rest.
    static constexpr Millis Youth{120'000};

    FactGatherer(const FactWorld& world, std::vector<AlertRule> rules, const Clock& clock,
                 QObject* parent = nullptr);
    ~FactGatherer() override;

    const RuleEngine& engine() const { return m_engine; }
    const RuleFacts& facts() const { return m_facts; }

    /// What stands by the log, as earlier runs left it, when the log has been read; more of it may come
    /// later.
    void recall(const std::vector<RecalledAlert>& alerts);

    /// Placement is watched later than the rest, and not by every command.
    void setPlacement(const PlacementWatch* placement);

    /// While the screen is frozen who holds what stands still and says nothing of now: what stands by it
    /// stands until it goes on. All else is judged.
    void setHeld(bool isHeld);

    /// All at once, for the command line and tests.
    void gatherNow();

Q_SIGNALS:
    /// Of the source RuleEngine::source(), whole but for what is doubtful, see RuleEngine::doubtful().
    void reported(const stowage::AlertReport& report, const QStringList& doubtful);

private:
    void follow();
    void again();
    void noteChange();
    void gather(size_t place);
    bool isHeld(const FactKind& kind) const { return m_isHeld && kind.isGated(); }
    void read(FactKind& kind);
    void judge();
    bool isComplete() const;

    FactWorld m_world;
    const Clock& m_clock;
    std::vector<std::unique_ptr<FactKind>> m_kinds; ///< those that a rule is about
    RuleFacts m_facts;
    RuleEngine m_engine;
    const Millis m_startedAt; ///< monotonic, as what follows
    std::optional<Millis> m_toldAt;
    Millis m_spent{0}; ///< on the round under way
    Millis m_pause{Pause};
    bool m_isGathering = false; ///< a round is under way, or will be after the pause
    bool m_isOutdated = false;  ///< something has changed since it began
    bool m_isHeld = false;
    bool m_isRecalled = false;
};

} // namespace stowage
