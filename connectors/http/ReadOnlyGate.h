// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/Endpoint.h"
#include "connectors/http/Url.h"

#include <vector>

namespace stowage {

/// Decides what may leave in a read-only session: GET, HEAD, and what a connector declared as a read by exact
/// method and exact path below the base URL. Asked before every hop, so that a redirect opens no way around
/// it.
class ReadOnlyGate
{
public:
    ReadOnlyGate(bool readOnly, const Url& base, const std::vector<DeclaredRead>& reads);

    /// `path` as it would go out, without query; `atOrigin` whether it goes to the endpoint's own origin.
    bool lets(HttpMethod method, QByteArrayView path, bool atOrigin) const;

private:
    bool m_readOnly;
    std::vector<DeclaredRead> m_reads; ///< paths made whole with the base's prefix
};

} // namespace stowage
