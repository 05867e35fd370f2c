// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/Finding.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

namespace stowage {
namespace {

constexpr qsizetype FindingsShown = 5;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Doctor)
};

Verdict verdictOf(const std::vector<Finding>& findings)
{
    const auto count = [&](Verdict verdict) {
        return std::count_if(findings.begin(), findings.end(),
                             [verdict](const Finding& finding) { return finding.verdict == verdict; });
    };
    const auto failed = count(Verdict::Failed);
    const auto fine = count(Verdict::Fine);
    const auto warned = count(Verdict::Warning);
    if (failed > 0) {
        return fine + warned > 0 ? Verdict::Warning : Verdict::Failed;
    }
    if (warned > 0) {
        return Verdict::Warning;
    }
    return fine > 0 ? Verdict::Fine : Verdict::Skipped;
}

bool isTrouble(const Finding& finding)
{
    return finding.verdict == Verdict::Failed || finding.verdict == Verdict::Warning;
}

/// "46 of 48 fine; n7: connection refused; n12: not asked, no connection"
QString detailOf(const std::vector<Finding>& findings)
{
    const auto fine = std::count_if(findings.begin(), findings.end(),
                                    [](const Finding& finding) { return finding.verdict == Verdict::Fine; });
    QStringList parts{Words::tr("%1 of %2 fine").arg(fine).arg(findings.size())};
    int untold = 0;
    const auto tell = [&](const Finding& finding) {
        if (parts.size() <= FindingsShown) {
            parts << finding.subject + QStringLiteral(": ") + finding.detail;
        } else {
            ++untold;
        }
    };
    std::for_each(findings.begin(), findings.end(), [&](const Finding& finding) {
        if (isTrouble(finding)) {
            tell(finding);
        }
    });
    std::for_each(findings.begin(), findings.end(), [&](const Finding& finding) {
        if (finding.verdict == Verdict::Skipped) {
            tell(finding);
        }
    });
    if (untold > 0) {
        parts << Words::tr("and %n more", nullptr, untold);
    }
    return parts.join(QStringLiteral("; "));
}

bool saysAllTheSame(const std::vector<Finding>& findings)
{
    return std::all_of(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.verdict == findings.front().verdict && finding.detail == findings.front().detail;
    });
}

} // namespace

QString doctorStepId(DoctorStep step)
{
    switch (step) {
    case DoctorStep::Dns:
        return QStringLiteral("dns");
    case DoctorStep::Tcp4:
        return QStringLiteral("tcp4");
    case DoctorStep::Tcp6:
        return QStringLiteral("tcp6");
    case DoctorStep::Tls:
        return QStringLiteral("tls");
    case DoctorStep::Authentication:
        return QStringLiteral("authentication");
    case DoctorStep::Identity:
        return QStringLiteral("identity");
    case DoctorStep::Capability:
        break;
    }
    return QStringLiteral("capability");
}

QString doctorStepTitle(DoctorStep step)
{
    switch (step) {
    case DoctorStep::Dns:
        return Words::tr("Name");
    case DoctorStep::Tcp4:
        return Words::tr("Connection over IPv4");
    case DoctorStep::Tcp6:
        return Words::tr("Connection over IPv6");
    case DoctorStep::Tls:
        return Words::tr("Certificate");
    case DoctorStep::Authentication:
        return Words::tr("Authentication");
    case DoctorStep::Identity:
        return Words::tr("Identity");
    case DoctorStep::Capability:
        break;
    }
    return Words::tr("Capability");
}

Finding Finding::fine(QString detail, std::optional<Millis> took)
{
    return {{}, Verdict::Fine, std::move(detail), {}, took, {}};
}

Finding Finding::warning(QString detail, QString todo, std::optional<Millis> took)
{
    return {{}, Verdict::Warning, std::move(detail), std::move(todo), took, {}};
}

Finding Finding::failed(QString detail, QString todo, std::optional<Millis> took)
{
    return {{}, Verdict::Failed, std::move(detail), std::move(todo), took, {}};
}

Finding Finding::skipped(QString why, std::optional<Millis> took)
{
    return {{}, Verdict::Skipped, std::move(why), {}, took, {}};
}

void warnOfTwins(std::vector<Finding>& findings)
{
    QHash<QString, QString> first;
    for (Finding& finding : findings) {
        if (finding.identity.isEmpty()) {
            continue;
        }
        if (!first.contains(finding.identity)) {
            first.insert(finding.identity, finding.subject);
            continue;
        }
        finding.verdict = Verdict::Warning;
        finding.detail = Words::tr("the same server answers as at %1: %2")
                             .arg(first.value(finding.identity), finding.identity);
        finding.todo = Words::tr("Give each node its own address (pod IP, host port): one that "
                                 "is balanced answers for any node.");
    }
}

Check summarise(DoctorStep step, const std::vector<Finding>& findings)
{
    Check check{doctorStepId(step), doctorStepTitle(step), verdictOf(findings), {}, {}, {}};
    if (findings.empty()) {
        return check;
    }
    check.detail = saysAllTheSame(findings) ? findings.front().detail : detailOf(findings);
    const auto withTodo = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return isTrouble(finding) && !finding.todo.isEmpty();
    });
    check.todo = withTodo == findings.end() ? QString() : withTodo->todo;
    for (const Finding& finding : findings) {
        check.took = std::max(check.took, finding.took);
    }
    return check;
}

} // namespace stowage
