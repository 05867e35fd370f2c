// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// Profiles to read. They stand in a file of their own because moc 6.4 stumbles over raw strings.
namespace stowage::test::texts {

/// The profile of the documentation of the command line, word for word.
extern const char* const Documented;
/// Only what must be there, and a placement of zones alone.
extern const char* const Smallest;
/// Goals and key images, and a peer told by its node's alias.
extern const char* const WithPolicies;
extern const char* const WithAlerts;
extern const char* const WithNotify;
extern const char* const WithThresholds;
/// With labels, a window and a query of its own.
extern const char* const WithPrometheus;
/// A source with everything that says how it is reached.
extern const char* const WithAccess;
/// Nine things wrong, one of them in each of nine places.
extern const char* const ManyProblems;

/// What is told of ManyProblems, read as "p.json".
QStringList problemsOfMany();

} // namespace stowage::test::texts
