// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/DocumentJson.h"

#include "app/json/HostJson.h"

namespace stowage {

Json snapshotDocument(const Fleet& fleet, const Profile& profile, const HostBook* hosts)
{
    Json document = jsonDocument("snapshot", fleet.now(), profile.name);
    document["sources"] = jsonSources(fleet);
    document["nodes"] = jsonNodes(fleet);
    document["images"] = jsonImages(fleet);
    document["layers"] = jsonLayers(fleet);
    if (hosts != nullptr) {
        document["hosts"] = jsonHosts(*hosts);
    }
    return document;
}

} // namespace stowage
