// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the Placement page of a sample fleet into a file, to be looked at:
//   look_placement OUT.png NODES LAYERS THEME WIDTHxHEIGHT [ZOOM] [what-if | changes | findings | flat |
//   select]
#include "tests/support/ManualClock.h"
#include "tests/views/placement/SampleFleet.h"
#include "views/placement/ChangesChip.h"
#include "views/placement/MatrixPanel.h"
#include "views/placement/MatrixView.h"
#include "views/placement/PlacementPage.h"
#include "views/placement/PlacementSide.h"
#include "views/placement/RiskPanel.h"
#include "views/placement/WhatIfControl.h"
#include "views/theme/ThemeStyle.h"

#include <QApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace stowage;
using namespace stowage::test;

namespace {

void change(SampleFleet& sample, const Fleet& fleet, Timestamp now)
{
    for (const Layer& layer : fleet.layers()) {
        for (const Node& node : fleet.nodes()) {
            if (sample.below(40) == 0) {
                sample.tellCell(node.seen.name, layer.descriptor.digest,
                                sample.below(2) == 0 ? Presence::Held : Presence::Absent, now);
            }
        }
    }
}

void act(const QString& what, PlacementPage& page, SampleFleet& sample, Fleet& fleet, ManualClock& clock)
{
    MatrixPanel& matrix = page.matrix();
    if (what == u"what-if") {
        page.whatIf().toggleNode(matrix.model().column(0).node);
        page.whatIf().toggleZone(matrix.model().shape().zones.back().name);
    } else if (what == u"changes") {
        const Timestamp opened = matrix.baselines().moments().front().at;
        clock.advance(Millis{60'000});
        change(sample, fleet, clock.now());
        fleet.flush();
        matrix.changes().setSince(opened);
    } else if (what == u"findings") {
        page.side().risk().showFindings(true);
    } else if (what == u"flat") {
        matrix.nextGrouping();
    } else if (what == u"table") {
        matrix.toggleTwin();
    } else if (what == u"stale") {
        clock.advance(Millis{250'000});
        fleet.judgeAges();
        fleet.flush();
        page.tick();
    } else if (what == u"sweeping") {
        SourceStatus peers = sample.fine(QStringLiteral("peers"), QStringLiteral("spegel"));
        peers.sweep.emplace();
        peers.sweep->last = SweepRound{61'632, 61'632, clock.now() - Millis{6'800}, Millis{2'800}};
        peers.sweep->startedAt = clock.now();
        peers.sweep->cellsDone = 25'200;
        peers.sweep->cellsTotal = 61'632;
        peers.sweep->ratePerSecond = 21'840;
        sample.tellStatus(peers);
        fleet.flush();
    } else if (what == u"select") {
        matrix.view().setCurrentCell(3, 4);
        matrix.view().setCurrentCell(9, 12, true);
    }
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const int nodes = arguments.value(2).toInt();
    const int layers = arguments.value(3).toInt();
    const Theme theme = Theme::builtIn(arguments.value(4));
    applyTheme(application, theme);

    ManualClock clock;
    Fleet fleet(clock);
    SampleFleet sample(fleet);
    if (nodes == 0) {
        SourceStatus status = sample.fine(QStringLiteral("registry-1"), QStringLiteral("registry"));
        status.state = Freshness::Unseen;
        status.lastAnswer = {};
        status.coverage.reset();
        status.settled = arguments.value(7) == u"failed";
        if (status.settled) {
            status.error = Error{ErrorKind::Connect, QStringLiteral("connection refused"), status.id, {}, {}};
        }
        sample.tellStatus(status);
        fleet.flush();
    } else if (nodes == 48) {
        sample.pictured();
    } else {
        sample.large(nodes, layers);
    }
    PlacementTracker tracker(fleet);
    PlacementPolicies policies;
    policies.base = {3, 2};
    const PlacementWatch watch(tracker, policies, clock);
    PlacementPage page({fleet, tracker, watch, nullptr}, clock, theme);
    page.resize(arguments.value(5).section(u'x', 0, 0).toInt(), arguments.value(5).section(u'x', 1).toInt());
    page.setAutoFillBackground(true);
    QElapsedTimer timer;
    timer.start();
    page.show();
    page.setActive(true);
    std::printf("shown in %lld ms\n", static_cast<long long>(timer.elapsed()));
    const auto settle = [&] {
        for (int i = 0; i < 200 && (i < 20 || !watch.isComputed()); ++i) {
            clock.advance(Millis{1});
            QApplication::processEvents(QEventLoop::AllEvents, 20);
        }
    };
    settle();
    if (const qreal size = arguments.value(6).toDouble(); size > 0) {
        MatrixZoom zoom = page.matrix().view().zoom();
        zoom.setSize(size);
        page.matrix().view().setZoom(zoom);
    } else if (arguments.value(6) == u"fit") {
        page.matrix().view().zoomToFit();
    }
    if (nodes > 0) {
        act(arguments.value(7), page, sample, fleet, clock);
    } else {
        clock.advance(Millis{12'000});
        page.tick();
    }
    settle();
    return page.grab().save(arguments.value(1)) ? 0 : 1;
}
