// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/exposition/Scrape.h"
#include "tests/connectors/exposition/BadPages.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

std::string_view view(const QByteArray& text)
{
    return {text.constData(), static_cast<size_t>(text.size())};
}

} // namespace

Q_DECLARE_METATYPE(stowage::ExpositionFault::Kind)

/// What is wrong on a metrics page is refused by its line, and what came before it is told.
class TestExpositionRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongLines_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<quint64>("line");
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("form");
        for (const BadPage& bad : badPages()) {
            QTest::newRow(bad.name) << bad.page << bad.line << bad.samples << static_cast<int>(bad.kind)
                                    << static_cast<int>(bad.form);
        }
    }

    void wrongLines()
    {
        QFETCH(QByteArray, page);
        QFETCH(quint64, line);
        QFETCH(int, samples);
        QFETCH(int, kind);
        QFETCH(int, form);
        // A copy of its own size: reading beyond the end is what the sanitizer would see.
        const std::vector<char> exact(page.cbegin(), page.cend());
        Scrape scrape;
        const auto fault = scrape.read({exact.data(), exact.size()}, static_cast<ExpositionForm>(form));
        QVERIFY(fault.has_value());
        QCOMPARE(static_cast<int>(fault->kind), kind);
        QCOMPARE(fault->line, line);
        QCOMPARE(static_cast<int>(scrape.values().size()), samples);
        const Error error = fault->error();
        QVERIFY(error.message.contains(QString::number(line)));
        QVERIFY(!error.todo.isEmpty());
        QVERIFY(error.kind == ErrorKind::Malformed || error.kind == ErrorKind::TooLarge);
    }

    void aSeriesTwice_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("as it is") << QByteArray("a 1\nb{c=\"1\"} 2\nb{c=\"1\"} 2\n");
        QTest::newRow("another value") << QByteArray("a 1\nb{c=\"1\"} 2\nb{c=\"1\"} 3\n");
        QTest::newRow("another order of labels")
            << QByteArray("a 1\nb{c=\"1\",d=\"2\"} 2\nb{d=\"2\",c=\"1\"} 3\n");
        QTest::newRow("other blanks") << QByteArray("a 1\nb{c=\"1\"} 2\nb { c = \"1\" , } 3\n");
    }

    void aSeriesTwice()
    {
        QFETCH(QByteArray, page);
        Scrape scrape;
        for (int turn = 0; turn < 3; ++turn) {
            const auto fault = scrape.read(view(page), ExpositionForm::Prometheus);
            QVERIFY(fault.has_value());
            QCOMPARE(fault->kind, ExpositionFault::Kind::SeriesTwice);
            QCOMPARE(fault->line, quint64{3});
            QCOMPARE(scrape.values().size(), size_t{2});
        }
    }

    void aTypeTwice()
    {
        Scrape scrape;
        const QByteArray page = "# TYPE a counter\na 1\n# TYPE a gauge\n";
        for (int turn = 0; turn < 2; ++turn) {
            const auto fault = scrape.read(view(page), ExpositionForm::Prometheus);
            QVERIFY(fault.has_value());
            QCOMPARE(fault->kind, ExpositionFault::Kind::TypeTwice);
        }
    }

    void aPageTooLarge()
    {
        QByteArray page;
        page.reserve(50'000'000);
        const QByteArray filling(1'000, 'x');
        while (page.size() < 50'000'000) {
            page += "a{b=\"" + filling + QByteArray::number(page.size()) + "\"} 1\n";
        }
        ExpositionLimits limits;
        limits.pageBytes = 49'000'000;
        Scrape refusing(limits);
        const auto fault = refusing.read(view(page), ExpositionForm::Prometheus);
        QVERIFY(fault.has_value());
        QCOMPARE(fault->kind, ExpositionFault::Kind::PageTooLarge);
        QCOMPARE(fault->error().kind, ErrorKind::TooLarge);
        QVERIFY(refusing.values().empty());

        limits.pageBytes = 51'000'000;
        limits.series = 1'000;
        Scrape counting(limits);
        const auto tooMany = counting.read(view(page), ExpositionForm::Prometheus);
        QVERIFY(tooMany.has_value());
        QCOMPARE(tooMany->kind, ExpositionFault::Kind::TooManySeries);
        QCOMPARE(tooMany->line, quint64{1'001});
        QCOMPARE(counting.values().size(), size_t{1'000});

        Scrape reading{ExpositionLimits{51'000'000, 64 * 1024, 64, 10'000'000}};
        QVERIFY(!reading.read(view(page), ExpositionForm::Prometheus));
        QVERIFY(reading.values().size() > 45'000);
    }
};

QTEST_GUILESS_MAIN(TestExpositionRefusals)
#include "tst_exposition_refusals.moc"
