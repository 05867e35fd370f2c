// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/doctor/ProbeFindings.h"

#include <QTest>

namespace stowage::test {

ProbeFindings findingsOf(ServerProbe& probe)
{
    ProbeFindings found;
    bool isOnce = true;
    bool isFinished = false;
    QObject context;
    QObject::connect(&probe, &ServerProbe::found, &context, [&](DoctorStep step, const Finding& finding) {
        isOnce = found.insert({step, finding}).second && isOnce;
    });
    QObject::connect(&probe, &ServerProbe::finished, &context, [&] { isFinished = true; });
    probe.start();
    const bool isLater = found.empty();
    if (!QTest::qVerify(isLater, "isLater", "it told before start() had returned", __FILE__, __LINE__) ||
        !QTest::qVerify(QTest::qWaitFor([&] { return isFinished; }, 60'000), "isFinished", "", __FILE__,
                        __LINE__) ||
        !QTest::qVerify(isOnce, "isOnce", "a step was told twice", __FILE__, __LINE__)) {
        return {};
    }
    return found;
}

} // namespace stowage::test
