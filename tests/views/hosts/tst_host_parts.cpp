// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/hosts/SampleHosts.h"
#include "views/chart/SeriesFeed.h"
#include "views/hosts/ChartPlan.h"
#include "views/hosts/FigureDelegate.h"
#include "views/hosts/HostChartContent.h"
#include "views/hosts/HostDetails.h"
#include "views/hosts/HostsState.h"
#include "views/hosts/MetricChips.h"
#include "views/hosts/MetricGroups.h"
#include "views/hosts/SettleBox.h"
#include "views/hosts/Sparklines.h"
#include "views/theme/Theme.h"
#include "views/widgets/Chip.h"
#include "views/widgets/RangeChip.h"

#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Timestamp Noon{std::chrono::hours(496'000)};
constexpr double NotKnown = std::numeric_limits<double>::quiet_NaN();

SeriesPoint point(Millis after, double value)
{
    return {Noon + after, 0ms, value, value, value, 1};
}

SeriesData series(const QString& source, std::vector<SeriesPoint> points, std::vector<TimeRange> gaps = {})
{
    SeriesData data;
    data.key = {{source, u"a"_s}, u"cpu.percent"_s};
    data.points = std::move(points);
    data.gaps = std::move(gaps);
    return data;
}

/// "0:1 60:2": seconds after noon and value of each point.
QString told(const SeriesData& data)
{
    QStringList points;
    for (const SeriesPoint& each : data.points) {
        points << u"%1:%2"_s.arg(std::chrono::duration_cast<std::chrono::seconds>(each.at - Noon).count())
                      .arg(each.mean);
    }
    return points.join(u' ');
}

std::vector<const Host*> hostsOf(const SampleHosts& sample, const QStringList& names)
{
    std::vector<const Host*> hosts;
    for (const QString& name : names) {
        hosts.push_back(&sample.book.host(sample.book.find(name).front()));
    }
    return hosts;
}

QStringList labelsOf(const ChartPlan& plan)
{
    QStringList labels;
    for (const PlannedSeries& each : plan.series) {
        labels << each.label;
    }
    return labels;
}

QStringList textsOf(const std::vector<LineItem>& lines)
{
    QStringList texts;
    for (const LineItem& line : lines) {
        texts << line.text;
    }
    return texts;
}

} // namespace

class TestHostParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sparkLinesJoinWhatIsKnown()
    {
        const std::vector<double> values{0, 50, NotKnown, 100, NotKnown, NotKnown, 25, 200};
        const auto lines = sparkLines(values, {70, 10}, 100);
        QCOMPARE(lines.size(), size_t(3));
        QCOMPARE(lines[0], QLineF(0, 10, 10, 5));
        QCOMPARE(lines[1], QLineF(28, 0, 30, 0));   // one alone
        QCOMPARE(lines[2], QLineF(60, 7.5, 70, 0)); // more than the whole stays in the box
        QVERIFY(sparkLines({}, {70, 10}, 100).empty());
        QVERIFY(sparkLines(std::vector<double>{1}, {70, 10}, 0).size() == 1);
    }

    void sparklinesFollowTheirHost()
    {
        SampleHosts sample;
        sample.tellMany(3);
        Sparklines sparklines(sample.book);
        QSignalSpy changed(&sparklines, &Sparklines::changed);
        const HostId first{0};
        QCOMPARE(sparklines.lines(first).size(), size_t(1)); // a dash
        sample.clock.advance(6min);
        sample.sample(u"hub"_s, u"m-0000"_s, u"cpu.percent"_s, 50);
        sparklines.take(std::vector{HostId{1}}); // nobody has seen that one yet
        QCOMPARE(changed.size(), 0);
        sparklines.take(std::vector{first});
        QCOMPARE(changed.size(), 1);
        const double end = sparklines.lines(first).back().x2();
        QCOMPARE(end, Sparklines::Size.width());
        sample.clock.advance(10min);
        sparklines.showMoment(sample.clock.now());
        QCOMPARE(changed.size(), 2);
        QVERIFY(sparklines.lines(first).back().x2() < end);
        sparklines.showMoment(sample.clock.now());
        QCOMPARE(changed.size(), 2);
    }

    void feedTakesBackWhatIsNotWanted()
    {
        SampleReader reader;
        reader.setPrompt(false);
        SeriesFeed feed(reader);
        QSignalSpy answers(&feed, &SeriesFeed::answered);
        const SeriesKey key{{u"hub"_s, u"a"_s}, u"cpu.percent"_s};
        feed.ask({{key}, {Noon - 1h, Noon}, 60});
        feed.ask({{key}, {Noon - 2h, Noon}, 60});
        QCOMPARE(reader.cancelled(), 1);
        QVERIFY(feed.isLoading());
        Q_EMIT reader.answered(1, std::vector<SeriesData>{}); // it came all the same
        QCOMPARE(answers.size(), 0);
        feed.remember(key, point(1min, 42));
        reader.answerAll();
        QCOMPARE(answers.size(), 1);
        const auto data = answers[0][0].value<std::vector<SeriesData>>();
        QCOMPARE(data.front().points.back().mean, 42.0); // told meanwhile
        QVERIFY(!feed.isLoading());
        QSignalSpy failures(&feed, &SeriesFeed::failed);
        feed.ask({{key}, {Noon - 1h, Noon}, 60});
        reader.fail({ErrorKind::Storage, u"the disk is gone"_s, {}, {}, {}});
        QCOMPARE(failures.size(), 1);
        feed.ask({{key}, {Noon - 1h, Noon}, 60});
        feed.ask({});
        QCOMPARE(reader.cancelled(), 2);
    }

    void feedTakesItsQuestionBackWhenItEnds()
    {
        SampleReader reader;
        reader.setPrompt(false);
        {
            SeriesFeed feed(reader);
            feed.ask({{{{u"hub"_s, u"a"_s}, u"load.1m"_s}}, {Noon - 1h, Noon}, 60});
        }
        QCOMPARE(reader.cancelled(), 1);
    }

    void otherSourcesFillWhatTheFirstDoesNotTell_data()
    {
        QTest::addColumn<SeriesData>("first");
        QTest::addColumn<SeriesData>("second");
        QTest::addColumn<QString>("points");
        QTest::addColumn<int>("gaps");
        const auto first = series(u"hub"_s, {point(0s, 1), point(60s, 2), point(120s, 3)});
        QTest::newRow("nothing more") << first << series(u"prom"_s, {}) << "0:1 60:2 120:3" << 0;
        QTest::newRow("nothing at all") << series(u"hub"_s, {}) << series(u"prom"_s, {}) << "" << 0;
        QTest::newRow("only the other")
            << series(u"hub"_s, {}) << series(u"prom"_s, {point(5s, 9)}) << "5:9" << 0;
        QTest::newRow("the same time is the first's")
            << first << series(u"prom"_s, {point(30s, 9), point(90s, 9)}) << "0:1 60:2 120:3" << 0;
        QTest::newRow("before and after") << first << series(u"prom"_s, {point(-60s, 8), point(180s, 9)})
                                          << "-60:8 0:1 60:2 120:3 180:9" << 0;
        const auto holed = series(u"hub"_s, {point(0s, 1), point(600s, 2)}, {{Noon, Noon + 600s}});
        QTest::newRow("in a gap") << holed << series(u"prom"_s, {point(300s, 9)}) << "0:1 300:9 600:2" << 0;
        QTest::newRow("the gap of both")
            << holed << series(u"prom"_s, {point(900s, 9)}) << "0:1 600:2 900:9" << 1;
    }

    void otherSourcesFillWhatTheFirstDoesNotTell()
    {
        QFETCH(const SeriesData, first);
        QFETCH(const SeriesData, second);
        const SeriesData whole = joined(std::vector{first, second}, 1);
        QTEST(told(whole), "points");
        QFETCH(const int, gaps);
        QCOMPARE(static_cast<int>(whole.gaps.size()), gaps);
        const SeriesData doubled = joined(std::vector{first}, 2);
        for (size_t i = 0; i < first.points.size(); ++i) {
            QCOMPARE(doubled.points[i].max, 2 * first.points[i].max);
        }
    }

    void plansNameWhatDiffers()
    {
        SampleHosts sample;
        sample.tellPicture();
        const auto one = planChart(hostsOf(sample, {u"registry-3"_s}), {u"cpu"_s});
        QCOMPARE(one.title, u"registry-3 · CPU of limit"_s);
        QCOMPARE(labelsOf(one), QStringList{u"CPU of limit"_s});
        QCOMPARE(one.series.front().factor, 100.0);
        QCOMPARE(one.series.front().unit, MetricUnit::Percent);
        const auto two = planChart(hostsOf(sample, {u"builder-2"_s, u"db-4"_s}), {u"cpu"_s});
        QCOMPARE(labelsOf(two), (QStringList{u"builder-2"_s, u"db-4"_s}));
        QCOMPARE(two.title, u"2 hosts · CPU"_s);
        const auto mixed = planChart(hostsOf(sample, {u"builder-2"_s, u"db-4"_s}), {u"cpu"_s, u"memory"_s});
        QCOMPARE(mixed.series.size(), size_t(4));
        QCOMPARE(mixed.series.front().label, u"builder-2 · CPU"_s);
        const auto network = planChart(hostsOf(sample, {u"db-4"_s}), {u"network"_s});
        QCOMPARE(labelsOf(network), (QStringList{u"Network, received"_s, u"Network, sent"_s}));
        QVERIFY(planChart({}, {u"cpu"_s}).series.empty());
        QVERIFY(planChart(hostsOf(sample, {u"db-4"_s}), {u"errors"_s}).series.empty());
    }

    void plansAskAllSourcesOfAMachine()
    {
        SampleHosts sample;
        sample.tellPicture();
        const auto plan = planChart(hostsOf(sample, {u"builder-2"_s}), {u"cpu"_s});
        QCOMPARE(plan.series.front().keys.size(), size_t(2));
        QCOMPARE(plan.series.front().keys.front().subject.source, u"hub"_s);
        QCOMPARE(plan.keys(), plan.series.front().keys);
        QVERIFY(plan.errors.empty());
    }

    void twelveHostsAreTheMost()
    {
        SampleHosts sample;
        sample.tellMany(20);
        std::vector<const Host*> all;
        for (const Host& host : sample.book.hosts()) {
            all.push_back(&host);
        }
        const auto plan = planChart(all, {u"cpu"_s});
        QCOMPARE(plan.series.size(), ChartPlan::MostHosts);
        QVERIFY(plan.isCut);
        const auto much = planChart(all, {u"cpu"_s, u"memory"_s, u"disk"_s});
        QCOMPARE(much.series.size(), ChartPlan::MostSeries);
    }

    void coloursStayWithTheirSeries()
    {
        SampleHosts sample;
        sample.tellPicture();
        ChartColours colours;
        const auto both = planChart(hostsOf(sample, {u"builder-2"_s, u"db-4"_s}), {u"cpu"_s});
        colours.take(both);
        QCOMPARE(colours.of(both.series[0]), 0);
        QCOMPARE(colours.of(both.series[1]), 1);
        const auto other = planChart(hostsOf(sample, {u"eu-a-02"_s, u"db-4"_s}), {u"cpu"_s});
        colours.take(other);
        QCOMPARE(colours.of(other.series[1]), 1); // db-4 keeps its own
        QCOMPARE(colours.of(other.series[0]), 0);
    }

    void limitsAndMarksAreOfWhatIsShown()
    {
        SampleHosts sample;
        sample.tellPicture();
        const auto plan = planChart(hostsOf(sample, {u"registry-3"_s}), {u"cpu"_s});
        const auto limits = chartLimits(plan, sample.book);
        QCOMPARE(limits.size(), size_t(1));
        QCOMPARE(limits.front().value, 100.0);
        QVERIFY2(limits.front().label.contains(u"1.00 core"_s), qPrintable(limits.front().label));
        QCOMPARE(plan.errors.size(), size_t(1)); // not drawn, but they make a mark
        SeriesData errors;
        errors.key = plan.errors.front();
        for (int i = 0; i < 60; ++i) {
            const double value = i < 40 ? 0 : 8;
            errors.points.push_back({sample.clock.now() - 1h + i * 1min, 1min, value, value, value, 1});
        }
        const std::vector<SeriesData> answer{SeriesData{}, errors};
        QCOMPARE(chartSeries(plan, answer, {}).size(), size_t(1));
        const auto marks = chartMarks(plan, sample.book, answer);
        QCOMPARE(marks.size(), size_t(2));
        QCOMPARE(marks.front().kind, ChartMark::Kind::Change);
        QCOMPARE(marks.back().kind, ChartMark::Kind::Alert);
        QVERIFY(marks.back().until.has_value()); // it goes on
        QVERIFY(chartLimits(planChart(hostsOf(sample, {u"db-4"_s}), {u"cpu"_s}), sample.book).size() <= 1);
    }

    void groupsAreThoseThatHostsHave()
    {
        SampleHosts sample;
        sample.tellPicture();
        const QStringList service = groupsOf(hostsOf(sample, {u"registry-3"_s}));
        QVERIFY(service.contains(u"errors"_s) && service.contains(u"latency"_s));
        QVERIFY(!service.contains(u"disk"_s));
        const QStringList machine = groupsOf(hostsOf(sample, {u"db-4"_s}));
        QVERIFY(machine.contains(u"disk"_s) && !machine.contains(u"errors"_s));
        QVERIFY(groupsOf({}).isEmpty());
    }

    void chipsChooseOneOrSeveral()
    {
        const Theme theme = Theme::builtIn(u"dark"_s);
        MetricChips chips(theme);
        chips.resize(800, 26);
        chips.offer({u"cpu"_s, u"memory"_s, u"disk"_s});
        QSignalSpy chosen(&chips, &MetricChips::chosenChanged);
        const auto chip = [&chips](int which) {
            return chips.findChildren<Chip*>().at(which);
        };
        QTest::mouseClick(chip(1), Qt::LeftButton);
        QCOMPARE(chips.chosen(), QStringList{u"memory"_s});
        QTest::mouseClick(chip(2), Qt::LeftButton, Qt::ControlModifier);
        QCOMPARE(chips.chosen(), (QStringList{u"memory"_s, u"disk"_s}));
        QTest::mouseClick(chip(1), Qt::LeftButton, Qt::ControlModifier);
        QCOMPARE(chips.chosen(), QStringList{u"disk"_s});
        QTest::mouseClick(chip(2), Qt::LeftButton, Qt::ControlModifier); // never none
        QCOMPARE(chips.chosen(), QStringList{u"disk"_s});
        chips.step(1);
        QCOMPARE(chips.chosen(), QStringList{u"cpu"_s});
        chips.step(-1);
        QCOMPARE(chips.chosen(), QStringList{u"disk"_s});
        QCOMPARE(chosen.size(), 5);
        chips.choose({u"nonsense"_s});
        QCOMPARE(chips.chosen(), QStringList{u"disk"_s});
    }

    void rangesHaveStableWords()
    {
        const Theme theme = Theme::builtIn(u"dark"_s);
        RangeChip chip(theme);
        QCOMPARE(chip.length(), Millis(6h));
        chip.choose(u"30d"_s);
        QCOMPARE(chip.length(), Millis(720h));
        QCOMPARE(chip.text(), u"Last 30 d"_s);
        chip.choose(u"for ever"_s);
        QCOMPARE(chip.word(), u"30d"_s);
    }

    void pinsSurviveAsWords_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("pins");
        QTest::newRow("none") << "" << 0;
        QTest::newRow("one") << "1000-2000" << 1;
        QTest::newRow("two") << "1000-2000 3000-4000" << 2;
        QTest::newRow("reversed") << "2000-1000" << 0;
        QTest::newRow("empty") << "1000-1000" << 0;
        QTest::newRow("no number") << "a-b" << 0;
        QTest::newRow("half") << "1000-" << 0;
        QTest::newRow("too large") << "1-9999999999999999999" << 0;
        QTest::newRow("beyond time") << "1-999999999999999999" << 0;
        QTest::newRow("negative") << "-5-10" << 0;
        QTest::newRow("many") << u"1-2 "_s.repeated(500) << 16;
    }

    void pinsSurviveAsWords()
    {
        QFETCH(const QString, words);
        QFETCH(const int, pins);
        const auto read = pinsOfWords(words);
        QCOMPARE(static_cast<int>(read.size()), pins);
        QCOMPARE(pinsOfWords(wordsOfPins(read)), read);
    }

    void cellsSayWhyThereIsNothing()
    {
        SampleHosts sample;
        sample.tellPicture();
        const auto cell = [&sample](const QString& name, std::initializer_list<HostFigure> figures) {
            return figureCell(*hostsOf(sample, {name}).front(), std::vector(figures), sample.clock.now());
        };
        QCOMPARE(cell(u"registry-3"_s, {HostFigure::Cpu}).text, u"99 %"_s);
        QCOMPARE(cell(u"registry-3"_s, {HostFigure::Cpu}).fill, Token::Critical);
        QCOMPARE(cell(u"builder-2"_s, {HostFigure::Disk}).fill, Token::Warning);
        QCOMPARE(cell(u"eu-a-02"_s, {HostFigure::Disk}).fill, Token::Held);
        QCOMPARE(cell(u"lab-1"_s, {HostFigure::Cpu}).text, u"–"_s);
        QCOMPARE(cell(u"registry-3"_s, {HostFigure::Disk}).text, u"–"_s); // a process has none
        QCOMPARE(cell(u"db-4"_s, {HostFigure::Requests}).text, u"not told"_s);
        const FigureCell absurd = cell(u"db-4"_s, {HostFigure::DiskRead, HostFigure::DiskWrite});
        QVERIFY(absurd.isQuarantined);
        QCOMPARE(absurd.text, u"quarantined"_s);
        QVERIFY2(absurd.whole.contains(u"above what any device"_s), qPrintable(absurd.whole));
        const FigureCell rates = cell(u"eu-a-02"_s, {HostFigure::DiskRead, HostFigure::DiskWrite});
        QCOMPARE(rates.text, u"21 MiB / 90 MiB/s"_s);
        QVERIFY(!rates.fraction);
        sample.clock.advance(4min);
        QCOMPARE(cell(u"eu-a-02"_s, {HostFigure::Memory}).fill, Token::Unknown); // no longer of now
    }

    void detailsTellAllOfAHost()
    {
        SampleHosts sample;
        sample.tellPicture();
        const Timestamp now = sample.clock.now();
        const Host& builder = *hostsOf(sample, {u"builder-2"_s}).front();
        QStringList made;
        for (const Detail& detail : madeOf(builder, now)) {
            made << detail.name + u'=' + detail.value;
        }
        for (const QString& wanted :
             {u"Zone=eu-c"_s, u"Cores=16"_s, u"Memory=64 GiB"_s, u"Disk /nix=960 GiB"_s,
              u"Kernel=6.1.0-28-amd64"_s, u"Agent=0.11.1"_s}) {
            QVERIFY2(made.contains(wanted), qPrintable(made.join(u'\n')));
        }
        QCOMPARE(textsOf(containerLines(builder)).front(), u"cache-sync"_s);
        QCOMPARE(textsOf(serviceLines(builder)).front(), u"nix-gc.service"_s);
        QCOMPARE(subjectLines(builder, now).size(), size_t(2));
        const Host& db = *hostsOf(sample, {u"db-4"_s}).front();
        const auto out = quarantineLines(db, now);
        QCOMPARE(out.size(), size_t(2));
        QCOMPARE(out.front().status, Status::Quarantined);
        QVERIFY(alarmLines(db, {}, now).empty());
        sample.clock.advance(20min);
        const auto values = valueDetails(db, sample.clock.now());
        QVERIFY2(values.front().value.contains(u"20 min ago"_s), qPrintable(values.front().value));
    }

    void alarmsAreOfTheirHost()
    {
        SampleHosts sample;
        sample.tellPicture();
        const Host& db = *hostsOf(sample, {u"db-4"_s}).front();
        HostAlarm alarm;
        alarm.subject = db.subjects.front().key;
        alarm.from = u"id-1"_s;
        alarm.to = u"id-2"_s;
        alarm.at = sample.clock.now();
        QCOMPARE(alarmLines(db, std::vector{alarm}, sample.clock.now()).size(), size_t(1));
        alarm.subject.subject = u"somebody else"_s;
        QVERIFY(alarmLines(db, std::vector{alarm}, sample.clock.now()).empty());
    }

    void settlingAsksAndChoosesNothing()
    {
        const Theme theme = Theme::builtIn(u"dark"_s);
        SettleBox box(theme);
        box.resize(320, 200);
        HostAmbiguity about;
        about.one = {u"hub"_s, u"a"_s};
        about.other = {u"prom"_s, u"x"_s};
        box.setContent({{about, u"Is a the same machine as x?"_s}});
        QSignalSpy settled(&box, &SettleBox::settled);
        const auto chips = box.findChildren<Chip*>();
        QCOMPARE(chips.size(), 2);
        QTest::mouseClick(chips[1], Qt::LeftButton);
        QCOMPARE(settled.size(), 1);
        QCOMPARE(settled[0][0].value<SubjectKey>(), about.one);
        QCOMPARE(settled[0][2].toBool(), false);
        HostDecision decided{about.one, about.other, true, {}};
        box.setContent({}, {{decided, u"a is the same machine as x."_s}});
        QVERIFY(box.questions().empty());
        QSignalSpy unsettled(&box, &SettleBox::unsettled);
        Chip* undo = nullptr;
        for (Chip* chip : box.findChildren<Chip*>()) {
            undo = chip->text() == u"Undo"_s ? chip : undo;
        }
        QVERIFY(undo != nullptr);
        QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(unsettled.size(), 1);
        QCOMPARE(unsettled[0][1].value<SubjectKey>(), about.other);
    }

    void statesOfThePage()
    {
        using Kind = HostsState::Kind;
        SampleHosts sample;
        const auto judged = [&sample] {
            return judgeHosts(sample.book, sample.clock.now() - 12s, sample.clock.now());
        };
        QCOMPARE(judged().kind, Kind::Empty); // sources of other kinds only
        QVERIFY(judged().notice.why.contains(u"beszel"_s));
        QCOMPARE(judged().todo, HostsState::Todo::CopyExample);
        QVERIFY(exampleHostSource().contains(u"beszel"_s));

        Delta asked = sample.from(u"beszel-1"_s);
        asked.status = SourceStatus{};
        asked.status->id = u"beszel-1"_s;
        asked.status->kind = u"beszel"_s;
        sample.fleet.apply(asked);
        sample.fleet.flush();
        QCOMPARE(judged().kind, Kind::Loading);
        QVERIFY2(judged().notice.why.contains(u"12 s"_s), qPrintable(judged().notice.why));

        asked.status->settled = true;
        asked.status->error = Error{ErrorKind::Connect, u"connection refused"_s, u"beszel-1"_s, {}, {}};
        sample.fleet.apply(asked);
        sample.fleet.flush();
        QCOMPARE(judged().kind, Kind::Failed);
        QVERIFY(judged().notice.why.contains(u"connection refused"_s));

        asked.status->error.reset();
        asked.status->state = Freshness::Live;
        asked.status->lastAnswer = sample.clock.now();
        sample.fleet.apply(asked);
        sample.fleet.flush();
        QCOMPARE(judged().kind, Kind::Empty);
        QCOMPARE(judged().notice.what, u"No host is known"_s);

        sample.tellPicture();
        QCOMPARE(judged().kind, Kind::Ready);
        sample.status(u"hub"_s, Freshness::Offline, sample.clock.now() - 20min, 2);
        sample.fleet.flush();
        QCOMPARE(judged().kind, Kind::Partial);
        QCOMPARE(judged().source, u"hub"_s);
    }
};

QTEST_MAIN(TestHostParts)
#include "tst_host_parts.moc"
