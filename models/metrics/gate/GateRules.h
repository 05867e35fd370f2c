// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/gate/GateRule.h"

/// What the rules of gateRules() judge by, each a question to one sample.
namespace stowage::gate {

// By the stamp.
SampleReason judgeTime(const GateCase& sample);
SampleReason judgeOrder(const GateCase& sample);

// By the number alone, and the host's facts.
SampleReason judgeNumber(const GateCase& sample);
SampleReason judgeSign(const GateCase& sample);
SampleReason judgeBounds(const GateCase& sample);
SampleReason judgeTemperature(const GateCase& sample);
SampleReason judgeCores(const GateCase& sample);
SampleReason judgeLink(const GateCase& sample);
SampleReason judgeDiskRate(const GateCase& sample);
SampleReason judgeWhole(const GateCase& sample);

// By what the series was.
SampleReason judgeWrap(const GateCase& sample);
SampleReason judgeSilence(const GateCase& sample);
SampleReason judgeUnit(const GateCase& sample);
SampleReason judgeAge(const GateCase& sample);

// By what else was told of the moment.
SampleReason judgeShare(const GateCase& sample);
SampleReason judgeBusy(const GateCase& sample);
SampleReason judgeDiskSize(const GateCase& sample);

/// How used, total and percent of a moment stand to each other, compared with the moment before.
enum class ShareStanding : quint8
{
    Unknown, ///< not all are told, or next to nothing is used, of which any percent is true
    Holds,
    Broken,
};

ShareStanding shareStanding(const GateCase& sample);

} // namespace stowage::gate
