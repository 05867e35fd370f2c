// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace stowage::test {

/// One message of a Qt Linguist file.
struct TranslationEntry
{
    QString context;
    QString source;
    QString comment;   ///< disambiguation
    QString type;      ///< "" is finished; "unfinished", "vanished", "obsolete"
    QStringList forms; ///< the translation; of a plural every form
    bool isPlural = false;

    QString id() const; ///< what lookup goes by, for sets and messages
};

/// The entries of a .ts file; empty when it cannot be read.
std::vector<TranslationEntry> readTranslationFile(const QString& path);

} // namespace stowage::test
