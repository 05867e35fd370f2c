// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Invocation.h"
#include "app/json/HostJson.h"
#include "app/profile/Profile.h"
#include "app/run/ExitStatus.h"

namespace stowage {

class HostModel;

/// Prints `stowage hosts`: rows, order and filter are those of the window's table, and of its columns those
/// that fit a terminal.
class HostPrinter
{
public:
    HostPrinter(const HostBook& book, const HostForecasts& forecasts, const Profile& profile,
                const Invocation& invocation)
        : m_book(book), m_forecasts(forecasts), m_profile(profile), m_invocation(invocation)
    {
    }

    /// Usage when the filter or the sort column is wrong; nothing is printed then.
    Result<ExitStatus> print() const;

private:
    Json document(const HostModel& model) const;
    QString words(const HostModel& model) const;

    const HostBook& m_book;
    const HostForecasts& m_forecasts;
    const Profile& m_profile;
    const Invocation& m_invocation;
};

} // namespace stowage
