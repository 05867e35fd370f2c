// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/secrets/SecretFile.h"
#include "connectors/secrets/SecretResolver.h"
#include "connectors/secrets/SystemKeychain.h"

#include <sys/stat.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace stowage;

namespace {

constexpr const char* Value = "hunter2 größe";

/// A keychain that answers when it is told to.
class FakeKeychain final : public Keychain
{
public:
    void read(const QString& entry, QObject*, Answer answer) override
    {
        asked << entry;
        pending = std::move(answer);
    }

    QStringList asked;
    Answer pending;
};

void writeFile(const QString& path, const QByteArray& content, mode_t mode = 0600)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    file.close();
    QCOMPARE(chmod(QFile::encodeName(path).constData(), mode), 0);
}

} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT

private:
    /// What the resolver answers; the answer must not come from within resolve().
    static Result<Secret> resolved(SecretResolver& resolver, const SecretRef& ref)
    {
        std::optional<Result<Secret>> result;
        QObject context;
        resolver.resolve(ref, &context, [&](const Result<Secret>& secret) { result = secret; });
        if (result) {
            qWarning("answered from within resolve()");
        }
        if (!QTest::qWaitFor([&] { return result.has_value(); })) {
            return fail({ErrorKind::Defect, QStringLiteral("no answer"), {}, {}, {}});
        }
        return *result;
    }

private Q_SLOTS:
    void environment()
    {
        SecretResolver resolver;
        qputenv("STOWAGE_TEST_SECRET", Value);
        const auto secret = resolved(resolver, EnvSecret{QStringLiteral("STOWAGE_TEST_SECRET")});
        QVERIFY(secret);
        QCOMPARE(secret->reveal(), QByteArray(Value));
        qputenv("STOWAGE_TEST_SECRET", "");
        const auto empty = resolved(resolver, EnvSecret{QStringLiteral("STOWAGE_TEST_SECRET")});
        QCOMPARE(
            empty.error().text(),
            QStringLiteral("environment variable STOWAGE_TEST_SECRET: it is empty. Put the secret there."));
        qunsetenv("STOWAGE_TEST_SECRET");
        const auto unset = resolved(resolver, EnvSecret{QStringLiteral("STOWAGE_TEST_SECRET")});
        QCOMPARE(unset.error().kind, ErrorKind::NotFound);
        QVERIFY(unset.error().todo.contains(QStringLiteral("export STOWAGE_TEST_SECRET=")));
    }

    void fileContent_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("plain") << QByteArray(Value) << QByteArray(Value);
        QTest::newRow("newline") << QByteArray("a\n") << QByteArray("a");
        QTest::newRow("windows newline") << QByteArray("a\r\n") << QByteArray("a");
        QTest::newRow("spaces are part of it") << QByteArray(" a b \n") << QByteArray(" a b ");
        QTest::newRow("at the limit") << QByteArray(SecretFileLimit, 'x') << QByteArray(SecretFileLimit, 'x');
    }

    void fileContent()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, secret);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("s"));
        writeFile(path, content);
        SecretResolver resolver;
        const auto result = resolved(resolver, FileSecret{path});
        QVERIFY(result);
        QCOMPARE(result->reveal(), secret);
    }

    void fileRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<uint>("mode");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("words");
        const QByteArray value(Value);
        QTest::newRow("group reads") << value << 0640U << ErrorKind::Forbidden
                                     << QStringLiteral("others can read it (mode 0640)");
        QTest::newRow("world reads") << value << 0604U << ErrorKind::Forbidden
                                     << QStringLiteral("others can read it (mode 0604)");
        QTest::newRow("group writes")
            << value << 0620U << ErrorKind::Forbidden << QStringLiteral("mode 0620");
        QTest::newRow("the usual 0644")
            << value << 0644U << ErrorKind::Forbidden << QStringLiteral("Close it: chmod 600 '");
        QTest::newRow("empty") << QByteArray() << 0600U << ErrorKind::Malformed
                               << QStringLiteral("it is empty");
        QTest::newRow("only a newline")
            << QByteArray("\n") << 0600U << ErrorKind::Malformed << QStringLiteral("it is empty");
        QTest::newRow("two lines") << value + "\n\n"
                                   << 0600U << ErrorKind::Malformed << QStringLiteral("more than one line");
        QTest::newRow("carriage return") << QByteArray("hunter2\rx") << 0600U << ErrorKind::Malformed
                                         << QStringLiteral("more than one line");
        QTest::newRow("zero byte") << QByteArray("hunter2\0x", 9) << 0600U << ErrorKind::Malformed
                                   << QStringLiteral("zero byte");
        QTest::newRow("too large") << QByteArray(SecretFileLimit + 1, 'x') << 0600U << ErrorKind::TooLarge
                                   << QStringLiteral("64 KiB");
    }

    void fileRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(uint, mode);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, words);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("it's"));
        writeFile(path, content, mode);
        SecretResolver resolver;
        const auto result = resolved(resolver, FileSecret{path});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, kind);
        const QString text = result.error().text();
        QVERIFY2(text.contains(words), qPrintable(text));
        QVERIFY2(text.contains(path), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("hunter2")), qPrintable(text));
        if (text.contains(QStringLiteral("chmod"))) {
            QVERIFY2(text.endsWith(QStringLiteral("/it'\\''s'")), qPrintable(text));
        }
    }

    void notAFile()
    {
        QTemporaryDir folder;
        SecretResolver resolver;
        QCOMPARE(resolved(resolver, FileSecret{folder.path()}).error().message,
                 QStringLiteral("this is not a regular file"));
        QCOMPARE(resolved(resolver, FileSecret{folder.filePath(QStringLiteral("none"))}).error().kind,
                 ErrorKind::NotFound);
        const QString pipe = folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QCOMPARE(resolved(resolver, FileSecret{pipe}).error().message,
                 QStringLiteral("this is not a regular file"));
        QCOMPARE(resolved(resolver, FileSecret{QStringLiteral("/dev/zero")}).error().message,
                 QStringLiteral("this is not a regular file"));
    }

    void homeFolder()
    {
        QTemporaryDir folder;
        const QByteArray home = qgetenv("HOME");
        qputenv("HOME", QFile::encodeName(folder.path()));
        writeFile(folder.filePath(QStringLiteral("s")), Value);
        const auto secret = readSecretFile(QStringLiteral("~/s"));
        qputenv("HOME", home);
        QVERIFY(secret);
        QCOMPARE(secret->reveal(), QByteArray(Value));
    }

    void keychain()
    {
        auto owned = std::make_unique<FakeKeychain>();
        FakeKeychain& fake = *owned;
        SecretResolver resolver(std::move(owned));
        QObject context;
        std::vector<Result<Secret>> answers;
        const auto keep = [&](const Result<Secret>& secret) {
            answers.push_back(secret);
        };
        resolver.resolve(KeychainSecret{QStringLiteral("registry-1")}, &context, keep);
        QCOMPARE(fake.asked, QStringList{QStringLiteral("registry-1")});
        fake.pending(Secret(Value));
        QVERIFY(answers.empty());
        QTRY_COMPARE(answers.size(), 1U);
        QCOMPARE(answers[0]->reveal(), QByteArray(Value));

        resolver.resolve(KeychainSecret{QStringLiteral("registry-1")}, &context, keep);
        fake.pending(Secret());
        QTRY_COMPARE(answers.size(), 2U);
        QCOMPARE(answers[1].error().where, QStringLiteral("keychain entry registry-1"));
    }

    void nobodyWaitsAnyMore()
    {
        SecretResolver resolver;
        bool isCalled = false;
        auto context = std::make_unique<QObject>();
        resolver.resolve(EnvSecret{QStringLiteral("HOME")}, context.get(),
                         [&](const Result<Secret>&) { isCalled = true; });
        context.reset();
        QObject other;
        bool isNext = false;
        resolver.resolve(EnvSecret{QStringLiteral("HOME")}, &other,
                         [&](const Result<Secret>&) { isNext = true; });
        QTRY_VERIFY(isNext);
        QVERIFY(!isCalled);
    }

    /// Whatever keychain the test's session has or lacks: an entry that nobody made gives one clear error.
    void systemKeychainAnswers()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/stowage-test");
        SecretResolver resolver;
        const auto result = resolved(resolver, KeychainSecret{QStringLiteral("stowage-test-no-such-entry")});
        QVERIFY(!result);
        QVERIFY2(result.error().kind != ErrorKind::Defect, qPrintable(result.error().text()));
        QVERIFY(result.error().where.contains(QStringLiteral("stowage-test-no-such-entry")));
        QVERIFY(!result.error().todo.isEmpty());
        qInfo().noquote() << result.error().text();
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
