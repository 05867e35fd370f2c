// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/MetricFamilies.h"

#include "connectors/exposition/Scrape.h"

#include <QTest>

namespace stowage::test {
namespace {

using Event = ExpositionReader::Event;

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::string_view viewOf(const QByteArray& page)
{
    return {page.constData(), static_cast<size_t>(page.size())};
}

void addSample(MetricFamily& family, const ExpositionSample& sample)
{
    QByteArrayList names;
    for (const ExpositionLabel& label : sample.labels) {
        names += bytes(label.name);
        if (label.name == "le") {
            family.bounds.insert(bytes(label.value));
        }
    }
    family.labels.insert(names.join(','));
}

void addFamilies(MetricFamilies& families, const QByteArray& page)
{
    ExpositionReader reader(viewOf(page), ExpositionForm::Prometheus);
    MetricFamily* family = nullptr;
    for (auto event = reader.next(); event != Event::End; event = reader.next()) {
        if (event == Event::Fault || (event == Event::Sample && family == nullptr)) {
            QTest::qFail(qPrintable(reader.fault().error().text()), __FILE__, __LINE__);
            return;
        }
        if (event == Event::Type) {
            family = &families[bytes(reader.comment().name)];
            family->type = bytes(reader.comment().text);
        } else if (event == Event::Sample) {
            addSample(*family, reader.sample());
        }
    }
}

template <class Wanted>
std::map<QByteArray, double> valuesThat(const QByteArray& page, Wanted isWanted)
{
    std::map<QByteArray, double> values;
    Scrape scrape;
    if (scrape.read(viewOf(page), ExpositionForm::Prometheus)) {
        return {};
    }
    for (const ScrapedValue& value : scrape.values()) {
        if (isWanted(scrape.series().type(value.series))) {
            values[bytes(scrape.series().text(value.series))] = value.value;
        }
    }
    return values;
}

} // namespace

MetricFamilies familiesOf(const QByteArrayList& pages)
{
    MetricFamilies families;
    for (const QByteArray& page : pages) {
        addFamilies(families, page);
    }
    return families;
}

std::map<QByteArray, double> valuesOf(const QByteArray& page)
{
    return valuesThat(page, [](MetricType) { return true; });
}

std::map<QByteArray, double> countersOf(const QByteArray& page)
{
    return valuesThat(
        page, [](MetricType type) { return type == MetricType::Counter || type == MetricType::Histogram; });
}

} // namespace stowage::test
