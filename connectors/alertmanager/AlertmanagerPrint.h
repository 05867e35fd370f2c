// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/alertmanager/AlertmanagerAlerts.h"

#include <simdjson.h>

namespace stowage {

/// A moment's fingerprint of what is told of alerts, whatever their order.
class AlertmanagerPrint
{
public:
    void add(simdjson::dom::element alert, bool isOver);

    const AlertmanagerMemory::Print& sum() const { return m_sum; }

private:
    void addText(std::string_view bytes);
    void addAny(simdjson::dom::element element);

    AlertmanagerMemory::Print m_one; ///< of the alert in hand
    AlertmanagerMemory::Print m_sum;
};

} // namespace stowage
