// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/NotifyRules.h"

#include <QCoreApplication>
#include <QHash>

namespace stowage {
namespace {

using nlohmann::json;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NotifyRules)
};

constexpr char NotifyPointer[] = "/alerts/notify";

const json& notifyOf(const json& root)
{
    static const json none;
    const json::json_pointer pointer(NotifyPointer);
    return root.is_object() && root.contains(pointer) ? root.at(pointer) : none;
}

class NotifyCheck
{
public:
    explicit NotifyCheck(const JsonDocument& document)
        : m_document(document), m_notify(notifyOf(document.root()))
    {
    }

    ProfileProblems check()
    {
        each("webhooks", [this](const json& webhook, const std::string& at) { checkAddress(webhook, at); });
        each("commands", [this](const json& command, const std::string& at) { checkProgram(command, at); });
        if (m_notify.is_object() && m_notify.contains("heartbeat") && m_notify["heartbeat"].is_object()) {
            checkAddress(m_notify["heartbeat"], childPointer(NotifyPointer, "heartbeat"));
        }
        return std::move(m_problems);
    }

private:
    template <class Check>
    void each(const char* key, const Check& check)
    {
        if (!m_notify.is_object() || !m_notify.contains(key) || !m_notify[key].is_array()) {
            return;
        }
        for (size_t i = 0; i < m_notify[key].size(); ++i) {
            const json& item = m_notify[key][i];
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
        const auto id = item.find("id");
        if (id == item.end() || !id->is_string()) {
            return;
        }
        const QString name = QString::fromStdString(*id);
        const auto first = m_ids.constFind(name);
        if (first == m_ids.cend()) {
            m_ids.insert(name, at);
            return;
        }
        m_problems.push_back(m_document.problemAt(
            at, Words::tr("\"%1\" is taken: line %2").arg(quotable(*id)).arg(m_document.lineOf(*first)),
            Words::tr("Give each a name of its own.")));
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
        const auto run = command.find("run");
        if (run == command.end() || !run->is_array() || run->empty() || !run->front().is_string()) {
            return;
        }
        const std::string& program = run->front().get_ref<const std::string&>();
        if (program.rfind('/', 0) != 0 && program.rfind("~/", 0) != 0) {
            m_problems.push_back(m_document.problemAt(
                childPointer(childPointer(at, "run"), 0),
                Words::tr("the program has to be told with its whole path"),
                Words::tr("Write it as /usr/local/bin/page-me; no shell looks for it.")));
        }
    }

    const JsonDocument& m_document;
    const json& m_notify;
    QHash<QString, std::string> m_ids;
    ProfileProblems m_problems;
};

} // namespace

ProfileProblems checkNotifyRules(const JsonDocument& document)
{
    return NotifyCheck(document).check();
}

} // namespace stowage
