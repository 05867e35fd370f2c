// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/store/StoreFolder.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QDir>
#include <QTest>

namespace stowage::test {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

void putContent(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

StoreFolder::StoreFolder(QString database) : m_database(std::move(database))
{
    QVERIFY(QDir().mkpath(path()));
}

QStringList StoreFolder::files(const QString& pattern) const
{
    return QDir(path()).entryList({pattern}, QDir::Files, QDir::Name);
}

void StoreFolder::exec(const char* sql) const
{
    SQLite::Database database(file().toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(sql);
}

} // namespace stowage::test
