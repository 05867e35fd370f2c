// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/NotifyRules.h"

#include "app/profile/JsonFields.h"

#include <QCoreApplication>

namespace stowage {
namespace {

using nlohmann::json;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NotifyRules)
};

constexpr char NotifyPointer[] = "/alerts/notify";

class NotifyCheck
{
public:
    explicit NotifyCheck(const JsonDocument& document)
        : m_document(document), m_notify(memberOf(memberOf(document.root(), "alerts"), "notify"))
    {
    }

    ProfileProblems check()
    {
        each("webhooks", [this](const json& webhook, const std::string& at) { checkAddress(webhook, at); });
        each("commands", [this](const json& command, const std::string& at) { checkProgram(command, at); });
        if (const json& heartbeat = memberOf(m_notify, "heartbeat"); heartbeat.is_object()) {
            checkAddress(heartbeat, childPointer(NotifyPointer, "heartbeat"));
        }
        return std::move(m_problems);
    }

private:
    template <class Check>
    void each(const char* key, const Check& check)
    {
        const json& list = listOf(m_notify, key);
        for (size_t i = 0; i < list.size(); ++i) {
            const json& item = list[i];
            const std::string at = childPointer(childPointer(NotifyPointer, key), i);
            if (item.is_object()) {
                claim(item, childPointer(at, "id"));
                check(item, at);
            }
        }
    }

    /// What was sent by which way is told by the id: of both kinds together each is one.
    void claim(const json& item, const std::string& at)
    {
        const QString id = textOf(item, "id");
        if (auto problem =
                claimName(m_ids, id, id, at, m_document, Words::tr("Give each a name of its own."))) {
            m_problems.push_back(*std::move(problem));
        }
    }

    void checkAddress(const json& item, const std::string& at)
    {
        const bool isPlain = item.contains("url");
        const bool isSecret = item.contains("secretUrl");
        if (isPlain == isSecret) {
            m_problems.push_back(m_document.problemAt(
                at,
                isPlain ? Words::tr("it has two addresses: \"url\" and \"secretUrl\"")
                        : Words::tr("it has no address"),
                Words::tr("Give it \"url\", or \"secretUrl\" where whoever knows the address may use it.")));
        }
    }

    void checkProgram(const json& command, const std::string& at)
    {
        const json& run = listOf(command, "run");
        if (run.empty() || !run.front().is_string()) {
            return;
        }
        const std::string& program = run.front().get_ref<const std::string&>();
        if (program.rfind('/', 0) != 0 && program.rfind("~/", 0) != 0) {
            m_problems.push_back(m_document.problemAt(
                childPointer(childPointer(at, "run"), 0),
                Words::tr("the program has to be told with its whole path"),
                Words::tr("Write it as /usr/local/bin/page-me; no shell looks for it.")));
        }
    }

    const JsonDocument& m_document;
    const json& m_notify;
    ClaimedNames m_ids;
    ProfileProblems m_problems;
};

} // namespace

ProfileProblems checkNotifyRules(const JsonDocument& document)
{
    return NotifyCheck(document).check();
}

} // namespace stowage
