// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ManualClock.h"
#include "views/placement/ExportChip.h"
#include "views/theme/Theme.h"
#include "views/widgets/ExportJob.h"

#include <QImage>
#include <QTemporaryDir>

using namespace stowage;
using namespace stowage::test;

namespace {

/// A line a layer; each takes ten milliseconds of the clock's time.
class SlowExport final : public PlacementExport
{
public:
    SlowExport(ManualClock& clock, PlacementExtract extract) : m_clock(clock), m_extract(std::move(extract))
    {
    }

    size_t done() const override { return m_done; }
    size_t total() const override { return m_extract.layers.size(); }
    QByteArray next() override
    {
        if (m_done == total()) {
            return {};
        }
        m_clock.advance(Millis{10});
        return QByteArray::number(m_extract.layers[m_done++].value) + '\n';
    }

private:
    ManualClock& m_clock;
    PlacementExtract m_extract;
    size_t m_done = 0;
};

class SlowExporter final : public PlacementExporter
{
public:
    explicit SlowExporter(ManualClock& clock) : m_clock(clock) {}

    std::unique_ptr<PlacementExport> begin(Format, PlacementExtract extract) const override
    {
        return std::make_unique<SlowExport>(m_clock, std::move(extract));
    }

private:
    ManualClock& m_clock;
};

PlacementExtract extractOf(uint32_t layers)
{
    PlacementExtract extract;
    for (uint32_t i = 0; i < layers; ++i) {
        extract.layers.push_back({i});
    }
    return extract;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TestPlacementExport : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void writesInSlices()
    {
        ManualClock clock;
        const SlowExporter exporter(clock);
        ExportJob job(exporter.begin(PlacementExporter::Format::Csv, extractOf(3)), clock, path("a.csv"));
        QSignalSpy progressed(&job, &ExportJob::progressed);
        QSignalSpy finished(&job, &ExportJob::finished);
        job.start();
        QCOMPARE(finished.count(), 0);
        QVERIFY(!QFile::exists(path("a.csv"))); // whole or not at all
        for (int i = 0; i < 10 && finished.isEmpty(); ++i) {
            clock.advance(Millis{50});
        }
        QCOMPARE(finished.count(), 1);
        QVERIFY(!finished[0][0].value<std::optional<Error>>());
        QVERIFY(progressed.count() >= 2);
        QCOMPARE(contentOf(path("a.csv")), QByteArray("0\n1\n2\n"));
    }

    void whatWasThereStaysWhenItIsStopped()
    {
        ManualClock clock;
        const SlowExporter exporter(clock);
        put(path("b.csv"), "before");
        {
            ExportJob job(exporter.begin(PlacementExporter::Format::Csv, extractOf(9)), clock, path("b.csv"));
            job.start();
        }
        QCOMPARE(contentOf(path("b.csv")), QByteArray("before"));
    }

    void saysWhyItCannotWrite()
    {
        ManualClock clock;
        const SlowExporter exporter(clock);
        const Theme theme = Theme::builtIn(QStringLiteral("dark"));
        const QString nowhere = path("no such folder/c.csv");
        ExportChip chip(theme, &exporter, clock,
                        {[] { return extractOf(2); },
                         [] {
                             return QImage(4, 4, QImage::Format_RGB32);
                         }});
        QSignalSpy done(&chip, &ExportChip::done);
        chip.save(ExportChip::Kind::Csv, nowhere);
        chip.save(ExportChip::Kind::Png, nowhere);
        QCOMPARE(done.count(), 2);
        for (const QList<QVariant>& told : done) {
            const auto result = told[0].value<Result<QString>>();
            QVERIFY(!result);
            QCOMPARE(result.error().kind, ErrorKind::Storage);
            QCOMPARE(result.error().where, nowhere);
            QVERIFY(!result.error().todo.isEmpty());
        }
        QVERIFY(!QFile::exists(nowhere));
    }

    void savesEachKind()
    {
        ManualClock clock;
        const SlowExporter exporter(clock);
        const Theme theme = Theme::builtIn(QStringLiteral("dark"));
        QImage picture(40, 30, QImage::Format_RGB32);
        picture.fill(Qt::red);
        ExportChip chip(theme, &exporter, clock,
                        {[] { return extractOf(1); },
                         [&] {
                             return picture;
                         }});
        QSignalSpy done(&chip, &ExportChip::done);
        chip.save(ExportChip::Kind::Json, path("d.json"));
        for (int i = 0; i < 5 && done.isEmpty(); ++i) {
            clock.advance(Millis{50});
        }
        QCOMPARE(contentOf(path("d.json")), QByteArray("0\n"));
        chip.save(ExportChip::Kind::Png, path("d.png"));
        QCOMPARE(done.count(), 2);
        QCOMPARE(QImage(path("d.png")).size(), picture.size());
        QVERIFY(done[1][0].value<Result<QString>>().value_or(QString()).contains(QStringLiteral("d.png")));
    }

    void aSecondPressStops()
    {
        ManualClock clock;
        const SlowExporter exporter(clock);
        const Theme theme = Theme::builtIn(QStringLiteral("dark"));
        ExportChip chip(theme, &exporter, clock,
                        {[] { return extractOf(50); },
                         [] {
                             return QImage();
                         }});
        QSignalSpy done(&chip, &ExportChip::done);
        chip.save(ExportChip::Kind::Csv, path("e.csv"));
        QVERIFY(chip.text().startsWith(QStringLiteral("stop, ")));
        chip.click();
        QCOMPARE(done.count(), 1);
        QCOMPARE(done[0][0].value<Result<QString>>().error().kind, ErrorKind::Cancelled);
        QCOMPARE(chip.text(), QStringLiteral("export"));
        clock.advance(Millis{100});
        QVERIFY(!QFile::exists(path("e.csv")));
    }
};

QTEST_MAIN(TestPlacementExport)
#include "tst_placementexport.moc"
