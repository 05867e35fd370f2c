// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/QuitSignals.h"

#include <fcntl.h>
#include <unistd.h>

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

namespace stowage {
namespace {

constexpr std::array Handled{SIGINT, SIGTERM};

/// The self-pipe's end that the handler writes to: the only thing that a handler can reach.
std::atomic<int> writeEnd{-1};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void noteSignal(int number)
{
    const int saved = errno;
    const auto byte = static_cast<unsigned char>(number);
    // A full pipe already has what wakes the loop.
    [[maybe_unused]] const ssize_t written = ::write(writeEnd.load(), &byte, 1);
    errno = saved;
}

} // namespace

QuitSignals::QuitSignals(QObject* parent) : QObject(parent)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        return; // then a signal kills, as it would without us
    }
    m_readEnd = ends[0];
    writeEnd = ends[1];
    m_notifier = new QSocketNotifier(m_readEnd, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &QuitSignals::read);
    struct sigaction action = {};
    action.sa_handler = noteSignal;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    for (const int number : Handled) {
        ::sigaction(number, &action, nullptr);
    }
}

QuitSignals::~QuitSignals()
{
    if (m_readEnd < 0) {
        return;
    }
    for (const int number : Handled) {
        std::signal(number, SIG_DFL);
    }
    delete m_notifier; // before its descriptor
    ::close(writeEnd.exchange(-1));
    ::close(m_readEnd);
}

void QuitSignals::read()
{
    unsigned char byte = 0;
    while (::read(m_readEnd, &byte, 1) == 1) {
        Q_EMIT received(byte);
    }
}

} // namespace stowage
