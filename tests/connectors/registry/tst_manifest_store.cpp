// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/ManifestStore.h"

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

private:
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
