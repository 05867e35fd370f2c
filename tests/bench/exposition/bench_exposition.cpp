// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/exposition/Scrape.h"
#include "tests/bench/Bench.h"
#include "tests/bench/exposition/ByteLoop.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>

using namespace stowage;

namespace {

constexpr int Repetitions = 15;
constexpr qsizetype PageBytes = 50'000'000;

const ExpositionLimits Limits{qsizetype{1} << 30, 64 * 1024, 64, 10'000'000};

/// A page as a fleet's registries and peers make it: request histograms by handler, method, code and
/// instance. `scrape` moves every counter on, as time does.
QByteArray page(int scrape)
{
    static const std::array<const char*, 14> Bounds{"0.005", "0.01", "0.025", "0.05", "0.1",  "0.25", "0.5",
                                                    "1",     "2.5",  "5",     "10",   "+Inf", "",     ""};
    static const std::array<const char*, 4> Handlers{"/v2/*", "/readyz", "/livez", "/debug/web/stats"};
    static const std::array<const char*, 4> Codes{"200", "206", "404", "500"};
    QByteArray text;
    text.reserve(PageBytes + 4096);
    text += "# HELP http_request_duration_seconds The latency of the HTTP requests.\n"
            "# TYPE http_request_duration_seconds histogram\n";
    std::mt19937 random(7); // NOLINT(cert-msc32-c,cert-msc51-cpp)
    for (int instance = 0; text.size() < PageBytes; ++instance) {
        const QByteArray node = "10." + QByteArray::number(instance / 250) + '.' +
                                QByteArray::number(instance % 250) + ".17:9090";
        for (const char* handler : Handlers) {
            for (const char* code : Codes) {
                const QByteArray labels = QByteArray("{code=\"") + code + "\",handler=\"" + handler +
                                          "\",method=\"GET\",instance=\"" + node + '"';
                unsigned count = random() % 100'000 + static_cast<unsigned>(scrape);
                for (size_t i = 0; i < 12; ++i) {
                    count += random() % 50;
                    text += "http_request_duration_seconds_bucket" + labels + ",le=\"" + Bounds[i] + "\"} " +
                            QByteArray::number(count) + '\n';
                }
                const double sum = static_cast<double>(count) * 0.0371 + 0.000228617 * scrape;
                text += "http_request_duration_seconds_sum" + labels + "} " +
                        QByteArray::number(sum, 'g', 14) + '\n';
                text +=
                    "http_request_duration_seconds_count" + labels + "} " + QByteArray::number(count) + '\n';
            }
        }
    }
    return text;
}

/// What both parsers must agree in, and what keeps the compiler from leaving the work out.
struct Sum
{
    size_t samples = 0;
    size_t labelBytes = 0;
    double values = 0;

    void add(const ExpositionSample& sample)
    {
        ++samples;
        values += sample.value;
        for (const ExpositionLabel& label : sample.labels) {
            labelBytes += label.name.size() + label.value.size();
        }
    }

    bool operator==(const Sum&) const = default;
};

Sum byReader(std::string_view text)
{
    Sum sum;
    ExpositionReader reader(text, ExpositionForm::Prometheus, Limits);
    for (auto event = reader.next(); event != ExpositionReader::Event::End; event = reader.next()) {
        if (event == ExpositionReader::Event::Fault) {
            std::fprintf(stderr, "%s\n", qPrintable(reader.fault().error().text()));
            std::exit(70);
        }
        if (event == ExpositionReader::Event::Sample) {
            sum.add(reader.sample());
        }
    }
    return sum;
}

Sum byByteLoop(std::string_view text)
{
    Sum sum;
    bench::ByteLoop loop(text);
    while (loop.next()) {
        sum.add(loop.sample());
    }
    if (!loop.isAtEnd()) {
        std::fputs("the byte loop stopped\n", stderr);
        std::exit(70);
    }
    return sum;
}

size_t byMemchr(std::string_view text)
{
    size_t lines = 0;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        const void* found = std::memchr(at, '\n', static_cast<size_t>(end - at));
        at = found == nullptr ? end : static_cast<const char*>(found) + 1;
        ++lines;
    }
    return lines;
}

std::string_view view(const QByteArray& text)
{
    return {text.constData(), static_cast<size_t>(text.size())};
}

bool firstScrape(const QByteArray& text)
{
    if (byReader(view(text)) != byByteLoop(view(text))) {
        std::fputs("the parsers disagree\n", stderr);
        return false;
    }
    const QString workload = QStringLiteral("%1 MB, %2 samples of 5 labels; against a byte loop")
                                 .arg(text.size() / 1'000'000)
                                 .arg(byReader(view(text)).samples);
    return bench::compare(
        {QStringLiteral("exposition.parse"), workload, 1.0 / 2}, Repetitions,
        [&] {
            const Sum sum = byReader(view(text));
            bench::keep(&sum);
        },
        [&] {
            const Sum sum = byByteLoop(view(text));
            bench::keep(&sum);
        });
}

bool repeatedScrape(const QByteArray& text, const QByteArray& later, const char* name, const char* what)
{
    Scrape scrape(Limits);
    int turn = 0;
    const auto read = [&] {
        const auto fault = scrape.read(view(++turn % 2 == 0 ? text : later), ExpositionForm::Prometheus);
        if (fault) {
            std::fprintf(stderr, "%s\n", qPrintable(fault->error().text()));
            std::exit(70);
        }
        bench::keep(scrape.values().data());
    };
    read();
    return bench::compare({QString::fromLatin1(name),
                           QStringLiteral("%1 MB, %2; against memchr a line")
                               .arg(text.size() / 1'000'000)
                               .arg(QString::fromLatin1(what)),
                           1 / 0.25},
                          Repetitions, read, [&] {
                              const size_t lines = byMemchr(view(turn % 2 == 0 ? text : later));
                              bench::keep(&lines);
                          });
}

} // namespace

/// Goal 4. A ratio is time over time: at most a half of the byte loop's, at most four times that of memchr.
int main()
{
    const QByteArray text = page(0);
    const QByteArray later = page(60);
    bool isMet = firstScrape(text);
    isMet = repeatedScrape(text, later, "exposition.repeat", "same series, every value another") && isMet;
    return isMet ? 0 : 1;
}
