// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/PlacementFile.h"
#include "app/json/PlacementJson.h"
#include "tests/app/SampleFleet.h"
#include "tests/app/SchemaCheck.h"
#include "tests/support/ManualClock.h"

using namespace stowage;
using test::SchemaCheck;

namespace {

QByteArray whole(const PlacementExporter& exporter, PlacementExporter::Format format,
                 const PlacementExtract& extract)
{
    const auto content = exporter.begin(format, extract);
    QByteArray text;
    for (QByteArray piece = content->next(); !piece.isEmpty(); piece = content->next()) {
        text += piece;
    }
    return content->done() == content->total() ? text : QByteArray();
}

} // namespace

/// What the Placement page saves: what the command line prints, and tables that are safe to open.
class TestPlacementFile : public QObject
{
    Q_OBJECT

    test::ManualClock m_clock;
    std::unique_ptr<Fleet> m_fleet;
    Profile m_profile;

    PlacementExtract everything() const
    {
        PlacementExtract extract;
        for (const Layer& layer : m_fleet->layers()) {
            if (layer.isAlive && layer.kind == ContentKind::Layer) {
                extract.layers.push_back(layer.id);
            }
        }
        for (const Node& node : m_fleet->nodes()) {
            extract.nodes.push_back(node.id);
        }
        return extract;
    }

private Q_SLOTS:
    void init()
    {
        m_profile.name = QStringLiteral("sample");
        m_profile.placement = {2, 1};
        m_fleet = std::make_unique<Fleet>(m_clock);
        for (const Delta& delta : test::sampleDeltas(m_clock.now())) {
            m_fleet->apply(delta);
        }
        m_fleet->flush();
    }

    void allOfItIsWhatTheCommandLinePrints()
    {
        const PlacementTracker tracker(*m_fleet);
        const PlacementFile file(*m_fleet, tracker, m_profile);
        QCOMPARE(whole(file, PlacementExporter::Format::Document, everything()),
                 printJson(placementDocument(*m_fleet, m_profile, {})));
    }

    void aPartIsValidToo()
    {
        const PlacementTracker tracker(*m_fleet);
        const PlacementFile file(*m_fleet, tracker, m_profile);
        PlacementExtract part = everything();
        part.layers.resize(1);
        part.nodes.resize(2);
        for (const PlacementExtract& extract : {part, PlacementExtract()}) {
            const auto document = nlohmann::json::parse(
                whole(file, PlacementExporter::Format::Document, extract).toStdString());
            const QStringList complaints = SchemaCheck::complaints(QStringLiteral("placement"), document);
            QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QLatin1Char('\n'))));
            QCOMPARE(document["layers"].size(), extract.layers.size());
            QCOMPARE(document["nodes"].size(), extract.nodes.size());
        }
    }

    void theFiltersLanguageIsTheWindows()
    {
        const auto filter =
            PlacementFilter::parse(QStringLiteral("repository:team copies<2 node:n1"), *m_fleet);
        QVERIFY(filter);
        const auto document = nlohmann::json::parse(
            printJson(placementDocument(*m_fleet, m_profile, {}, *filter)).toStdString());
        const QStringList complaints = SchemaCheck::complaints(QStringLiteral("placement"), document);
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QLatin1Char('\n'))));
        QCOMPARE(document["layers"].size(), 2U); // app has one copy, tool none
        QCOMPARE(document["nodes"].size(), 1U);
    }

    void tablesHaveARowALayerAndAColumnANode()
    {
        const PlacementTracker tracker(*m_fleet);
        const PlacementFile file(*m_fleet, tracker, m_profile);
        const QList<QByteArray> lines = whole(file, PlacementExporter::Format::Csv, everything()).split('\n');
        QCOMPARE(lines.size(), 5); // the last is empty
        QCOMPARE(lines[0], QByteArray("digest,bytes,images,held,absent,unknown,n1,n2,n3,n4\r"));
        QCOMPARE(lines[2], test::sampleDigest("app").toByteArray() +
                               ",1048576,team/api:1.0,1,1,2,held,absent,unknown,unknown\r");
    }

    void namesCannotBecomeFormulas()
    {
        Delta told;
        told.source = QStringLiteral("peers");
        told.generation = 9;
        told.at = m_clock.now();
        for (const char* const name : {"=1+1", "@x", "-2", "a,b", "say \"hi\"", "two\nlines"}) {
            NodeObservation node;
            node.name = QString::fromLatin1(name);
            node.at = told.at;
            told.nodes.push_back(node);
        }
        m_fleet->apply(told);
        m_fleet->flush();
        const PlacementTracker tracker(*m_fleet);
        const PlacementFile file(*m_fleet, tracker, m_profile);
        const QByteArray head = file.begin(PlacementExporter::Format::Csv, everything())->next();
        QVERIFY2(head.contains(",'=1+1,'@x,'-2,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n"),
                 head.constData());
    }
};

QTEST_APPLESS_MAIN(TestPlacementFile)
#include "tst_placement_file.moc"
