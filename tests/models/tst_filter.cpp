// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/FoldedText.h"
#include "models/core/NearestName.h"
#include "models/filter/FilterExpression.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <random>

using namespace stowage;
using namespace Qt::StringLiterals;

namespace {

const std::vector<FilterColumn> Columns{
    {u"name"_s, Unit::Text},    {u"digest"_s, Unit::Digest},
    {u"layers"_s, Unit::Count}, {u"bytes"_s, Unit::Bytes},
    {u"age"_s, Unit::Age},      {u"severity"_s, Unit::Text, {u"info"_s, u"warning"_s, u"critical"_s}}};

/// One node: eu-a-7, sha256:abc…, 12 layers, 2 GiB, seen 10 minutes ago (or never).
class Sample final : public FilterRow
{
public:
    bool isSeen = true;

    QString text(int column) const override
    {
        return std::array{u"eu-a-7 \u00c4pfel"_s, u"sha256:abcdef"_s, u"12"_s,
                          u"2147483648"_s,        u"600000"_s,        u"critical"_s}
            .at(static_cast<size_t>(column));
    }
    std::optional<qint64> number(int column) const override
    {
        if (column == 4 && !isSeen) {
            return std::nullopt;
        }
        return std::array<qint64, 6>{0, 0, 12, 2LL << 30, 600'000, 0}.at(static_cast<size_t>(column));
    }
};

} // namespace

/// The language of --filter and of the key /.
class TestFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char* filter, bool expected) {
            QTest::newRow(filter) << QString::fromUtf8(filter) << expected;
        };
        row("", true);
        row("   ", true);
        row("eu-a", true);
        row("EU-A", true);
        row("äPFEL", true);
        row("us-a", false);
        row("600000", false); // a bare word is sought in text columns only
        row("sha256:abc", true);
        row("team/api:1.0", false);
        row("name:a-7", true);
        row("NAME:a-7", true);
        row("layers:12", true);
        row("name=eu-a-7", false);
        row("name='EU-A-7 äpfel'", true);
        row("name != x", true);
        row("name<eu-a-10", true);
        row("digest=sha256:abcdef", true);
        row("layers=12", true);
        row("layers!=12", false);
        row("layers>=12", true);
        row("layers > 12", false);
        row("bytes>1GiB", true);
        row("bytes=2gib", true);
        row("bytes<1.5GiB", false);
        row("bytes<=2147483648", true);
        row("bytes>2GB", true);
        row("bytes<'3 GiB'", true);
        row("age>5min", true);
        row("age>1h", false);
        row("age<1d", true);
        row("age=600s", true);
        row("age>599999ms", true);
        row("severity>=warning", true); // by rank, where the alphabet would say no
        row("severity > WARNING", true);
        row("severity>critical", false);
        row("severity<critical", false);
        row("severity<=critical", true);
        row("severity<info", false);
        row("not severity<info", true);
        row("severity=critical", true);
        row("severity!=critical", false);
        row("severity:crit", true);
        row("eu layers=12", true);
        row("eu and layers=13", false);
        row("eu or layers=13", true);
        row("us or layers=13", false);
        row("us and eu or eu", true);
        row("us and (eu or eu)", false);
        row("not us", true);
        row("not not us", false);
        row("not (eu or us)", false);
        row("(((eu)))", true);
        row("\"and\"", false);
        row("\"eu-a-7 \"", true);
    }

    void matches()
    {
        QFETCH(QString, filter);
        QFETCH(bool, expected);
        const auto expression = FilterExpression::parse(filter, Columns);
        QVERIFY2(expression.has_value(), expression ? "" : qPrintable(expression.error().text()));
        QCOMPARE(expression->matches(Sample()), expected);
        QCOMPARE(expression->isEmpty(), filter.trimmed().isEmpty());
    }

    void whatIsNotKnownIsOnlyUnequal()
    {
        Sample row;
        row.isSeen = false;
        const auto matches = [&row](const QString& filter) {
            return FilterExpression::parse(filter, Columns).value().matches(row);
        };
        QVERIFY(!matches(u"age>1s"_s));
        QVERIFY(!matches(u"age<1s"_s));
        QVERIFY(matches(u"age!=1s"_s));
        QVERIFY(matches(u"not age<1s"_s));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* filter, int character, const char* says) {
            QTest::newRow(filter) << QString::fromUtf8(filter) << u"filter, character %1"_s.arg(character)
                                  << QString::fromUtf8(says);
        };
        row("eu byts>1GiB", 4, "there is no column byts. Did you mean bytes?");
        row("nam:eu", 1, "Did you mean name?");
        row("colour=red", 1, "The columns are name, digest, layers, bytes, age, severity.");
        row("bytes>much", 7, "a size such as");
        row("bytes>1furlong", 7, "a size such as");
        row("age>5", 5, "a time such as");
        row("layers>1GiB", 8, "a number such as");
        row("layers>1.2.3", 8, "a number such as");
        row("layers>-1", 8, "a number such as");
        row("severity>=grave", 11, "They are, from the least on: info, warning, critical.");
        row("bytes>", 7, "has no value");
        row("bytes> (1)", 8, "has no value");
        row(">5", 1, "a word or a question is missing");
        row("and", 1, "a word or a question is missing");
        row("eu and", 7, "a word or a question is missing");
        row("eu or or us", 7, "a word or a question is missing");
        row("not", 4, "a word or a question is missing");
        row("()", 2, "a word or a question is missing");
        row("(eu", 1, "this parenthesis is never closed");
        row("eu)", 3, "this parenthesis closes nothing");
        row("name:(eu", 6, "has no value");
        row("'eu", 1, "this quote is never closed");
        row("name:\"eu", 6, "this quote is never closed");
    }

    void refuses()
    {
        QFETCH(QString, filter);
        QFETCH(QString, where);
        QFETCH(QString, says);
        const auto expression = FilterExpression::parse(filter, Columns);
        QVERIFY(!expression);
        QCOMPARE(expression.error().kind, ErrorKind::Usage);
        QCOMPARE(expression.error().where, where);
        QVERIFY2(expression.error().text().contains(says), qPrintable(expression.error().text()));
        QVERIFY(!expression.error().todo.isEmpty());
    }

    void depthIsLimitedWidthIsNot()
    {
        QVERIFY(FilterExpression::parse(QString(50, u'(') + u"a"_s + QString(50, u')'), Columns));
        QVERIFY(!FilterExpression::parse(QString(100'000, u'('), Columns));
        QVERIFY(FilterExpression::parse(u"not "_s.repeated(100'001) + u"us"_s, Columns)->matches(Sample()));
        QVERIFY(FilterExpression::parse(u"eu "_s.repeated(100'000), Columns)->matches(Sample()));
        QVERIFY(FilterExpression::parse(u"us or "_s.repeated(100'000) + u"eu"_s, Columns)->matches(Sample()));
    }

    void anyTextGivesAnAnswer()
    {
        // Pieces that mean something come up often, so that the noise reaches every branch.
        const QStringList pieces{u"("_s,
                                 u")"_s,
                                 u"'"_s,
                                 u"\""_s,
                                 u"and"_s,
                                 u"or"_s,
                                 u"not"_s,
                                 u"bytes"_s,
                                 u"age"_s,
                                 u">"_s,
                                 u"!="_s,
                                 u":"_s,
                                 u"="_s,
                                 u"1GiB"_s,
                                 u"5"_s,
                                 u" "_s,
                                 u"!"_s,
                                 u"."_s,
                                 u"name"_s,
                                 QString(QChar(u'\0')),
                                 QString(QChar(0xD800)),
                                 u"\uFFFF"_s};
        std::mt19937 random(7);
        int parsed = 0;
        for (int round = 0; round < 20'000; ++round) {
            QString text;
            for (auto length = random() % 12; length > 0; --length) {
                text += random() % 4 == 0
                            ? QString(QChar(static_cast<char16_t>(random())))
                            : pieces.at(static_cast<int>(random() % static_cast<size_t>(pieces.size())));
            }
            const auto expression = FilterExpression::parse(text, Columns);
            if (expression) {
                ++parsed;
                (void)expression->matches(Sample());
            } else {
                QVERIFY(!expression.error().message.isEmpty() && !expression.error().where.isEmpty());
            }
        }
        QVERIFY(parsed > 1'000);
    }

    void saysWhetherTimeMatters()
    {
        QVERIFY(FilterExpression::parse(u"eu or not (age>5min)"_s, Columns)->dependsOnAge());
        QVERIFY(!FilterExpression::parse(u"eu bytes>5"_s, Columns)->dependsOnAge());
    }

    void naturalOrder()
    {
        QStringList names{
            u"n10"_s,   u"N2"_s,         u"n02"_s,       u"n"_s,       u"m99999999999999999999999"_s,
            u"n2b"_s,   u"m123456789"_s, u"m23456789"_s, u"Ärger 2"_s, u"ärger 10"_s,
            u"n2.10"_s, u"n2.9"_s};
        std::ranges::sort(names, [](const QString& a, const QString& b) {
            return compareFolded(folded(a), folded(b)) < 0;
        });
        QCOMPARE(names, QStringList({u"m23456789"_s, u"m123456789"_s, u"m99999999999999999999999"_s, u"n"_s,
                                     u"n02"_s, u"N2"_s, u"n2.9"_s, u"n2.10"_s, u"n2b"_s, u"n10"_s,
                                     u"Ärger 2"_s, u"ärger 10"_s}));
    }

    /// Texts of few different characters, so that numbers of many lengths meet.
    void orderIsTotalAndItsPrefixAgrees()
    {
        std::mt19937 random(1);
        std::vector<std::string> texts;
        for (int i = 0; i < 300; ++i) {
            std::string text = "x";
            for (size_t left = random() % 14; left > 0; --left) {
                text += "0129a-"[random() % 6];
            }
            texts.push_back(text);
        }
        for (const std::string& a : texts) {
            for (const std::string& b : texts) {
                const int order = compareFolded(a, b);
                QCOMPARE(order == 0, a == b);
                QCOMPARE(order<0, compareFolded(b, a)> 0);
                const quint64 left = foldedPrefix(a, 1);
                const quint64 right = foldedPrefix(b, 1);
                QVERIFY2(left == right || (left < right) == (order < 0), (a + ' ' + b).c_str());
            }
        }
        std::ranges::sort(texts, [](const auto& a, const auto& b) { return compareFolded(a, b) < 0; });
        for (size_t i = 0; i < texts.size(); ++i) {
            for (size_t j = i; j < texts.size(); ++j) {
                QVERIFY(compareFolded(texts[i], texts[j]) <= 0);
            }
        }
    }

    void nearestNames()
    {
        const QStringList known{u"repository"_s, u"tag"_s, u"nodesWhole"_s};
        QCOMPARE(nearestName(u"repo", known), u"repository"_s);
        QCOMPARE(nearestName(u"repostiory", known), u"repository"_s);
        QCOMPARE(nearestName(u"TGA", known), u"tag"_s);
        QCOMPARE(nearestName(u"colour", known), QString());
        QCOMPARE(nearestName(QString(1'000'000, u'x'), known), QString());
    }
};

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
