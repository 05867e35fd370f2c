// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/PeerLiveness.h"

#include "connectors/spegel/ErrorText.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PeerLiveness)
};

bool isProxysExcuse(int status)
{
    return status == 502 || status == 503 || status == 504;
}

QString reasonOf(int status)
{
    switch (status) {
    case 200:
        return {};
    case 500:
        return Words::tr("not ready: it knows no other peer (routing table empty)");
    default:
        return Words::tr("/readyz answers HTTP %1: is this a Spegel peer? Check its address in the profile.")
            .arg(status);
    }
}

Error troubleOf(const HttpResult& missed)
{
    if (!missed) {
        return missed.error();
    }
    return {ErrorKind::ServerFault,
            Words::tr("a proxy before it answers HTTP %1").arg(missed->status),
            {},
            Words::tr("Look whether the peer behind it runs."),
            {}};
}

} // namespace

bool PeerLiveness::probed(const HttpResult& readyz)
{
    if (readyz && !isProxysExcuse(readyz->status)) {
        m_misses = 0;
        m_trouble.reset();
        return become(NodeState::Live, reasonOf(readyz->status));
    }
    if (m_misses < m_missesUntilGone) {
        ++m_misses;
    }
    if (m_misses < m_missesUntilGone) {
        return false;
    }
    m_trouble = troubleOf(readyz);
    return become(NodeState::Gone, withoutWhere(*m_trouble));
}

bool PeerLiveness::become(NodeState state, const QString& reason)
{
    if (state == m_state && reason == m_reason) {
        return false;
    }
    m_state = state;
    m_reason = reason;
    return true;
}

} // namespace stowage
