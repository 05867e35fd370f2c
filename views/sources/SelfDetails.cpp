// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/SelfDetails.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SelfDetails)
};

constexpr Millis SlowWrite{1'000};

Detail stallDetail(const SelfStalls& stalls)
{
    Detail detail{Words::tr("Stalls, 5 min"), QString::number(stalls.recent), false, Token::Text, {}};
    if (stalls.recent > 0) {
        //: how many stalls, and the longest of them
        detail.value = Words::tr("%1, longest %2 ms").arg(stalls.recent).arg(stalls.longest.count());
        detail.ink = Token::Warning;
    }
    //: since the program's start
    detail.note = Words::tr("%1 since the start").arg(stalls.total);
    return detail;
}

Detail queueDetail(const SelfQueue& queue)
{
    const QString waiting = QString::number(queue.waiting);
    return {Words::tr("Queue %1").arg(queue.name),
            queue.most > 0 ? Words::tr("%1 of %2").arg(waiting, QString::number(queue.most)) : waiting, false,
            queue.most > 0 && queue.waiting * 5 >= queue.most * 4 ? Token::Warning : Token::Text,
            //: requests that were sent and are not answered yet
            queue.underWay ? Words::tr("%1 under way").arg(*queue.underWay) : QString()};
}

Detail databaseDetail(const SelfDatabase& database)
{
    Detail detail{
        Words::tr("Database %1").arg(database.name), formatBytes(database.bytes), false, Token::Text, {}};
    if (!database.isWriting) {
        detail.value = Words::tr("not written: %1").arg(database.trouble);
        detail.ink = Token::Critical;
        return detail;
    }
    if (database.slowestWrite) {
        //: the size of a database, and how long it takes until something is safe on disk
        detail.value = Words::tr("%1, safe in %2 ms").arg(detail.value).arg(database.slowestWrite->count());
        detail.ink = *database.slowestWrite > SlowWrite ? Token::Warning : Token::Text;
    }
    if (database.waiting > 0) {
        detail.note = Words::tr("%1 wait").arg(database.waiting);
    }
    return detail;
}

Detail requestDetail(const std::vector<SelfSource>& sources)
{
    quint64 requests = 0;
    quint64 failures = 0;
    double perSecond = 0;
    for (const SelfSource& source : sources) {
        requests += source.requests;
        failures += source.failures;
        perSecond += source.perSecond;
    }
    Detail detail{Words::tr("Requests"), {}, false, Token::Text, {}};
    //: requests, and how many of them a second
    detail.value = Words::tr("%1, %2/s").arg(requests).arg(perSecond, 0, 'f', perSecond < 10 ? 1 : 0);
    detail.note = Words::tr("%1 failed").arg(failures);
    return detail;
}

} // namespace

std::vector<Detail> selfDetails(const SelfFigures& figures)
{
    std::vector<Detail> details{stallDetail(figures.stalls)};
    if (figures.residentBytes) {
        details.push_back({Words::tr("Memory"), formatBytes(*figures.residentBytes), false, Token::Text, {}});
    }
    details.push_back(requestDetail(figures.sources));
    for (const SelfSource& source : figures.sources) {
        if (source.sweepLag && *source.sweepLag > Millis{0}) {
            details.push_back({Words::tr("Sweep of %1").arg(source.id),
                               Words::tr("%1 late").arg(formatDuration(*source.sweepLag)),
                               false,
                               Token::Warning,
                               {}});
        }
    }
    for (const SelfQueue& queue : figures.queues) {
        details.push_back(queueDetail(queue));
    }
    for (const SelfDatabase& database : figures.databases) {
        details.push_back(databaseDetail(database));
    }
    if (figures.diskFreeBytes) {
        details.push_back({Words::tr("Disk"),
                           Words::tr("%1 free").arg(formatBytes(*figures.diskFreeBytes)),
                           false,
                           Token::Text,
                           {}});
    }
    return details;
}

} // namespace stowage
