// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/SelfDetails.h"

#include <QTest>

#include <algorithm>

using namespace stowage;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

SelfFigures figures()
{
    SelfFigures figures;
    figures.stalls = {Millis(130), 2, 17, Millis(2'345), {}};
    figures.residentBytes = 3 << 20;
    figures.diskFreeBytes = 5 << 20;
    figures.queues = {{u"events"_s, 9, 10}, {u"requests"_s, 12, 0, 6}, {u"transitions"_s, 0, 0}};
    SelfDatabase alerts{u"alerts"_s, 7 << 20, 3, 0, true, {}};
    alerts.slowestWrite = 1'500ms;
    SelfDatabase series{u"series"_s, 1, 5, 1, false, u"the disk is full"_s};
    figures.databases = {alerts, series};
    SelfSource late{u"peers"_s, u"spegel"_s, 100, 7, 0.5, 7.0, 900ms, 90s};
    figures.sources = {late, {u"reg"_s, u"registry"_s, 20, 1, 0.3}};
    return figures;
}

Detail detail(const std::vector<Detail>& all, const QString& name)
{
    const auto found = std::ranges::find(all, name, &Detail::name);
    return found == all.end() ? Detail{} : *found;
}

} // namespace

/// What the Sources page says of this program itself.
class TestSelfDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysAllThatIsMeasured();
    void saysWhatIsWrong();
    void saysNothingOfWhatIsNotKnown();
};

void TestSelfDetails::saysAllThatIsMeasured()
{
    const auto all = selfDetails(figures());
    QCOMPARE(detail(all, u"Memory"_s).value, formatBytes(3 << 20));
    QCOMPARE(detail(all, u"Disk"_s).value, u"%1 free"_s.arg(formatBytes(5 << 20)));
    QCOMPARE(detail(all, u"Requests"_s).value, u"120, 0.8/s"_s);
    QCOMPARE(detail(all, u"Requests"_s).note, u"8 failed"_s);
    QCOMPARE(detail(all, u"Queue requests"_s).value, u"12"_s);
    QCOMPARE(detail(all, u"Queue requests"_s).note, u"6 under way"_s);
    QCOMPARE(detail(all, u"Queue transitions"_s).value, u"0"_s);
    QCOMPARE(detail(all, u"Queue transitions"_s).note, QString());
    QCOMPARE(detail(all, u"Database alerts"_s).note, u"3 wait"_s);
}

void TestSelfDetails::saysWhatIsWrong()
{
    const auto all = selfDetails(figures());
    QCOMPARE(detail(all, u"Stalls, 5 min"_s).value, u"2, longest 130 ms"_s);
    QCOMPARE(detail(all, u"Stalls, 5 min"_s).ink, Token::Warning);
    QCOMPARE(detail(all, u"Queue events"_s).value, u"9 of 10"_s);
    QCOMPARE(detail(all, u"Queue events"_s).ink, Token::Warning);
    QCOMPARE(detail(all, u"Database alerts"_s).ink, Token::Warning); // slow
    QCOMPARE(detail(all, u"Database series"_s).value, u"not written: the disk is full"_s);
    QCOMPARE(detail(all, u"Database series"_s).ink, Token::Critical);
    QCOMPARE(detail(all, u"Sweep of peers"_s).ink, Token::Warning);
    QCOMPARE(detail(all, u"Sweep of reg"_s), Detail{});
}

void TestSelfDetails::saysNothingOfWhatIsNotKnown()
{
    const auto all = selfDetails({});
    QCOMPARE(detail(all, u"Stalls, 5 min"_s).value, u"0"_s);
    QCOMPARE(detail(all, u"Memory"_s), Detail{});
    QCOMPARE(detail(all, u"Disk"_s), Detail{});
}

QTEST_GUILESS_MAIN(TestSelfDetails)
#include "tst_self_details.moc"
