// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/prometheus/ScrapeRelay.h"

#include "connectors/exposition/ExpositionReader.h"

#include <QTcpSocket>

#include <algorithm>
#include <limits>

namespace stowage::test {
namespace {

QByteArray fetch(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!socket.waitForConnected(5'000)) {
        return {};
    }
    socket.write("GET /metrics HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n");
    while (socket.waitForReadyRead(10'000)) {
        // until it closes: that is HTTP/1.0's end of a body
    }
    const QByteArray answer = socket.readAll();
    const qsizetype body = answer.indexOf("\r\n\r\n");
    return answer.startsWith("HTTP/1.0 200") && body > 0 ? answer.mid(body + 4) : QByteArray();
}

} // namespace

ExporterPage::ExporterPage(const QByteArray& page)
{
    ExpositionReader reader({page.constData(), static_cast<size_t>(page.size())}, ExpositionForm::Prometheus);
    for (auto event = reader.next(); event != ExpositionReader::Event::End; event = reader.next()) {
        if (event == ExpositionReader::Event::Fault) {
            return;
        }
        if (event == ExpositionReader::Event::Sample) {
            const std::string_view series = reader.sample().series;
            m_values[QByteArray(series.data(), static_cast<qsizetype>(series.size()))] =
                reader.sample().value;
        }
    }
    m_isRight = !m_values.empty();
}

double ExporterPage::value(const QByteArray& series) const
{
    const auto found = m_values.find(series);
    return found == m_values.end() ? std::numeric_limits<double>::quiet_NaN() : found->second;
}

double ExporterPage::sum(const QByteArray& name, const QByteArrayList& parts) const
{
    double sum = 0;
    for (const QByteArray& one : series(name)) {
        const bool isWanted = std::all_of(parts.begin(), parts.end(),
                                          [&one](const QByteArray& part) { return one.contains(part); });
        sum += isWanted ? value(one) : 0;
    }
    return sum;
}

QByteArrayList ExporterPage::series(const QByteArray& name) const
{
    QByteArrayList found;
    for (auto at = m_values.lower_bound(name); at != m_values.end() && at->first.startsWith(name); ++at) {
        if (at->first.size() == name.size() || at->first[name.size()] == '{') {
            found << at->first;
        }
    }
    return found;
}

QString ExporterPage::word(const QByteArray& name, const QByteArray& label) const
{
    const QByteArray text = series(name).value(0);
    const qsizetype begin = std::max(text.indexOf("{" + label + "=\""), text.indexOf("," + label + "=\""));
    if (begin < 0) {
        return {};
    }
    const qsizetype from = begin + label.size() + 3;
    return QString::fromUtf8(text.mid(from, text.indexOf('"', from) - from));
}

ScrapeRelay::ScrapeRelay(quint16 exporter)
    : m_exporter(exporter), m_server([this](const MicroRequest&) { return answer(); })
{
}

MicroAnswer ScrapeRelay::answer()
{
    const QByteArray page = fetch(m_exporter);
    m_pages.emplace_back(page);
    return MicroResponse{
        page.isEmpty() ? 502 : 200, {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}}, page, -1};
}

int ScrapeRelay::pageOf(double nodeTime) const
{
    for (size_t i = m_pages.size(); i > 0; --i) {
        if (m_pages[i - 1].value("node_time_seconds") == nodeTime) {
            return static_cast<int>(i - 1);
        }
    }
    return -1;
}

} // namespace stowage::test
