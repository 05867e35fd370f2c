// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/PlanJson.h"

namespace stowage {
namespace {

Json jsonDigests(const std::vector<Digest>& digests)
{
    Json array = Json::array();
    for (const Digest& digest : digests) {
        array.push_back(digest.toByteArray().toStdString());
    }
    return array;
}

Json jsonSupply(const PrewarmSupply& supply)
{
    Json json{{"kind", supply.isUpstream() ? "upstream" : "peer"},
              {supply.isUpstream() ? "source" : "node",
               jsonText(supply.isUpstream() ? supply.upstream : supply.peer)},
              {"bytes", supply.bytes}};
    return json;
}

Json jsonStep(const PrewarmStep& step)
{
    Json from = Json::array();
    for (const PrewarmSupply& supply : step.supplies) {
        from.push_back(jsonSupply(supply));
    }
    return {{"node", jsonText(step.node)},
            {"zone", jsonText(step.zone)},
            {"image", jsonText(step.reference())},
            {"source", jsonText(step.image.source)},
            {"platform", jsonText(step.platform)},
            {"layers", jsonDigests(step.layers)},
            {"others", jsonDigests(step.others)},
            {"bytes", step.bytes},
            {"wave", step.wave},
            {"from", std::move(from)},
            {"reason", jsonText(step.reason)}};
}

Json jsonEffect(const PrewarmEffect& effect)
{
    return {{"kind", jsonText(effect.kind)},
            {"subject", jsonText(effect.subject)},
            {"bytes", effect.bytes},
            {"text", jsonText(effect.text)}};
}

Json jsonRefusal(const PrewarmRefusal& refusal)
{
    return {{"kind", jsonText(prewarmObstacleName(refusal.obstacle))},
            {"image", jsonText(refusal.reference())},
            {"source", jsonText(refusal.image.source)},
            {"platform", jsonText(refusal.platform)},
            {"layers", jsonDigests(refusal.pieces)},
            {"copies", refusal.copies},
            {"zones", refusal.zones},
            {"reason", jsonText(refusal.reason)}};
}

template <class List, class Print>
Json jsonList(const List& list, Print print)
{
    Json array = Json::array();
    for (const auto& entry : list) {
        array.push_back(print(entry));
    }
    return array;
}

Json jsonRate(qint64 bytesPerSecond, bool isMeasured)
{
    return {{"bytesPerSecond", bytesPerSecond}, {"measured", isMeasured}};
}

Json jsonTotals(const PrewarmPlan& plan)
{
    Json waves = Json::array();
    for (const Millis time : plan.waveTimes) {
        waves.push_back(time.count());
    }
    return {{"steps", plan.steps.size()},
            {"bytes", plan.bytes()},
            {"peerBytes", plan.peerBytes()},
            {"upstreamBytes", plan.upstreamBytes()},
            {"estimatedMs", plan.time().count()},
            {"waveEstimatedMs", std::move(waves)},
            {"peerRate", jsonRate(plan.peerBytesPerSecond, plan.isPeerRateMeasured)},
            {"upstreamRate", jsonRate(plan.upstreamBytesPerSecond, plan.isUpstreamRateMeasured)}};
}

} // namespace

Json planDocument(const PrewarmPlan& plan, const QString& context)
{
    Json document = jsonDocument("plan", plan.made, context);
    document["kind"] = "prewarm";
    document["hash"] = jsonText(plan.hash);
    document["expires"] = jsonText(toRfc3339(plan.expires));
    document["goal"] =
        plan.goal ? Json{{"copies", plan.goal->copies}, {"zones", plan.goal->zones}} : Json(nullptr);
    document["steps"] = jsonList(plan.steps, jsonStep);
    document["effects"] = jsonList(plan.effects, jsonEffect);
    document["refused"] = jsonList(plan.refused, jsonRefusal);
    document["totals"] = jsonTotals(plan);
    return document;
}

} // namespace stowage
