// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/facts/CertificateFacts.h"
#include "models/alerts/rules/facts/DatabaseFacts.h"
#include "models/alerts/rules/facts/ForecastFacts.h"
#include "models/alerts/rules/facts/IdentityFacts.h"
#include "models/alerts/rules/facts/KeyImageFacts.h"
#include "models/alerts/rules/facts/MachineFacts.h"
#include "models/alerts/rules/facts/MeshFacts.h"
#include "models/alerts/rules/facts/NameFacts.h"
#include "models/alerts/rules/facts/NodeFacts.h"
#include "models/alerts/rules/facts/PeerFacts.h"
#include "models/alerts/rules/facts/PolicyFacts.h"
#include "models/alerts/rules/facts/ProgramFacts.h"
#include "models/alerts/rules/facts/ServiceFacts.h"
#include "models/alerts/rules/facts/SourceFacts.h"

namespace stowage {

std::vector<std::unique_ptr<FactKind>> makeFactKinds()
{
    std::vector<std::unique_ptr<FactKind>> kinds;
    kinds.push_back(std::make_unique<NodeFacts>());
    kinds.push_back(std::make_unique<KeyImageFacts>());
    kinds.push_back(std::make_unique<PolicyFacts>());
    kinds.push_back(std::make_unique<MachineFacts>());
    kinds.push_back(std::make_unique<ServiceFacts>());
    kinds.push_back(std::make_unique<MeshFacts>());
    kinds.push_back(std::make_unique<PeerFacts>());
    kinds.push_back(std::make_unique<SourceFacts>());
    kinds.push_back(std::make_unique<ForecastFacts>());
    kinds.push_back(std::make_unique<CertificateFacts>());
    kinds.push_back(std::make_unique<NameFacts>());
    kinds.push_back(std::make_unique<IdentityFacts>());
    kinds.push_back(std::make_unique<ProgramFacts>());
    kinds.push_back(std::make_unique<DatabaseFacts>());
    return kinds;
}

std::vector<FactSchema> factSchemas()
{
    std::vector<FactSchema> schemas;
    for (const auto& kind : makeFactKinds()) {
        schemas.push_back(kind->schema());
    }
    return schemas;
}

} // namespace stowage
