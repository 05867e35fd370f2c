// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/HostDetails.h"

#include "models/core/Listed.h"
#include "models/metrics/MetricInfo.h"
#include "views/hosts/HostStanding.h"
#include "views/hosts/MetricGroups.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

using words::agoOrNever;

struct HostText
{
    Q_DECLARE_TR_FUNCTIONS(HostPanel)
};

/// More lines than this nobody reads in a side panel.
constexpr size_t MostLines = 24;

QString sizeText(double bytes)
{
    return formatMetric(MetricUnit::Bytes, bytes);
}

void addFacts(std::vector<Detail>& details, const HostFacts& facts)
{
    const auto add = [&details](const QString& name, const QString& value) {
        if (!value.isEmpty()) {
            details.push_back({name, value, false, Token::Text, {}});
        }
    };
    if (facts.cores) {
        add(HostText::tr("Cores"), QString::number(*facts.cores));
    }
    add(HostText::tr("Processor"), facts.cpuModel);
    if (facts.memoryBytes) {
        add(HostText::tr("Memory"), sizeText(*facts.memoryBytes));
    }
    if (facts.swapBytes && *facts.swapBytes > 0) {
        add(HostText::tr("Swap"), sizeText(*facts.swapBytes));
    }
    QStringList disks = facts.diskBytes.keys();
    disks.sort();
    for (const QString& disk : disks) {
        const QString name = disk.isEmpty() ? HostText::tr("Disk") : HostText::tr("Disk %1").arg(disk);
        add(name, sizeText(facts.diskBytes.value(disk)));
    }
    add(HostText::tr("System"), facts.os);
    add(HostText::tr("Kernel"), facts.kernel);
    //: the program that measures on a host, and its version
    add(HostText::tr("Agent"), facts.agent);
}

Status containerStatus(const HostContainer& container)
{
    if (container.health == u"unhealthy") {
        return Status::Critical;
    }
    if (container.health == u"starting" || !container.status.startsWith(u"Up")) {
        return Status::Warning;
    }
    return Status::Fine;
}

Status serviceStatus(const HostService& service)
{
    return service.state == u"failed"   ? Status::Critical
           : service.state == u"active" ? Status::Fine
                                        : Status::NotSeen;
}

QString loadText(std::optional<double> cpu, std::optional<double> memory)
{
    QStringList parts;
    if (cpu) {
        parts << formatMetric(MetricUnit::Percent, *cpu);
    }
    if (memory) {
        parts << sizeText(*memory);
    }
    return parts.join(QStringLiteral(" · "));
}

/// The worst first, and what is left over as a line of its own.
std::vector<LineItem> cut(std::vector<LineItem> lines)
{
    std::stable_sort(lines.begin(), lines.end(),
                     [](const LineItem& a, const LineItem& b) { return *a.status < *b.status; });
    if (lines.size() > MostLines) {
        const auto more = static_cast<int>(lines.size() - MostLines);
        lines.resize(MostLines);
        lines.push_back({{}, {}, {}, HostText::tr("and %n more", nullptr, more), {}});
    }
    return lines;
}

Status subjectStatus(const HostSubject& subject)
{
    if (subject.state == HostState::Down) {
        return Status::Critical;
    }
    return subject.freshness == Freshness::Live && subject.state == HostState::Up ? Status::Fine
                                                                                  : Status::NotSeen;
}

} // namespace

std::vector<Detail> madeOf(const Host& host, Timestamp now)
{
    std::vector<Detail> details;
    if (!host.zone.isEmpty()) {
        details.push_back({HostText::tr("Zone"), host.zone, false, Token::Text, {}});
    }
    details.push_back({HostText::tr("Seen by"), listed(host.sources()), false, Token::Text, {}});
    details.push_back({HostText::tr("Last told"), agoOrNever(host.seenAt, now), false, Token::Text,
                       host.seenAt == Timestamp{} ? QString() : words::localTime(host.seenAt)});
    if (host.cpuLimit) {
        details.push_back({HostText::tr("CPU limit"), formatMetric(MetricUnit::Cores, *host.cpuLimit), false,
                           Token::Text, HostText::tr("as the profile says")});
    }
    addFacts(details, host.facts);
    if (host.facts.bootedAt) {
        details.push_back({HostText::tr("Running for"), words::age(*host.facts.bootedAt, now), false,
                           Token::Text, words::localTime(*host.facts.bootedAt)});
    }
    return details;
}

std::vector<Detail> valueDetails(const Host& host, Timestamp now)
{
    std::vector<Detail> details;
    for (const HostValue& value : host.values) {
        if (QStringView(value.metric).startsWith(u"container.")) {
            continue; // they have a section of their own
        }
        const bool isOld = value.isStale(now);
        QString text = words::valueText(host, value);
        if (isOld) {
            //: a value and how old it is: "62 %, 4 min ago"
            text = HostText::tr("%1, %2").arg(text, agoOrNever(value.at, now));
        }
        const HostGrade grade = words::gradeOf(host, value);
        const Token ink = isOld                      ? Token::Text2
                          : grade == HostGrade::Fine ? Token::Text
                                                     : statusToken(words::statusOf(grade));
        details.push_back({shownAs(host, value.metric).title, text, false, ink,
                           words::metricToolTip(host, value.metric, now)});
    }
    return details;
}

std::vector<LineItem> quarantineLines(const Host& host, Timestamp now)
{
    std::vector<LineItem> lines;
    for (const HostQuarantine& out : host.quarantined) {
        const QString value = formatMetric(metricInfo(out.metric).unit, out.value);
        lines.push_back(
            {Status::Quarantined,
             metricTitle(out.metric),
             HostText::tr("%n times", nullptr, static_cast<int>(out.count)),
             //: %1 is a value, %2 says when, %3 why it cannot be true
             HostText::tr("%1, %2: %3").arg(value, agoOrNever(out.at, now), sampleReasonText(out.reason)),
             {}});
    }
    return lines;
}

std::vector<LineItem> containerLines(const Host& host)
{
    std::vector<LineItem> lines;
    for (const HostContainer& container : host.containers) {
        const QString how = container.health.isEmpty()
                                ? container.status
                                : QStringLiteral("%1, %2").arg(container.status, container.health);
        lines.push_back({containerStatus(container),
                         container.name,
                         loadText(container.cpuPercent, container.memoryBytes),
                         how,
                         {}});
    }
    return cut(std::move(lines));
}

std::vector<LineItem> serviceLines(const Host& host)
{
    std::vector<LineItem> lines;
    for (const HostService& service : host.services) {
        lines.push_back({serviceStatus(service),
                         service.name,
                         loadText(service.cpuPercent, service.memoryBytes),
                         service.state == u"active" ? QString() : service.state,
                         {}});
    }
    return cut(std::move(lines));
}

std::vector<LineItem> subjectLines(const Host& host, Timestamp now)
{
    std::vector<LineItem> lines;
    for (const HostSubject& subject : host.subjects) {
        QStringList known = subject.identity.addresses;
        known.prepend(subject.identity.hostname);
        known.removeAll(QString());
        known.removeDuplicates();
        QString detail = listed(known);
        if (subject.isDuplicate) {
            detail += (detail.isEmpty() ? QString() : QStringLiteral(". ")) +
                      HostText::tr("Its source lists this machine twice; it is counted once.");
        }
        if (!subject.reason.isEmpty()) {
            detail += (detail.isEmpty() ? QString() : QStringLiteral(". ")) + subject.reason;
        }
        const QString called = subject.identity.name.isEmpty() ? subject.key.subject : subject.identity.name;
        lines.push_back({subjectStatus(subject),
                         //: %1 is a source, %2 what it calls the host
                         HostText::tr("%1: %2").arg(subject.key.source, called),
                         agoOrNever(subject.seenAt, now),
                         detail,
                         {}});
    }
    return lines;
}

std::vector<LineItem> alarmLines(const Host& host, std::span<const HostAlarm> alarms, Timestamp now)
{
    std::vector<LineItem> lines;
    for (const HostAlarm& alarm : alarms) {
        const bool isOfThis =
            std::any_of(host.subjects.begin(), host.subjects.end(), [&alarm](const HostSubject& subject) {
                return subject.key == alarm.subject || subject.key == alarm.before;
            });
        if (isOfThis) {
            lines.push_back({Status::Critical, HostText::tr("Another machine answers"),
                             agoOrNever(alarm.at, now), alarm.text(),
                             HostText::tr("What came before is kept apart.")});
        }
    }
    return lines;
}

} // namespace stowage
