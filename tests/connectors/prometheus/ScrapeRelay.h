// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/MicroServer.h"

#include <map>

namespace stowage::test {

/// One page of an exporter: its series' values, by name and labels as they stand there.
class ExporterPage
{
public:
    explicit ExporterPage(const QByteArray& page);

    bool isRight() const { return m_isRight; }

    /// NaN where the page has no such series.
    double value(const QByteArray& series) const;
    /// The sum over all series of a name whose text contains all of these.
    double sum(const QByteArray& name, const QByteArrayList& parts = {}) const;
    /// The series of that name, as they stand there.
    QByteArrayList series(const QByteArray& name) const;
    /// The label's value in the only series of a name.
    QString word(const QByteArray& name, const QByteArray& label) const;

private:
    std::map<QByteArray, double> m_values;
    bool m_isRight = false;
};

/// Stands between Prometheus and an exporter and keeps every page that goes through, so that a test knows
/// what Prometheus was told, to the digit.
class ScrapeRelay
{
public:
    explicit ScrapeRelay(quint16 exporter);

    bool start() { return m_server.listen().has_value(); }
    void stop() { m_server.refuse(); }
    QByteArray address() const { return "127.0.0.1:" + QByteArray::number(m_server.port()); }

    /// In the order in which they were scraped.
    const std::vector<ExporterPage>& pages() const { return m_pages; }

    /// The page that has this value as `node_time_seconds`; -1 for none.
    int pageOf(double nodeTime) const;

private:
    MicroAnswer answer();

    quint16 m_exporter;
    std::vector<ExporterPage> m_pages;
    MicroServer m_server;
};

} // namespace stowage::test
