// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/Doctor.h"

#include <vector>

namespace stowage {

/// The doctor's steps, in their order.
enum class DoctorStep : quint8
{
    Dns,
    Tcp4,
    Tcp6,
    Tls,
    Authentication,
    Identity,
    Capability
};

QString doctorStepId(DoctorStep step);    ///< Check::id: "dns", "tcp4", …
QString doctorStepTitle(DoctorStep step); ///< for a person

/// What one step found at one server.
struct Finding
{
    QString subject; ///< the server's label
    Verdict verdict = Verdict::Skipped;
    QString detail;
    QString todo;
    std::optional<Millis> took;
    QString identity; ///< what the server calls itself, in Identity findings

    static Finding fine(QString detail, std::optional<Millis> took = {});
    static Finding warning(QString detail, QString todo, std::optional<Millis> took = {});
    static Finding failed(QString detail, QString todo, std::optional<Millis> took = {});
    static Finding skipped(QString why, std::optional<Millis> took = {});
};

/// Warns where servers under different addresses call themselves the same: an address then leads to any of
/// them.
void warnOfTwins(std::vector<Finding>& findings);

/// One check out of the findings at all servers of a source. When only some failed it is a warning that names
/// them; the time is the longest.
Check summarise(DoctorStep step, const std::vector<Finding>& findings);

} // namespace stowage
