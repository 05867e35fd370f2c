// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertBookRecord.h"

#include <span>

namespace stowage {

/// What all tellings of an alert come to. Depends on what each source last told and not on who came first.
enum class AlertWord : quint8
{
    Nothing,
    Pending,
    Firing,
    Unjudged,
    Unknown, ///< who told it is silent, and nobody who knows has told since that it is over
    Ended,
};

AlertWord wordOf(const AlertRecord& record, std::span<const AlertBookSource> sources);

/// Takes over what is told: summary, labels and the like of who knows most, the worst severity, the
/// witnesses. What one alone tells is kept once, in the alert, see AlertTelling::isLent.
void takeWords(Alert& alert, AlertRecord& record, std::span<const AlertBookSource> sources);

/// Gives back what was lent, before it is changed; takeWords() comes after that.
void giveBackWords(Alert& alert, AlertRecord& record);

/// The words without their figures: what says "91 %" now and "92 %" then is the same.
size_t wordsHash(const QString& summary);

} // namespace stowage
