// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/AlertsRules.h"

#include "app/profile/AlertsBuilder.h"
#include "app/profile/JsonFields.h"
#include "models/alerts/rules/RuleEngine.h"
#include "models/core/NearestName.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace stowage {
namespace {

using nlohmann::json;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AlertsRules)
};

class AlertsCheck
{
public:
    explicit AlertsCheck(const JsonDocument& document)
        : m_document(document), m_alerts(memberOf(document.root(), "alerts"))
    {
        m_sources << RuleEngine::source();
        for (const json& source : memberOf(document.root(), "sources")) {
            m_sources << textOf(source, "id");
        }
    }

    ProfileProblems check()
    {
        checkEach("policies", [this](const json& rule, const std::string& at) {
            if (memberOf(rule, "match").is_object() && memberOf(rule, "match").empty()) {
                tell(childPointer(at, "match"), Words::tr("a policy of all alerts hides those after it"),
                     Words::tr("Say it in \"usual\", or what it is for."));
            }
        });
        checkEach("maintenance", [this](const json& window, const std::string& at) {
            claim(m_windows, window, at);
            checkSpan(window, at);
        });
        checkEach("quietHours", [this](const json& hours, const std::string& at) {
            claim(m_hours, hours, at);
            checkHours(hours, at);
        });
        return std::move(m_problems);
    }

private:
    template <class Check>
    void checkEach(const char* key, const Check& check)
    {
        const json& list = listOf(m_alerts, key);
        for (size_t i = 0; i < list.size(); ++i) {
            const std::string at = childPointer(childPointer("/alerts", key), i);
            check(list[i], at);
            checkSource(memberOf(list[i], "match"), childPointer(at, "match"));
        }
    }

    /// What holds an alert back is told by name.
    void claim(ClaimedNames& names, const json& object, const std::string& at)
    {
        const QString name = textOf(object, "name");
        if (auto problem = claimName(names, name, name, childPointer(at, "name"), m_document,
                                     Words::tr("Give each a name of its own."))) {
            m_problems.push_back(*std::move(problem));
        }
    }

    void checkSource(const json& match, const std::string& at)
    {
        const QString source = textOf(match, "source");
        if (source.isEmpty() || m_sources.contains(source)) {
            return;
        }
        const QString nearest = nearestName(source, m_sources);
        tell(childPointer(at, "source"),
             Words::tr("\"%1\" is no source of the profile").arg(quotable(source.toStdString())),
             nearest.isEmpty() ? Words::tr("Name one that \"sources\" has.")
                               : Words::tr("Did you mean \"%1\"?").arg(quotable(nearest.toStdString())));
    }

    /// Nothing where it is not there, or is the schema's matter.
    std::optional<Timestamp> momentOf(const json& window, const char* key, const std::string& at)
    {
        const QString told = textOf(window, key);
        const auto moment = profileMoment(told);
        static const QRegularExpression form(
            QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?(Z|[+-]\\d\\d:\\d\\d)$"));
        if (!moment && form.match(told).hasMatch()) {
            tell(childPointer(at, key), Words::tr("there is no such moment"),
                 Words::tr("Write it as 2026-12-01T20:00:00Z."));
        }
        return moment;
    }

    void checkSpan(const json& window, const std::string& at)
    {
        const auto from = momentOf(window, "from", at);
        const auto to = momentOf(window, "to", at);
        if (!from || !to) {
            return;
        }
        if (*to <= *from) {
            tell(childPointer(at, "to"), Words::tr("it ends before it begins"),
                 Words::tr("Give it an end after its beginning."));
            return;
        }
        const json& every = memberOf(window, "everyDays");
        if (every.is_number_integer() && every.get<qint64>() > 0 && every.get<qint64>() <= MostDays &&
            *to - *from > std::chrono::days{every.get<int>()}) {
            tell(childPointer(at, "everyDays"), Words::tr("it comes again before it has ended"),
                 Words::tr("Make it shorter, or let it come less often."));
        }
    }

    void checkHours(const json& hours, const std::string& at)
    {
        const QString from = textOf(hours, "from");
        if (!from.isEmpty() && from == textOf(hours, "to")) {
            tell(childPointer(at, "to"), Words::tr("it ends when it begins"),
                 Words::tr("For a whole day write 00:00 and 23:59, or use \"maintenance\"."));
        }
        const QString zone = textOf(hours, "timeZone");
        if (!zone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(zone.toUtf8())) {
            tell(childPointer(at, "timeZone"),
                 Words::tr("\"%1\" is no time zone that is known here").arg(quotable(zone.toStdString())),
                 Words::tr("Write it as Europe/Berlin or UTC."));
        }
    }

    void tell(const std::string& pointer, const QString& what, const QString& todo)
    {
        m_problems.push_back(m_document.problemAt(pointer, what, todo));
    }

    static constexpr qint64 MostDays = 366; // the schema's

    const JsonDocument& m_document;
    const json& m_alerts;
    QStringList m_sources;
    ClaimedNames m_windows;
    ClaimedNames m_hours;
    ProfileProblems m_problems;
};

} // namespace

ProfileProblems checkAlertsRules(const JsonDocument& document)
{
    return AlertsCheck(document).check();
}

} // namespace stowage
