// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/Ink.h"
#include "app/run/TextTable.h"
#include "models/fleet/LayerModel.h"
#include "models/fleet/NodeModel.h"
#include "models/fleet/SourceModel.h"
#include "tests/app/SampleFleet.h"
#include "tests/support/ManualClock.h"

#include <QRegularExpression>

#include <memory>

using namespace stowage;

namespace {

QString withoutColours(QString text)
{
    return text.remove(QRegularExpression(QStringLiteral("\x1b\\[[0-9]*m")));
}

} // namespace

/// What the command line prints for people.
class TestPrinting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fleet = std::make_unique<Fleet>(m_clock);
        for (const Delta& delta : test::sampleDeltas(m_clock.now())) {
            m_fleet->apply(delta);
        }
        m_fleet->flush();
    }

    void coloursStandBesideWordsAndMoveNothing()
    {
        const NodeModel nodes(*m_fleet);
        const LayerModel layers(*m_fleet);
        const SourceModel sources(*m_fleet);
        for (const QAbstractItemModel* model :
             {static_cast<const QAbstractItemModel*>(&nodes), static_cast<const QAbstractItemModel*>(&layers),
              static_cast<const QAbstractItemModel*>(&sources)}) {
            QVERIFY(model->rowCount() > 0);
            const QString plain = TextTable::print(*model);
            QVERIFY(!plain.contains(QChar(0x1b)));
            const QString coloured = TextTable::print(*model, Ink(true));
            QVERIFY(coloured.contains(QChar(0x1b)));
            QCOMPARE(withoutColours(coloured), plain);
        }
    }

    void aTableEndsItsLinesWithoutBlanks()
    {
        const NodeModel nodes(*m_fleet);
        const QStringList lines = TextTable::print(nodes).split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), nodes.rowCount() + 2); // the head, and what follows the last line's end
        for (const QString& line : lines) {
            QVERIFY2(!line.endsWith(QLatin1Char(' ')), qPrintable(line));
        }
    }

    void statesHaveColours_data()
    {
        QTest::addColumn<QString>("colour");
        QTest::newRow("live") << "32";
        QTest::newRow("gone") << "31";
        QTest::newRow("offline") << "31";
        QTest::newRow("unable") << "33";
        QTest::newRow("single") << "33";
        QTest::newRow("fine") << "";
        QTest::newRow("") << "";
    }

    void statesHaveColours()
    {
        QFETCH(QString, colour);
        const QString word = QStringLiteral("word");
        const QString wanted = colour.isEmpty() ? word : QStringLiteral("\x1b[%1mword\x1b[0m").arg(colour);
        const QString state = QString::fromUtf8(QTest::currentDataTag());
        QCOMPARE(Ink(true).state(state, word), wanted);
        QCOMPARE(Ink(false).state(state, word), word);
        QCOMPARE(Ink().state(state, word), word);
    }

    void onlyMarksThatBeginALineHaveColours()
    {
        const QString text = QString::fromUtf8("▲ node ▲ x\n  ◆ y\nz ●\n● w\n");
        const QString wanted = QString::fromUtf8("\x1b[31m▲\x1b[0m node ▲ x\n  \x1b[33m◆\x1b[0m y\nz ●\n"
                                                 "\x1b[32m●\x1b[0m w\n");
        QCOMPARE(Ink(true).marks(text), wanted);
        QCOMPARE(Ink(false).marks(text), text);
    }

private:
    test::ManualClock m_clock;
    std::unique_ptr<Fleet> m_fleet;
};

QTEST_GUILESS_MAIN(TestPrinting)
#include "tst_printing.moc"
