// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/DataFolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace stowage;

/// That two profiles never write into one history.
class TestDataFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theFirstOwnsIt()
    {
        const Profile eu = profile("eu.json", "prod");
        QCOMPARE(DataFolder::of(data(), eu), data());
        QCOMPARE(DataFolder::of(data(), eu), data());
    }

    void whatLiesThereFromBeforeIsTheFirsts()
    {
        QVERIFY(QDir().mkpath(data()));
        QFile old(data() + QStringLiteral("/stowage.db"));
        QVERIFY(old.open(QIODevice::WriteOnly));
        QCOMPARE(DataFolder::of(data(), profile("eu.json", "prod")), data());
        QVERIFY(old.exists());
    }

    void another_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("name");
        QTest::newRow("of the same name") << "us.json"
                                          << "prod";
        QTest::newRow("of the same file, renamed") << "eu.json"
                                                   << "staging";
        QTest::newRow("altogether") << "us.json"
                                    << "staging";
    }

    void another()
    {
        QFETCH(QString, file);
        QFETCH(QString, name);
        const Profile eu = profile("eu.json", "prod");
        QCOMPARE(DataFolder::of(data(), eu), data());
        const Profile other = profile(qPrintable(file), qPrintable(name));
        const QString apart = DataFolder::of(data(), other);
        QVERIFY(apart.startsWith(data() + QLatin1Char('/')));
        QCOMPARE(DataFolder::of(data(), other), apart);
        QCOMPARE(DataFolder::of(data(), eu), data());
    }

    void theSameByAnotherWay()
    {
        const Profile eu = profile("eu.json", "prod");
        QCOMPARE(DataFolder::of(data(), eu), data());
        QVERIFY(QFile::link(eu.file, m_folder->filePath(QStringLiteral("link.json"))));
        Profile linked = eu;
        linked.file = m_folder->filePath(QStringLiteral("link.json"));
        QCOMPARE(DataFolder::of(data(), linked), data());
    }

    void aProfileThatMovedTakesItsHistoryAlong()
    {
        const Profile eu = profile("eu.json", "prod");
        QCOMPARE(DataFolder::of(data(), eu), data());
        QVERIFY(QFile::rename(eu.file, m_folder->filePath(QStringLiteral("europe.json"))));
        QCOMPARE(DataFolder::of(data(), profile("europe.json", "prod")), data());
    }

    void withoutAFileAsAsked() { QCOMPARE(DataFolder::of(data(), Profile{}), data()); }

    void whereNothingCanBeWrittenAsAsked()
    {
        const QString nowhere = QStringLiteral("/proc/stowage");
        QCOMPARE(DataFolder::of(nowhere, profile("eu.json", "prod")), nowhere);
    }

private:
    QString data() const { return m_folder->filePath(QStringLiteral("data")); }

    Profile profile(const char* file, const char* name) const
    {
        Profile profile;
        profile.file = m_folder->filePath(QString::fromUtf8(file));
        profile.name = QString::fromUtf8(name);
        QFile written(profile.file);
        if (!written.open(QIODevice::WriteOnly)) {
            qFatal("%s cannot be written", file);
        }
        return profile;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestDataFolder)
#include "tst_data_folder.moc"
