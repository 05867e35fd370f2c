// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/Console.h"

#include <unistd.h>

#include <cstdio>

namespace stowage {
namespace {

void write(std::FILE* to, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), to);
    std::fflush(to);
}

} // namespace

void Console::print(const QString& text)
{
    write(stdout, text.toUtf8());
}

void Console::print(const Json& document)
{
    write(stdout, printJson(document));
}

void Console::say(const QString& words)
{
    write(stderr, "stowage: " + words.toUtf8() + '\n');
}

void Console::say(const Error& error)
{
    say(error.text());
}

bool Console::isTerminal()
{
    return ::isatty(STDOUT_FILENO) == 1 && qgetenv("TERM") != "dumb";
}

} // namespace stowage
