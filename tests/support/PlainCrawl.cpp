// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PlainCrawl.h"

#include <QJsonDocument>
#include <QProcess>

namespace stowage::test {
namespace {

constexpr int Patience = 60'000; // the machine may be busy

} // namespace

QJsonArray plainCrawl(const QByteArray& url)
{
    QProcess python;
    python.start(QStringLiteral("python3"), {qEnvironmentVariable("STOWAGE_SOURCE_DIR") +
                                                 QStringLiteral("/tests/support/plain_crawl.py"),
                                             QString::fromLatin1(url)});
    python.waitForFinished(Patience);
    const QByteArray error = python.readAllStandardError();
    if (!error.isEmpty()) {
        qWarning("%s", error.constData());
    }
    return QJsonDocument::fromJson(python.readAllStandardOutput()).array();
}

} // namespace stowage::test
