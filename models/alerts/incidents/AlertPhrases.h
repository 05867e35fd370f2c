// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/MemberFacts.h"

namespace stowage {

/// What an alert says, as a sentence about its subject: "host eu-b-17 is short of memory". For the names that
/// we know; for others the alert's own summary, or its name and subject.
QString alertPhrase(const MemberFacts& facts);

/// The same of many subjects: "12 hosts are short of memory".
QString alertPhrase(const MemberFacts& facts, int subjects);

/// How likely an alert of this name is the cause of others beside it, rather than their effect: greater is
/// likelier.
int causeRank(const QString& name);

/// Whether an alert of this name says that its subject has hardly any memory left.
bool isOfMemory(const QString& name);

} // namespace stowage
