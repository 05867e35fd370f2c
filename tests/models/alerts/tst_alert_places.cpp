// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/FleetPlaces.h"
#include "tests/models/hosts/HostFixture.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;

namespace {

AlertObservation about(const QString& subject, std::vector<AlertLabel> labels = {})
{
    AlertObservation told;
    told.key = u"k"_s;
    told.name = u"A"_s;
    told.subject = subject;
    told.labels = std::move(labels);
    return told;
}

/// "host n1 @eu-b +peers +hub"
QString text(const AlertPlace& place)
{
    QStringList parts{subjectKindName(place.subject.kind), place.subject.name};
    if (!place.zone.isEmpty()) {
        parts << u'@' + place.zone;
    }
    for (const AlertSubject& touched : place.touches) {
        parts << u'+' + touched.name;
    }
    return parts.join(u' ');
}

/// n1 is a node and a machine of the hub (sys1), which Prometheus calls 10.0.0.1:9100; m1 a machine only.
void fill(HostFixture& f)
{
    NodeObservation node;
    node.name = u"n1"_s;
    node.zone = u"eu-b"_s;
    node.state = NodeState::Live;
    node.address = u"http://10.0.0.1:5000"_s;
    node.at = f.clock.now();
    f.nodes({node}, u"peers"_s);
    f.tell(u"hub"_s, HostFixture::machine(u"sys1"_s, u"n1"_s, u"10.0.0.1"_s));
    f.tell(u"prom"_s, HostFixture::machine(u"10.0.0.1:9100"_s, u"n1"_s, u"10.0.0.1"_s));
    f.tell(u"hub"_s, HostFixture::machine(u"sys2"_s, u"m1"_s, u"10.0.0.2"_s));
    f.fleet.flush();
    f.book.flush();
}

} // namespace

/// What alerts are about, whatever their sources call it.
class TestAlertPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void subjectsComeToOneName_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<AlertObservation>("told");
        QTest::addColumn<QString>("place");
        const QString node = u"host n1 @eu-b +peers"_s;
        const auto row = [](const char* name, const QString& source, const AlertObservation& told,
                            const QString& place) {
            QTest::newRow(name) << source << told << place;
        };
        row("a hub's id", u"hub"_s, about(u"sys1"_s), node);
        row("an instance", u"prom"_s, about(u"10.0.0.1:9100"_s), node);
        row("an instance that another source tells", u"am"_s, about(u"10.0.0.1:9100"_s), node);
        row("another port of it", u"am"_s, about(u"10.0.0.1:5000"_s), node);
        row("an address in a URL", u"am"_s, about(u"http://10.0.0.1:5000/metrics"_s), node);
        row("the node's name", u"stowage"_s, about(u"n1"_s), node);
        row("the name with a port", u"am"_s, about(u"n1:9100"_s), node);
        row("by a label", u"am"_s, about({}, {{u"instance"_s, u"n1:9100"_s}}), node);
        row("by the label that is known", u"am"_s,
            about({}, {{u"instance"_s, u"kube-state:8080"_s}, {u"node"_s, u"n1"_s}}), node);
        row("a machine that is no node", u"hub"_s, about(u"sys2"_s), u"host m1"_s);
        row("its zone by a label", u"hub"_s, about(u"sys2"_s, {{u"zone"_s, u"z"_s}}), u"host m1 @z"_s);
        row("a source", u"stowage"_s, about(u"peers"_s), u"source peers"_s);
        row("nobody", u"am"_s, about({}), u"source am"_s);
        row("a stranger", u"am"_s, about(u"10.9.9.9:80"_s), u"unknown 10.9.9.9:80"_s);
        row("a stranger of a known source", u"hub"_s, about(u"sys9"_s), u"unknown sys9 +hub"_s);
        row("a zone", u"stowage"_s, about(u"eu-b"_s, {{u"subject.kind"_s, u"zone"_s}}), u"zone eu-b @eu-b"_s);
        row("an image", u"stowage"_s, about(u"r/team/api:1"_s, {{u"subject.kind"_s, u"image"_s}}),
            u"image r/team/api:1"_s);
        row("a source by its kind", u"stowage"_s, about(u"hub"_s, {{u"subject.kind"_s, u"source"_s}}),
            u"source hub"_s);
        row("this program", u"stowage"_s, about(u"stowage"_s, {{u"subject.kind"_s, u"stowage"_s}}),
            u"stowage stowage"_s);
        row("colons only", u"am"_s, about(u":::"_s), u"unknown :::"_s);
        row("an open bracket", u"am"_s, about(u"[::1"_s), u"unknown [::1"_s);
    }
    void subjectsComeToOneName()
    {
        QFETCH(QString, source);
        QFETCH(AlertObservation, told);
        HostFixture f;
        fill(f);
        const FleetPlaces places(f.fleet, f.book);
        QTEST(text(places.place(source, told)), "place");
    }

    void aSourceAndItsMachineTouchEachOther()
    {
        HostFixture f;
        fill(f);
        FleetPlaces places(f.fleet, f.book);
        places.setMachines({{u"peers"_s, u"M1"_s}, {u"prom"_s, u"elsewhere"_s}});
        QCOMPARE(text(places.place(u"hub"_s, about(u"sys2"_s))), u"host m1 +peers"_s);
        const AlertObservation ofSource = about(u"peers"_s, {{u"subject.kind"_s, u"source"_s}});
        QCOMPARE(text(places.place(u"stowage"_s, ofSource)), u"source peers +m1"_s);
        // A machine that nobody else tells of keeps the name that the profile gives it.
        QCOMPARE(text(places.place(u"prom"_s, about({}))), u"source prom +elsewhere"_s);
        QCOMPARE(text(places.place(u"hub"_s, about(u"sys1"_s))), u"host n1 @eu-b +peers"_s);
    }
};

QTEST_GUILESS_MAIN(TestAlertPlaces)
#include "tst_alert_places.moc"
