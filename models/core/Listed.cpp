// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/Listed.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Listed)
};

} // namespace

QString listed(const QStringList& entries)
{
    //: between the entries of a list, with its space where one is written
    return entries.join(Words::tr(", "));
}

} // namespace stowage
