// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/exposition/ExpositionReader.h"
#include "tests/app/e2e/ProgramRunner.h"

#include <QMap>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000;

/// A source that nobody answers for.
constexpr auto Profile = "{\"schema\": \"stowage/profile/1\", \"name\": \"lab\", \"sources\": "
                         "[{\"id\": \"prom\", \"kind\": \"prometheus\", \"url\": \"http://127.0.0.1:9\"}]}";

struct Page
{
    int status = 0;
    QByteArray type;
    QByteArray body;
};

} // namespace

/// `stowage collect --metrics`: what Prometheus would read of a process of its own.
class TestCollectMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everythingIsOnThePage();
    void aPortThatIsTakenIsSaid();
    void otherPathsAndMethodsAreRefused();

private:
    Page get(const QString& url, const QByteArray& method = "GET");
    /// All series of the page: "name{labels}" to the value. Empty where the page is not right.
    QMap<QByteArray, double> series();
    bool isThere(const QStringList& prefixes);

    ProgramRunner m_program;
    std::unique_ptr<QProcess> m_process;
    QNetworkAccessManager m_network;
    QByteArray m_said;
    QString m_url;
};

void TestCollectMetrics::initTestCase()
{
    const QString profile = m_program.write(u"lab.json"_s, Profile);
    m_process =
        m_program.start({u"collect"_s, u"--profile"_s, profile, u"--data"_s, m_program.path(u"data"_s)});
    const QRegularExpression address(u"http://127\\.0\\.0\\.1:[0-9]+/metrics"_s);
    const auto isTold = [&] {
        m_said += m_process->readAllStandardError();
        m_url = address.match(QString::fromUtf8(m_said)).captured();
        return !m_url.isEmpty();
    };
    QVERIFY2(QTest::qWaitFor(isTold, Patience), m_said.constData());
}

void TestCollectMetrics::cleanupTestCase()
{
    m_process->terminate();
    QCOMPARE(ProgramRunner::finish(*m_process).status, 0);
}

Page TestCollectMetrics::get(const QString& url, const QByteArray& method)
{
    const std::unique_ptr<QNetworkReply> reply(
        m_network.sendCustomRequest(QNetworkRequest(QUrl(url)), method));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!finished.wait(Patience)) {
        return {};
    }
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            reply->header(QNetworkRequest::ContentTypeHeader).toByteArray(), reply->readAll()};
}

QMap<QByteArray, double> TestCollectMetrics::series()
{
    const Page page = get(m_url);
    if (page.status != 200 || !page.type.startsWith("text/plain; version=0.0.4")) {
        return {};
    }
    QMap<QByteArray, double> series;
    ExpositionReader reader(std::string_view(page.body.constData(), size_t(page.body.size())),
                            ExpositionForm::Prometheus);
    using Event = ExpositionReader::Event;
    for (Event event = reader.next(); event != Event::End; event = reader.next()) {
        if (event == Event::Fault) {
            return {};
        }
        if (event == Event::Sample) {
            const std::string_view name = reader.sample().name;
            QByteArray key(name.data(), qsizetype(name.size()));
            for (const ExpositionLabel& label : reader.sample().labels) {
                key += ' ' + unescapedLabel(label.value);
            }
            if (series.contains(key)) {
                return {};
            }
            series.insert(key, reader.sample().value);
        }
    }
    return series;
}

bool TestCollectMetrics::isThere(const QStringList& prefixes)
{
    const auto all = series();
    return std::all_of(prefixes.begin(), prefixes.end(),
                       [&all](const QString& prefix) { return all.contains(prefix.toUtf8()); });
}

/// Event-loop stalls, queues, memory, databases, requests of sources.
void TestCollectMetrics::everythingIsOnThePage()
{
    QStringList wanted{u"stowage_start_time_seconds"_s,
                       u"stowage_event_loop_stalls_total"_s,
                       u"stowage_event_loop_stalled_seconds_total"_s,
                       u"stowage_event_loop_longest_stall_seconds"_s,
                       u"stowage_resident_memory_bytes"_s,
                       u"stowage_disk_free_bytes"_s,
                       u"stowage_disk_size_bytes"_s,
                       u"stowage_queue_limit samples"_s,
                       u"stowage_queue_limit notifications"_s,
                       u"stowage_queue_under_way requests"_s,
                       u"stowage_source_requests_total prom prometheus"_s,
                       u"stowage_source_request_failures_total prom prometheus"_s,
                       u"stowage_database_latest_write_seconds fleet"_s};
    for (const char* queue : {"requests", "events", "reports", "transitions", "samples", "notifications"}) {
        wanted << u"stowage_queue_length "_s + QLatin1String(queue);
    }
    for (const char* database : {"fleet", "series", "alerts"}) {
        wanted << u"stowage_database_size_bytes "_s + QLatin1String(database)
               << u"stowage_database_writing "_s + QLatin1String(database);
    }
    QTRY_VERIFY2_WITH_TIMEOUT(isThere(wanted), get(m_url).body.constData(), Patience);
    const auto all = series();
    QVERIFY(all.value("stowage_resident_memory_bytes") > 1e6);
    QVERIFY(all.value("stowage_database_size_bytes alerts") > 0);
    QCOMPARE(all.value("stowage_database_writing alerts"), 1.0);
    QVERIFY(all.value("stowage_source_requests_total prom prometheus") >=
            all.value("stowage_source_request_failures_total prom prometheus"));
}

/// What people are told does not depend on it.
void TestCollectMetrics::aPortThatIsTakenIsSaid()
{
    const QString port = QString::number(QUrl(m_url).port());
    const auto second =
        m_program.start({u"collect"_s, u"--metrics"_s, port, u"--profile"_s, m_program.path(u"lab.json"_s),
                         u"--data"_s, m_program.path(u"other"_s)});
    QByteArray said;
    const auto isTold = [&] {
        said += second->readAllStandardError();
        return said.contains(port.toUtf8());
    };
    QVERIFY2(QTest::qWaitFor(isTold, Patience), said.constData());
    QCOMPARE(second->state(), QProcess::Running);
    second->terminate();
    QCOMPARE(ProgramRunner::finish(*second).status, 0);
}

void TestCollectMetrics::otherPathsAndMethodsAreRefused()
{
    QCOMPARE(get(QUrl(m_url).resolved(QUrl(u"/"_s)).toString()).status, 404);
    QCOMPARE(get(m_url, "DELETE").status, 405);
}

QTEST_GUILESS_MAIN(TestCollectMetrics)
#include "tst_collect_metrics.moc"
