// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/SampleReason.h"

#include <QCoreApplication>

namespace stowage {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SampleReason)
};

} // namespace

QString sampleReasonName(SampleReason reason)
{
    switch (reason) {
    case SampleReason::None:
        return QStringLiteral("none");
    case SampleReason::NotANumber:
        return QStringLiteral("notANumber");
    case SampleReason::Negative:
        return QStringLiteral("negative");
    case SampleReason::AboveWhole:
        return QStringLiteral("aboveWhole");
    case SampleReason::AboveDevice:
        return QStringLiteral("aboveDevice");
    case SampleReason::FromTheFuture:
        return QStringLiteral("fromTheFuture");
    case SampleReason::Ancient:
        return QStringLiteral("ancient");
    case SampleReason::Repeated:
        return QStringLiteral("repeated");
    case SampleReason::OutOfOrder:
        return QStringLiteral("outOfOrder");
    case SampleReason::FirstAfterGap:
        return QStringLiteral("firstAfterGap");
    case SampleReason::CounterReset:
        return QStringLiteral("counterReset");
    case SampleReason::UnitSlip:
        return QStringLiteral("unitSlip");
    case SampleReason::WentBack:
        return QStringLiteral("wentBack");
    case SampleReason::Contradicted:
        return QStringLiteral("contradicted");
    }
    return {};
}

QString sampleReasonText(SampleReason reason)
{
    switch (reason) {
    case SampleReason::None:
        return {};
    case SampleReason::NotANumber:
        return Words::tr("not a number");
    case SampleReason::Negative:
        return Words::tr("below zero");
    case SampleReason::AboveWhole:
        return Words::tr("more than the whole");
    case SampleReason::AboveDevice:
        return Words::tr("above what any device of this class can do");
    case SampleReason::FromTheFuture:
        return Words::tr("its time lies in the future");
    case SampleReason::Ancient:
        return Words::tr("its time lies before anything this source can know");
    case SampleReason::Repeated:
        return Words::tr("another value was told for this time");
    case SampleReason::OutOfOrder:
        return Words::tr("older than what was told before");
    case SampleReason::FirstAfterGap:
        return Words::tr("the first after a silence: all that was missed in one step");
    case SampleReason::CounterReset:
        return Words::tr("the counter began anew");
    case SampleReason::UnitSlip:
        return Words::tr("in another unit than before");
    case SampleReason::WentBack:
        return Words::tr("it went back, and it only grows");
    case SampleReason::Contradicted:
        return Words::tr("other facts of this moment exclude it");
    }
    return {};
}

} // namespace stowage
