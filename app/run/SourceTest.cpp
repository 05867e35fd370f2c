// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/SourceTest.h"

#include "app/run/Console.h"
#include "app/run/ProfileLocator.h"
#include "app/run/TextTable.h"
#include "models/core/Listed.h"

#include <algorithm>

namespace stowage {
namespace {

Json jsonCheck(const Check& check)
{
    return {{"id", jsonText(check.id)},
            {"title", jsonText(check.title)},
            {"verdict", jsonText(verdictName(check.verdict))},
            {"detail", jsonText(check.detail)},
            {"todo", jsonText(check.todo)},
            {"tookMs", check.took ? Json(check.took->count()) : Json(nullptr)}};
}

Verdict worst(const std::vector<Check>& checks)
{
    const auto any = [&](Verdict verdict) {
        return std::ranges::any_of(checks,
                                   [verdict](const Check& check) { return check.verdict == verdict; });
    };
    return any(Verdict::Failed) ? Verdict::Failed : any(Verdict::Warning) ? Verdict::Warning : Verdict::Fine;
}

QString mark(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Fine:
        return QStringLiteral("●");
    case Verdict::Warning:
        return QStringLiteral("◆");
    case Verdict::Failed:
        return QStringLiteral("▲");
    case Verdict::Skipped:
        break;
    }
    return QStringLiteral("◌");
}

} // namespace

SourceTest::SourceTest(const Invocation& invocation, Profile profile, const Clock& clock, QObject* parent)
    : QObject(parent), m_invocation(invocation), m_clock(clock),
      m_session(profile, ProfileLocator::sessionOptions(invocation, profile), clock)
{
    connect(&m_session, &FleetSession::warned, this, [](const Error& error) { Console::say(error); });
    connect(&m_session.doctor(), &Doctor::checked, this,
            [this](const QString&, const Check& check) { take(check); });
    connect(&m_session.doctor(), &Doctor::finished, this, &SourceTest::conclude);
    connect(&m_session, &FleetSession::ready, this,
            [this] { m_session.doctor().examine(m_invocation.arguments.last()); });
}

void SourceTest::start()
{
    const QString id = m_invocation.arguments.last();
    const QStringList known = m_session.sourceIds();
    if (!known.contains(id)) {
        Console::say(Error{ErrorKind::Usage,
                           tr("there is no source \"%1\" in the profile").arg(id),
                           {},
                           tr("It names: %1.").arg(listed(known)),
                           std::nullopt});
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT finished(ExitStatus::Usage); }, Qt::QueuedConnection);
        return;
    }
    m_session.prepare();
}

void SourceTest::take(const Check& check)
{
    m_checks.push_back(check);
    if (m_invocation.json) {
        return;
    }
    const QString title =
        check.title + QString(std::max(1, 18 - TextTable::width(check.title)), QLatin1Char(' '));
    const QString took = check.took ? QStringLiteral("%1 ms").arg(check.took->count()) : QString();
    QString line =
        QStringLiteral("%1 %2%3  %4\n").arg(mark(check.verdict), title).arg(took, 8).arg(check.detail);
    if (!check.todo.isEmpty()) {
        line += QString(31, QLatin1Char(' ')) + QStringLiteral("→ %1\n").arg(check.todo);
    }
    Console::print(Ink::of(m_invocation).marks(line));
}

void SourceTest::conclude()
{
    const Verdict verdict = worst(m_checks);
    if (m_invocation.json) {
        Json document = jsonDocument("source-test", m_clock.now(), m_session.profile().name);
        document["source"] = jsonText(m_invocation.arguments.last());
        document["verdict"] = jsonText(verdictName(verdict));
        document["checks"] = Json::array();
        for (const Check& check : m_checks) {
            document["checks"].push_back(jsonCheck(check));
        }
        Console::print(document);
    }
    m_session.stop();
    Q_EMIT finished(verdict == Verdict::Failed ? ExitStatus::NotReached : ExitStatus::Fine);
}

} // namespace stowage
