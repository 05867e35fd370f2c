// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/IncidentEngine.h"
#include "models/core/Error.h"

namespace stowage {

/// An engine as bytes and back, for AlertCheckpoint: a version, then all that it needs to go on. What is read
/// may be anything: it is checked, and bounded before memory is taken for it.
class IncidentCodec
{
public:
    static QByteArray written(const IncidentEngine& engine);

    /// Errors: NewerSchema, Malformed. The rules are not kept: those of today hold.
    static Result<IncidentEngine> read(const QByteArray& bytes, const IncidentRules& rules);

private:
    class Writer;
    class Reader;
};

} // namespace stowage
