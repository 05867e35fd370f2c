// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DistributionPath.h"

#include "models/fleet/ReferenceGrammar.h"

#include <algorithm>

namespace stowage {

namespace {

bool isLowerOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isWordCharacter(char c)
{
    return isLowerOrDigit(c) || (c >= 'A' && c <= 'Z') || c == '_';
}

/// What the router takes for a digest; whether it is one is the handler's question.
bool looksLikeDigest(QByteArrayView text)
{
    const qsizetype colon = text.indexOf(':');
    const auto isPart = [](QByteArrayView part) {
        return !part.isEmpty() && std::ranges::all_of(part, [](char c) {
            return isWordCharacter(c) || c == '-' || c == '+' || c == '.' || c == '=';
        });
    };
    return colon > 0 && isPart(text.first(colon)) && isPart(text.sliced(colon + 1));
}

bool isReferenceOf(DistributionPath::Route route, QByteArrayView reference)
{
    switch (route) {
    case DistributionPath::Route::Manifests:
        return isTag(reference) || looksLikeDigest(reference);
    case DistributionPath::Route::Blobs:
        return looksLikeDigest(reference);
    case DistributionPath::Route::Tags:
        return reference == "list";
    }
    return false;
}

std::optional<DistributionPath::Route> routeNamed(QByteArrayView word)
{
    if (word == "manifests") {
        return DistributionPath::Route::Manifests;
    }
    if (word == "blobs") {
        return DistributionPath::Route::Blobs;
    }
    if (word == "tags") {
        return DistributionPath::Route::Tags;
    }
    return {};
}

} // namespace

std::optional<DistributionPath> DistributionPath::parse(QByteArrayView path)
{
    constexpr QByteArrayView prefix("/v2/");
    if (!path.startsWith(prefix)) {
        return {};
    }
    path = path.sliced(prefix.size());
    // From the end: a name may itself contain "manifests".
    const qsizetype last = path.lastIndexOf('/');
    const qsizetype middle = last > 0 ? path.first(last).lastIndexOf('/') : -1;
    if (middle <= 0) {
        return {};
    }
    const QByteArrayView name = path.first(middle);
    const auto route = routeNamed(path.sliced(middle + 1, last - middle - 1));
    const QByteArrayView reference = path.sliced(last + 1);
    if (!route || !isReferenceOf(*route, reference) || !isRepositoryName(name)) {
        return {};
    }
    return DistributionPath{name.toByteArray(), *route, reference.toByteArray()};
}

} // namespace stowage
