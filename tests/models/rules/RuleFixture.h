// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/rules/RuleEngine.h"

namespace stowage::test {

/// Facts of "host": a word, a percentage, a count and a moment.
struct RuleFixture
{
    enum : size_t
    {
        State,
        Cpu,
        Layers,
        Since
    };

    static FactSchema schema();

    /// A row of a table.
    struct Row
    {
        QString subject;
        double cpu = 0;
        double layers = 0;
        bool isStale = false;
        QString state = QStringLiteral("up");
        double since = 0;
    };
    static RuleFacts facts(const std::vector<Row>& rows);

    /// Above 90, again at most 80; critical above 98, again at most 95.
    static AlertRule busy();
    /// State is "gone".
    static AlertRule gone();

    /// As the log has it: an alert of the rule.
    static RecalledAlert recalled(const AlertRule& rule, const QString& subject, Timestamp since);

    static RuleTemplate words(const QString& text);

    static Timestamp at(qint64 seconds);

    /// "busy/a firing warning, busy/b pending critical": all that stands.
    static QString told(const RuleEngine& engine);
};

} // namespace stowage::test
