// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/ReadOnlyGate.h"

#include <algorithm>

namespace stowage {

ReadOnlyGate::ReadOnlyGate(bool readOnly, const Url& base, const std::vector<DeclaredRead>& reads)
    : m_readOnly(readOnly), m_reads(reads)
{
    const QByteArray prefix = base.path == "/" ? QByteArray() : base.path;
    for (DeclaredRead& read : m_reads) {
        read.path.prepend(prefix);
    }
}

bool ReadOnlyGate::lets(HttpMethod method, QByteArrayView path, bool atOrigin) const
{
    if (!m_readOnly || method == HttpMethod::Get || method == HttpMethod::Head) {
        return true;
    }
    return atOrigin && std::ranges::any_of(m_reads, [&](const DeclaredRead& read) {
               return read.method == method && path == QByteArrayView(read.path);
           });
}

} // namespace stowage
