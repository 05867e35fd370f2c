// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoCatalogue.h"

#include "app/demo/DemoRandom.h"

namespace stowage {

namespace {

/// Sizes from 60 MiB to 3.1 GiB, 120 layers in all (each platform of a multi-arch image has layers of its
/// own).
const std::vector<DemoImageSpec>& namedImages()
{
    using enum DemoDialect;
    static const std::vector<DemoImageSpec> images{
        {"base/debian", "12.8", "", {60, 659, 226, 64}, 60, false, Docker},
        {"base/cuda", "12.4", "base/debian:12.8", {117, 1180, 2460, 310, 845, 72}, 12, false, Docker},
        {"infra/agent", "latest", "", {1433, 210, 1434}, 96, false, Oci},
        {"infra/ingress", "1.11", "", {88, 143, 61, 205}, 72, true, Oci},
        {"obs/otel", "0.98", "", {172, 96, 240}, 90, true, Oci},
        {"obs/grafana", "11.3", "", {143, 402, 67, 98, 176, 62}, 10, false, Docker},
        {"team/web", "2.0", "base/debian:12.8", {986, 871, 490, 733, 1331}, 8, false, Oci},
        {"team/api", "1.0", "base/debian:12.8", {212, 1126, 352}, 45, false, Oci},
        {"team/api", "1.1", "team/api:1.0", {458}, 40, false, Oci},
        {"team/cart", "4.2", "base/debian:12.8", {2048, 446, 247, 814, 1946, 218}, 32, false, Oci},
        {"team/search", "8.1", "base/debian:12.8", {645, 1120, 83, 390, 77, 201, 96, 1264}, 22, false, Oci},
        {"team/mail", "1.4", "base/debian:12.8", {312, 158, 95, 64, 233, 71, 118}, 18, false, Oci},
        {"team/ledger",
         "5.0",
         "base/debian:12.8",
         {530, 290, 1410, 176, 99, 68, 804, 147, 61},
         12,
         false,
         Oci},
        {"ml/train", "0.9", "base/cuda:12.4", {1229, 368, 2458, 424, 80, 854, 3174}, 18, false, Oci},
        {"ml/serve", "0.9", "base/cuda:12.4", {612, 1874, 133, 96, 357, 70, 1088}, 14, false, Oci},
        {"data/etl", "3.7", "base/debian:12.8", {702, 1309, 391, 120, 266, 88, 75, 150}, 20, false, Oci},
        {"data/kafka", "3.8", "", {348, 915, 102, 71, 187}, 25, false, Docker},
        {"data/spark", "3.5", "", {520, 1680, 244, 633, 118, 90, 1972, 64, 305}, 15, false, Oci},
        {"ci/runner", "2.320", "", {1890, 2750, 430, 612, 88, 251, 1024}, 16, false, Oci},
        {"edge/cache", "7.6", "", {74, 131, 62, 299, 83}, 50, false, Oci},
    };
    return images;
}

DemoImageSpec madeUp(int number, DemoRandom& random)
{
    DemoImageSpec image;
    image.repository = "fill/app-" + QByteArray::number(number).rightJustified(5, '0');
    image.tag = "1." + QByteArray::number(static_cast<int>(random.below(20)));
    image.base = random.percent(60) ? "base/debian:12.8" : "";
    image.spread = 2 + static_cast<int>(random.below(40));
    for (size_t left = 3 + random.below(6); left > 0; --left) {
        image.layers.push_back(60 + static_cast<int>(random.below(random.percent(10) ? 3100 : 700)));
    }
    return image;
}

} // namespace

std::vector<DemoImageSpec> demoCatalogue(int images, quint64 seed)
{
    DemoRandom random(seed);
    std::vector<DemoImageSpec> list;
    for (int i = 0; i < images; ++i) {
        const auto at = static_cast<size_t>(i);
        list.push_back(at < namedImages().size() ? namedImages()[at] : madeUp(i, random));
    }
    return list;
}

const std::vector<DemoFragileLayer>& demoFragileLayers()
{
    constexpr DemoNodeRef dying{1, 16};
    static const std::vector<DemoFragileLayer> layers{
        {"team/web:2.0", 0, {{0, 0}}},
        {"team/web:2.0", 1, {{1, 3}}},
        {"ml/train:0.9", 0, {{0, 9}}},
        {"ml/train:0.9", 1, {{1, 4}}},
        {"ml/train:0.9", 6, {dying}},
        {"data/spark:3.5", 0, {dying, {0, 5}}},
        {"data/spark:3.5", 1, {dying, {0, 11}}},
        {"data/spark:3.5", 2, {dying, {2, 3}}},
        {"data/spark:3.5", 3, {dying, {1, 8}}},
        {"data/spark:3.5", 4, {dying, {2, 9}}},
        {"team/ledger:5.0", 0, {dying, {0, 13}}},
        {"team/ledger:5.0", 1, {dying, {1, 1}}},
        {"team/ledger:5.0", 2, {dying, {2, 6}}},
        {"team/ledger:5.0", 3, {dying, {0, 2}}},
    };
    return layers;
}

} // namespace stowage
