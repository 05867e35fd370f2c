// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/ManifestStore.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace stowage;

class TestManifestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsAcrossRuns()
    {
        const QByteArray body("{}");
        const Digest digest = Digest::of(body);
        {
            ManifestStore store(m_folder->path());
            store.write(digest, body);
            QCOMPARE(readOne(store, digest), body); // in order: the write comes first
        }
        ManifestStore again(m_folder->path());
        QCOMPARE(readOne(again, digest), body);
        QCOMPARE(files(), QStringList{path(digest)});
    }

    void absentIsEmpty()
    {
        ManifestStore store(m_folder->path());
        QCOMPARE(readOne(store, Digest::of("nothing")), QByteArray());
    }

    void aBadFileIsDroppedAndWrittenAnew()
    {
        const QByteArray body("content");
        const Digest digest = Digest::of(body);
        ManifestStore store(m_folder->path());
        store.write(digest, body);
        QCOMPARE(readOne(store, digest), body);
        QFile file(path(digest));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("conte");
        file.close();
        QCOMPARE(readOne(store, digest), QByteArray());
        QVERIFY(!QFile::exists(path(digest)));
        store.write(digest, body);
        QCOMPARE(readOne(store, digest), body);
    }

    void aFolderThatRefusesIsToldOnce()
    {
        QFile inTheWay(m_folder->path() + QStringLiteral("/manifests"));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        ManifestStore store(m_folder->path());
        QSignalSpy failures(&store, &ManifestStore::failed);
        store.write(Digest::of("a"), "a");
        store.write(Digest::of("b"), "b");
        QTRY_COMPARE(failures.count(), 1);
        QCOMPARE(failures.at(0).at(0).value<Error>().kind, ErrorKind::Storage);
        QCOMPARE(readOne(store, Digest::of("a")), QByteArray());
        QCOMPARE(failures.count(), 1);
    }

    void nobodyIsCalledWhoIsGone()
    {
        ManifestStore store(m_folder->path());
        auto context = std::make_unique<QObject>();
        bool isCalled = false;
        store.read({Digest::of("x")}, context.get(),
                   [&](const Digest&, const QByteArray&) { isCalled = true; });
        context.reset();
        QCOMPARE(readOne(store, Digest::of("y")), QByteArray());
        QVERIFY(!isCalled);
    }

    void whatNobodyNeedsGoes()
    {
        const QByteArrayList bodies{"forgotten", "in use", "read again", "young"};
        ManifestStore store(m_folder->path());
        for (const QByteArray& body : bodies) {
            store.write(Digest::of(body), body);
        }
        QCOMPARE(readOne(store, Digest::of(bodies[3])), bodies[3]);
        for (const QByteArray& body : bodies.first(3)) {
            grow(path(Digest::of(body)));
        }
        const QString half = path(Digest::of(bodies[1])) + QStringLiteral(".4711");
        const QString foreign = QFileInfo(half).path() + QStringLiteral("/notes");
        for (const QString& other : {half, foreign}) {
            QFile file(other);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.close();
            grow(other);
        }
        QCOMPARE(readOne(store, Digest::of(bodies[2])), bodies[2]);

        QSignalSpy pruned(&store, &ManifestStore::pruned);
        store.prune({Digest::of(bodies[1])}, now() - std::chrono::days(30));
        QTRY_COMPARE(pruned.count(), 1);
        QCOMPARE(pruned.at(0).at(0).toInt(), 2);
        QStringList left{path(Digest::of(bodies[1])), path(Digest::of(bodies[2])),
                         path(Digest::of(bodies[3])), foreign};
        QStringList found = files();
        left.sort();
        found.sort();
        QCOMPARE(found, left);
    }

    void pruningNothingIsDoneSoon()
    {
        ManifestStore store(m_folder->path());
        QSignalSpy pruned(&store, &ManifestStore::pruned);
        store.prune({}, now());
        QTRY_COMPARE(pruned.count(), 1);
        QCOMPARE(pruned.at(0).at(0).toInt(), 0);
    }

private:
    static Timestamp now() { return Timestamp{Millis{QDateTime::currentMSecsSinceEpoch()}}; }

    /// As if it had been used last forty days ago.
    static void grow(const QString& file)
    {
        QFile opened(file);
        QVERIFY(opened.open(QIODevice::ReadWrite));
        QVERIFY(
            opened.setFileTime(QDateTime::currentDateTime().addDays(-40), QFileDevice::FileModificationTime));
    }

    static QByteArray readOne(ManifestStore& store, const Digest& digest)
    {
        QObject context;
        std::optional<QByteArray> answer;
        store.read({digest}, &context, [&](const Digest&, const QByteArray& body) { answer = body; });
        [&] {
            QTRY_VERIFY(answer);
        }();
        return answer.value_or("no answer");
    }

    QString path(const Digest& digest) const
    {
        const QString hex = digest.shortHex(64);
        return m_folder->path() + QStringLiteral("/manifests/") + hex.left(2) + QLatin1Char('/') + hex;
    }

    QStringList files() const
    {
        QStringList found;
        const QDir root(m_folder->path() + QStringLiteral("/manifests"));
        for (const QString& folder : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QDir inner(root.filePath(folder));
            for (const QString& file : inner.entryList(QDir::Files | QDir::Hidden)) {
                found << inner.filePath(file);
            }
        }
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestManifestStore)
#include "tst_manifest_store.moc"
