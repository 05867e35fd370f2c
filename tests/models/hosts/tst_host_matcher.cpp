// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostMatcher.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace stowage;
using namespace Qt::StringLiterals;

namespace {

/// "hub/a name=n1 addr=10.0.0.1 host=n1.lab id=7f duplicate service"
HostCandidate candidate(const QString& text)
{
    const QStringList words = text.split(u' ');
    HostCandidate made;
    made.key = {words.first().section(u'/', 0, 0), words.first().section(u'/', 1)};
    for (const QString& word : words.mid(1)) {
        const QString value = word.section(u'=', 1);
        if (word.startsWith("name="_L1)) {
            made.identity.name = value;
        } else if (word.startsWith("addr="_L1)) {
            made.identity.addresses << value;
        } else if (word.startsWith("host="_L1)) {
            made.identity.hostname = value;
        } else if (word.startsWith("id="_L1)) {
            made.identity.machineId = value;
        } else if (word == "duplicate"_L1) {
            made.isDuplicate = true;
        } else if (word == "service"_L1) {
            made.kind = HostKind::Service;
        }
    }
    return made;
}

QString name(const SubjectKey& key)
{
    return key.source + u'/' + key.subject;
}

struct Outcome
{
    QString groups; ///< "hub/a+prom/x hub/b"
    QString doubts; ///< "hub/a?prom/x"
};

Outcome outcome(const HostMatcher& matcher, const std::vector<HostCandidate>& candidates,
                const std::vector<HostDecision>& decisions = {})
{
    const HostGroups found = matcher.match(candidates, decisions);
    QHash<quint32, QStringList> byGroup;
    for (size_t i = 0; i < candidates.size(); ++i) {
        byGroup[found.groupOf[i]] << name(candidates[i].key);
    }
    QStringList groups;
    for (QStringList members : byGroup) {
        members.sort();
        groups << members.join(u'+');
    }
    groups.sort();
    QStringList doubts;
    for (const HostAmbiguity& doubt : found.ambiguities) {
        QStringList both{name(doubt.one), name(doubt.other)};
        both.sort();
        doubts << both.join(u'?');
    }
    doubts.sort();
    return {groups.join(u' '), doubts.join(u' ')};
}

std::vector<HostCandidate> candidates(const QString& lines)
{
    std::vector<HostCandidate> all;
    for (const QString& line : lines.split(u'\n')) {
        all.push_back(candidate(line));
    }
    return all;
}

} // namespace

/// Which subjects are one machine.
class TestHostMatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joins_data()
    {
        QTest::addColumn<QString>("subjects");
        QTest::addColumn<QString>("groups");
        QTest::addColumn<QString>("doubts");
        const auto row = [](const char* what, const char* subjects, const char* groups, const char* doubts) {
            QTest::newRow(what) << QString::fromLatin1(subjects) << QString::fromLatin1(groups)
                                << QString::fromLatin1(doubts);
        };
        row("one address", "hub/a name=one addr=10.0.0.1\nprom/x name=10.0.0.1:9100 addr=10.0.0.1",
            "hub/a+prom/x", "");
        row("one host name, in other letters and with a dot",
            "hub/a name=one host=N1.lab\nprom/x name=x addr=n1.lab.", "hub/a+prom/x", "");
        row("an IPv6 address in brackets", "hub/a name=one addr=fd00::1\nprom/x name=x addr=[fd00::1]",
            "hub/a+prom/x", "");
        row("one machine id, written otherwise", "hub/a name=one id=AB-cd\nprom/x name=two id=abcd",
            "hub/a+prom/x", "");
        row("an alias of the profile", "hub/a name=lab-7\nprom/x name=n7", "hub/a+prom/x", "");
        row("loopback says nothing", "hub/a name=one addr=127.0.0.1\nprom/x name=two addr=127.0.0.1",
            "hub/a prom/x", "");
        row("localhost says nothing", "hub/a name=one host=localhost\nprom/x name=two host=localhost",
            "hub/a prom/x", "");
        row("nothing in common", "hub/a name=one\nprom/x name=two", "hub/a prom/x", "");
        row("no names at all", "hub/a\nprom/x\nhub/b", "hub/a hub/b prom/x", "");
        row("two of one name in a source, with other addresses",
            "hub/a name=n1 addr=10.0.0.1\nhub/b name=n1 addr=10.0.0.2", "hub/a hub/b", "");
        row("the address tells which of two namesakes",
            "hub/a name=n1 addr=10.0.0.1\nhub/b name=n1 addr=10.0.0.2\nprom/x name=n1 addr=10.0.0.2",
            "hub/a hub/b+prom/x", "");
        row("nothing tells which of two namesakes",
            "hub/a name=n1 addr=10.0.0.1\nhub/b name=n1 addr=10.0.0.2\nprom/x name=n1", "hub/a hub/b prom/x",
            "hub/a?prom/x hub/b?prom/x");
        row("its name is of one, its address of another",
            "hub/a name=n1 addr=10.0.0.1\nhub/b name=n2 addr=10.0.0.2\nprom/x name=n1 addr=10.0.0.2",
            "hub/a hub/b prom/x", "hub/a?prom/x hub/b?prom/x");
        row("machine ids differ", "hub/a name=n1 id=aa\nprom/x name=n1 id=bb", "hub/a prom/x",
            "hub/a?prom/x");
        row("a machine id copied with its image: the names tell",
            "hub/a name=n1 id=aa\nhub/b name=n2 id=aa\nprom/x name=n2 id=aa", "hub/a hub/b+prom/x", "");
        row("a machine id copied with its image, and no name",
            "hub/a name=n1 id=aa\nhub/b name=n2 id=aa\nprom/x name=q id=aa", "hub/a hub/b prom/x",
            "hub/a?prom/x hub/b?prom/x");
        row("the profile knows that they are two",
            "hub/a name=n7 addr=10.0.0.9\nprom/x name=n8 addr=10.0.0.9", "hub/a prom/x", "");
        row("listed twice", "hub/a name=n1 addr=10.0.0.1\nhub/b name=n1 addr=10.0.0.1", "hub/a+hub/b", "");
        row("listed twice on loopback", "hub/a name=n1 addr=127.0.0.1\nhub/b name=n1 addr=127.0.0.1",
            "hub/a+hub/b", "");
        row("listed twice, says the source", "hub/a name=n1\nhub/b name=n1 duplicate", "hub/a+hub/b", "");
        row("listed twice, and seen by another",
            "hub/a name=n1 addr=10.0.0.1\nhub/b name=n1 addr=10.0.0.1\nprom/x name=y addr=10.0.0.1",
            "hub/a+hub/b+prom/x", "");
        row("services are never joined",
            "hub/a name=r addr=10.0.0.1\nreg/x name=r addr=10.0.0.1 service\nreg/y name=r addr=10.0.0.1 "
            "service",
            "hub/a reg/x reg/y", "");
        row("three sources", "hub/a name=n1\nprom/x host=n1 addr=10.0.0.1\nreg/z name=q addr=10.0.0.1",
            "hub/a+prom/x+reg/z", "");
    }

    void joins()
    {
        QFETCH(const QString, subjects);
        const HostMatcher matcher({{u"n7"_s, {u"lab-7"_s}, u"a"_s}, {u"n8"_s, {}, u"b"_s}});
        std::vector<HostCandidate> all = candidates(subjects);
        std::mt19937 random(7);
        for (int round = 0; round < 6; ++round) {
            const Outcome found = outcome(matcher, all);
            QTEST(found.groups, "groups");
            QTEST(found.doubts, "doubts");
            std::ranges::shuffle(all, random); // the order decides nothing
        }
    }

    void whatIsDecidedHolds()
    {
        const HostMatcher matcher;
        const auto all =
            candidates(u"hub/a name=n1 addr=10.0.0.1\nhub/b name=n1 addr=10.0.0.2\nprom/x name=n1"_s);
        const SubjectKey a{u"hub"_s, u"a"_s};
        const SubjectKey b{u"hub"_s, u"b"_s};
        const SubjectKey x{u"prom"_s, u"x"_s};
        // It is the one, so it is not the other.
        Outcome found = outcome(matcher, all, {{x, a, true, {}}});
        QCOMPARE(found.groups, u"hub/a+prom/x hub/b"_s);
        QCOMPARE(found.doubts, QString());
        // It is not the one: then nothing speaks against the other.
        found = outcome(matcher, all, {{a, x, false, {}}});
        QCOMPARE(found.groups, u"hub/a hub/b+prom/x"_s);
        QCOMPARE(found.doubts, QString());
        found = outcome(matcher, all, {{a, x, false, {}}, {b, x, false, {}}});
        QCOMPARE(found.groups, u"hub/a hub/b prom/x"_s);
        QCOMPARE(found.doubts, QString());
        // A decision about subjects that are gone is kept in vain.
        found = outcome(matcher, all, {{{u"old"_s, u"z"_s}, x, true, {}}});
        QCOMPARE(found.doubts, u"hub/a?prom/x hub/b?prom/x"_s);
    }

    void aDecisionIsStrongerThanMachineIds()
    {
        const auto all = candidates(u"hub/a name=n1 id=aa\nprom/x name=q id=bb"_s);
        const HostDecision decision{{u"hub"_s, u"a"_s}, {u"prom"_s, u"x"_s}, true, {}};
        QCOMPARE(outcome(HostMatcher(), all, {decision}).groups, u"hub/a+prom/x"_s);
    }

    void anAliasOfSeveralNamesNone()
    {
        const HostMatcher matcher({{u"n1"_s, {u"shared"_s}, {}}, {u"n2"_s, {u"shared"_s}, {}}});
        QCOMPARE(matcher.nameOf(candidate(u"hub/a name=shared"_s).identity), QString());
        QCOMPARE(matcher.nameOf(candidate(u"hub/a name=N2"_s).identity), u"n2"_s);
        // Its names belong to two machines of the profile.
        QCOMPARE(matcher.nameOf(candidate(u"hub/a name=n1 addr=n2"_s).identity), QString());
    }

    void manyOfOneNameAreNotCompared()
    {
        std::vector<HostCandidate> all;
        for (int i = 0; i < 5'000; ++i) {
            all.push_back(candidate(u"hub/%1 name=m%1 host=debian"_s.arg(i)));
            all.push_back(candidate(u"prom/%1 name=m%1 host=debian"_s.arg(i)));
        }
        const HostGroups found = HostMatcher().match(all, {});
        QCOMPARE(found.ambiguities.size(), size_t(0));
        QCOMPARE(found.groupOf[9'999], 9'998U);
    }
};

QTEST_GUILESS_MAIN(TestHostMatcher)
#include "tst_host_matcher.moc"
