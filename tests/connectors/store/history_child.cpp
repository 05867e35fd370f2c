// SPDX-License-Identifier: GPL-3.0-or-later
// Writes without end, until it is killed: history_child FOLDER COUNT. Counts on from COUNT and prints a line
// for each pair of images that it recorded; the two of a pair are one delta, so a database with one of them
// is torn.
#include "connectors/store/SqliteHistory.h"
#include "models/core/SystemClock.h"
#include "tests/connectors/store/HistoryFixture.h"

#include <QCoreApplication>

#include <cstdio>

using namespace stowage;

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const SystemClock clock;
    SqliteHistory history(QString::fromLocal8Bit(argv[1]), clock);
    int count = QByteArray(argv[2]).toInt();
    std::function<void()> step = [&] {
        ++count;
        const QString tag = QString::number(count);
        Delta delta = test::deltaOf(QStringLiteral("registry-1"), test::seconds(count));
        delta.images = {test::imageOf(QStringLiteral("left"), tag, {tag}),
                        test::imageOf(QStringLiteral("right"), tag, {tag})};
        history.record(delta);
        std::printf("%d\n", count);
        std::fflush(stdout);
        clock.after(Millis{1}, &history, step);
    };
    step();
    return QCoreApplication::exec();
}
