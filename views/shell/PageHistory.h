// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/Link.h"

#include <optional>
#include <vector>

namespace stowage {

/// Where one has been, as in a browser: going somewhere new forgets what lay ahead.
class PageHistory
{
public:
    static constexpr size_t Limit = 100;

    /// Standing at the same place again is no step.
    void visit(const Link& link);

    /// The current step is at this place now; what lies behind and ahead stays.
    void amend(const Link& link);

    std::optional<Link> back();
    std::optional<Link> forward();

private:
    std::vector<Link> m_links;
    size_t m_current = 0;
};

} // namespace stowage
