// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/Actor.h"

#include <pwd.h>
#include <unistd.h>

#include <QtGlobal>

#include <algorithm>

namespace stowage {
namespace {

constexpr qsizetype Longest = 64;

QString loginName()
{
    const passwd* user = getpwuid(getuid()); // of the GUI thread alone
    return user != nullptr ? QString::fromLocal8Bit(user->pw_name) : QString();
}

} // namespace

QString currentActor()
{
    QString name = qEnvironmentVariable("STOWAGE_ACTOR").simplified();
    name = name.isEmpty() ? loginName().simplified() : name;
    const auto isSteering = [](QChar c) {
        return c.category() == QChar::Other_Control;
    };
    name.removeIf(isSteering);
    return name.isEmpty() ? QString::number(getuid()) : name.left(Longest);
}

} // namespace stowage
