// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTemporaryDir>

namespace stowage::test {

/// The whole file; "(unreadable)" where there is none.
QByteArray contentOf(const QString& path);

/// In place of what is there.
void putContent(const QString& path, const QByteArray& content);

/// A folder of data whose database a test does something bad to.
class StoreFolder
{
public:
    /// `database`: its name, "series.db".
    explicit StoreFolder(QString database);

    QString path() const { return m_folder.filePath(QStringLiteral("data")); }
    QString file() const { return path() + QLatin1Char('/') + m_database; }
    QStringList files(const QString& pattern = QStringLiteral("*")) const;

    /// Statements on the database, which is made when it is not there.
    void exec(const char* sql) const;

private:
    QString m_database;
    QTemporaryDir m_folder;
};

} // namespace stowage::test
