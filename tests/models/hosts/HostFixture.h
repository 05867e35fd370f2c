// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostBook.h"
#include "tests/models/FleetFixture.h"

namespace stowage::test {

/// A short way to tell of hosts: sources "hub" and "prom" answer, and samples are a minute each.
class HostFixture : public FleetFixture
{
public:
    explicit HostFixture(const std::vector<HostNames>& names = {});

    HostBook book;

    static HostObservation machine(const QString& subject, const QString& name, const QString& address = {});
    void tell(const QString& source, HostObservation observation);
    void remove(const QString& source, const QString& subject);
    void sample(const QString& source, const QString& subject, const QString& metric, double value,
                Millis span = std::chrono::minutes(1));
    void quarantine(const QString& source, const QString& subject, const QString& metric, double value);

    /// The host of a subject.
    const Host& host(const QString& source, const QString& subject) const;
    /// Names of all hosts, with how many subjects each has: "n1:2 n2:1".
    QString all() const;

private:
    Delta now(const QString& source) const;
};

} // namespace stowage::test
