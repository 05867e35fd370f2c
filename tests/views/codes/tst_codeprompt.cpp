// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/codes/CodeDialog.h"
#include "views/codes/CodePrompt.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace stowage;
using namespace Qt::StringLiterals;

/// That a one-time code is asked for, once, and comes back as it was typed.
class TestCodePrompt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedComesBack()
    {
        QWidget window;
        CodePrompt prompt;
        prompt.setWindow(&window);
        prompt.ask(u"hub"_s, u"The hub has sent a code to ops@example.test."_s);
        CodeDialog* dialog = prompt.dialog(u"hub"_s);
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QVERIFY(!dialog->isModal()); // triage goes on
        QVERIFY(dialog->windowTitle().contains(u"hub"));
        QString code;
        connect(&prompt, &OneTimeCodes::answered, this, [&code](const QString& source, const Secret& secret) {
            QCOMPARE(source, u"hub"_s);
            code = QString::fromUtf8(secret.reveal());
        });
        auto* line = dialog->findChild<QLineEdit*>();
        QTest::keyClick(line, Qt::Key_Return); // nothing typed: nothing sent
        QVERIFY(dialog->isVisible());
        QTest::keyClicks(line, u" 123 456 "_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(code, u"123456"_s);
        QVERIFY(prompt.dialog(u"hub"_s) == nullptr);
    }

    void laterIsNoCode()
    {
        QWidget window;
        CodePrompt prompt;
        prompt.setWindow(&window);
        QSignalSpy answered(&prompt, &OneTimeCodes::answered);
        prompt.ask(u"hub"_s, u"?"_s);
        QTest::keyClicks(prompt.dialog(u"hub"_s)->findChild<QLineEdit*>(), u"123"_s);
        QTest::keyClick(prompt.dialog(u"hub"_s), Qt::Key_Escape);
        QCOMPARE(answered.size(), 1);
        QVERIFY(answered.front().at(1).value<Secret>().isEmpty());
    }

    void askedAgainReplacesTheQuestion()
    {
        QWidget window;
        CodePrompt prompt;
        prompt.setWindow(&window);
        QSignalSpy answered(&prompt, &OneTimeCodes::answered);
        prompt.ask(u"hub"_s, u"one"_s);
        const QPointer<CodeDialog> first = prompt.dialog(u"hub"_s);
        prompt.ask(u"hub"_s, u"two"_s);
        QVERIFY(prompt.dialog(u"hub"_s) != first);
        prompt.ask(u"other"_s, u"three"_s);
        QVERIFY(prompt.dialog(u"hub"_s) != nullptr); // each source has its own
        QTRY_VERIFY(first.isNull());
        QVERIFY(answered.isEmpty());
    }

    void dismissedSaysNothing()
    {
        QWidget window;
        CodePrompt prompt;
        prompt.setWindow(&window);
        QSignalSpy answered(&prompt, &OneTimeCodes::answered);
        prompt.ask(u"hub"_s, u"?"_s);
        prompt.dismiss(u"hub"_s);
        QVERIFY(prompt.dialog(u"hub"_s) == nullptr);
        prompt.dismiss(u"nobody"_s);
        QVERIFY(answered.isEmpty());
    }

    void whatComesBeforeTheWindowWaitsForIt()
    {
        CodePrompt prompt;
        prompt.ask(u"hub"_s, u"?"_s);
        prompt.ask(u"gone"_s, u"?"_s);
        prompt.dismiss(u"gone"_s);
        QVERIFY(prompt.dialog(u"hub"_s) == nullptr);
        QWidget window;
        prompt.setWindow(&window);
        QVERIFY(prompt.dialog(u"hub"_s) != nullptr);
        QVERIFY(prompt.dialog(u"gone"_s) == nullptr);
    }

    void theWindowMayGoFirst()
    {
        CodePrompt prompt;
        {
            QWidget window;
            prompt.setWindow(&window);
            prompt.ask(u"hub"_s, u"?"_s);
        }
        QVERIFY(prompt.dialog(u"hub"_s) == nullptr);
        prompt.dismiss(u"hub"_s);
    }
};

QTEST_MAIN(TestCodePrompt)
#include "tst_codeprompt.moc"
