// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/SpegelStatus.h"

#include "connectors/spegel/ErrorText.h"
#include "models/core/Listed.h"

#include <QCoreApplication>
#include <QHash>

#include <cmath>

namespace stowage {
namespace {

constexpr qsizetype NamesShown = 5;
constexpr std::chrono::hours IdentityWarningLasts{1};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SpegelStatus)
};

/// "n1, n2, n3" or, when there are many, the first few and the number of the others.
QString shortly(const QStringList& names)
{
    const QString shown = listed(names.mid(0, NamesShown));
    const auto others = static_cast<int>(names.size() - NamesShown);
    return others <= 0 ? shown : shown + Words::tr(" and %n more", nullptr, others);
}

template <class Predicate>
QStringList namesWhere(const std::vector<PeerReport>& peers, Predicate wanted)
{
    QStringList names;
    for (const PeerReport& peer : peers) {
        if (wanted(peer)) {
            names << peer.name;
        }
    }
    return names;
}

QStringList namesWith(const std::vector<PeerReport>& peers, Evidence evidence)
{
    return namesWhere(peers, [evidence](const PeerReport& peer) {
        return peer.state == NodeState::Live && peer.lastRound.count(evidence) > 0;
    });
}

bool isAnswering(const PeerReport& peer)
{
    return peer.state == NodeState::Live || peer.state == NodeState::Unable;
}

/// Where all have the same trouble, it is the source's.
Error allGone(const SpegelFacts& facts, const std::vector<PeerReport>& peers)
{
    const PeerReport& first = peers.front();
    const bool isOneCause = std::all_of(peers.begin(), peers.end(), [&](const PeerReport& peer) {
        return peer.trouble && first.trouble && peer.trouble->kind == first.trouble->kind;
    });
    QString message = Words::tr("none of %n peer(s) answers", nullptr, static_cast<int>(peers.size()));
    if (first.trouble) {
        message += QStringLiteral("; %1: %2").arg(first.name, first.trouble->message);
    }
    return {isOneCause ? first.trouble->kind : ErrorKind::Connect,
            message,
            facts.id,
            isOneCause && !first.trouble->todo.isEmpty()
                ? first.trouble->todo
                : Words::tr("Check the addresses in the profile, and that Spegel's "
                            "registry port can be reached from here."),
            {}};
}

std::optional<Error> errorOf(const SpegelFacts& facts, const std::vector<PeerReport>& peers)
{
    if (facts.isOwnNetwork) {
        const QStringList missing = namesWhere(peers, [](const PeerReport& peer) { return peer.isSuspect; });
        return Error{ErrorKind::Connect,
                     Words::tr("%1 of %2 peers vanished at once; the likelier cause is "
                               "the network of the machine that runs Stowage")
                         .arg(missing.size())
                         .arg(peers.size()),
                     facts.id,
                     Words::tr("Check this machine's own connection; until then these "
                               "nodes are unseen, not gone."),
                     {}};
    }
    const bool isAllGone =
        !peers.empty() && std::all_of(peers.begin(), peers.end(),
                                      [](const PeerReport& peer) { return peer.state == NodeState::Gone; });
    if (isAllGone) {
        return allGone(facts, peers);
    }
    const QStringList refusing = namesWith(peers, Evidence::Unauthorized);
    if (!refusing.isEmpty()) {
        return Error{ErrorKind::Unauthorized,
                     Words::tr("content is refused without valid credentials by %1").arg(shortly(refusing)),
                     facts.id,
                     Words::tr("Give this source the user and password of Spegel's "
                               "basic authentication."),
                     {}};
    }
    return std::nullopt;
}

void warnOfIdentities(QStringList& warnings, const SpegelFacts& facts, const std::vector<PeerReport>& peers)
{
    for (const PeerReport& peer : peers) {
        if (peer.identityChangedAt && facts.now - *peer.identityChangedAt < IdentityWarningLasts) {
            warnings << Words::tr("node %1 restarted: identity changed").arg(peer.name);
        }
    }
    const auto isUntold = [](const PeerReport& peer) {
        return isAnswering(peer) && peer.identityTrouble.has_value();
    };
    const auto untold = std::find_if(peers.begin(), peers.end(), isUntold);
    if (untold != peers.end()) {
        //: %1 are names of nodes, %2 says what is wrong at the first and what to do
        warnings << Words::tr("the metrics port does not tell who it is: %1 (%2)")
                        .arg(shortly(namesWhere(peers, isUntold)), withoutWhere(*untold->identityTrouble));
    }
}

void warnOfAnswers(QStringList& warnings, const std::vector<PeerReport>& peers)
{
    const auto warn = [&](Evidence evidence, const char* text) {
        const QStringList names = namesWith(peers, evidence);
        if (!names.isEmpty()) {
            warnings << Words::tr(text).arg(shortly(names));
        }
    };
    warn(Evidence::BareMiss,
         QT_TRANSLATE_NOOP("SpegelStatus",
                           "404 without content, which says nothing: a namespace is not mirrored, or "
                           "a name filtered, on %1. Compare the profile's namespaces with the peers' "
                           "mirrored registries and filters."));
    warn(Evidence::ForwardedHit,
         QT_TRANSLATE_NOOP("SpegelStatus",
                           "answers without OCI-Namespace, which are not the node's own, from %1. Check "
                           "that the address is the node's own registry port, with nothing in between."));
    warn(Evidence::SaysYesToAll,
         QT_TRANSLATE_NOOP("SpegelStatus",
                           "claims to hold a digest that cannot exist, so that nothing is believed that is "
                           "said of content by %1. Look at what answers at that address."));
    warn(Evidence::RateLimited,
         QT_TRANSLATE_NOOP("SpegelStatus", "asked to be asked less (HTTP 429) by %1. Lower this source's "
                                           "budget in the profile."));
    warn(Evidence::ServerFault,
         QT_TRANSLATE_NOOP("SpegelStatus", "server errors from %1. Look at the peer's log."));
    warn(Evidence::Unintelligible,
         QT_TRANSLATE_NOOP("SpegelStatus", "answers outside the protocol from %1. Check that the address "
                                           "is a Spegel peer's registry port."));
}

/// A finding with names: which content, and on which nodes.
void warnOfLengths(QStringList& warnings, const std::vector<PeerReport>& peers)
{
    const QStringList names = namesWith(peers, Evidence::SizeMismatch);
    if (names.isEmpty()) {
        return;
    }
    const auto example = std::find_if(peers.begin(), peers.end(),
                                      [](const PeerReport& peer) { return peer.wrongLength.has_value(); });
    QString where = listed(names);
    if (example != peers.end()) {
        const WrongLength& wrong = *example->wrongLength;
        //: %1 are names of nodes, %2 is a digest, %3 and %4 are numbers of bytes
        where = Words::tr("%1 (%2 has %3 bytes there instead of %4)")
                    .arg(where, QStringLiteral("sha256:") + wrong.digest.shortHex(12))
                    .arg(wrong.told)
                    .arg(wrong.wanted);
    }
    warnings << Words::tr("content with another size than its manifest says on %1. Look at that node's "
                          "containerd and its disk.")
                    .arg(where);
}

/// What the profile says that cannot be.
void warnOfProfile(QStringList& warnings, const SpegelFacts& facts, const std::vector<PeerReport>& peers)
{
    if (!facts.listedAgain.isEmpty()) {
        warnings << Words::tr("listed more than once in the profile, of which the first counts: %1")
                        .arg(listed(facts.listedAgain));
    }
    QStringList twins;
    for (const PeerReport& peer : peers) {
        if (!peer.twinOf.isEmpty()) {
            //: two names of nodes
            twins << Words::tr("%1 as %2").arg(peer.name, peer.twinOf);
        }
    }
    if (!twins.isEmpty()) {
        warnings << Words::tr("not asked, for its address is another node's: %1. Correct the addresses in "
                              "the profile.")
                        .arg(listed(twins));
    }
}

/// One peer behind several addresses, as a load balancer makes it.
void warnOfOneIdentity(QStringList& warnings, const std::vector<PeerReport>& peers)
{
    QHash<QString, QStringList> byIdentity;
    for (const PeerReport& peer : peers) {
        if (isAnswering(peer) && !peer.identity.isEmpty()) {
            byIdentity[peer.identity] << peer.name;
        }
    }
    for (const PeerReport& peer : peers) {
        const QStringList names = byIdentity.take(peer.identity);
        if (names.size() > 1) {
            warnings << Words::tr(
                            "answer as one and the same peer, so that its copies count more than once: "
                            "%1. Check that each address leads to its own node, past any load balancer.")
                            .arg(listed(names));
        }
    }
}

void warnOfMetrics(QStringList& warnings, const std::vector<PeerReport>& peers)
{
    PeerMetricsWarnings metrics;
    for (const PeerReport& peer : peers) {
        if (isAnswering(peer)) {
            metrics.add(peer.name, peer.metrics);
        }
    }
    warnings << metrics.texts();
}

QString progressOf(const std::vector<PeerReport>& peers)
{
    const auto settled =
        std::count_if(peers.begin(), peers.end(), [](const PeerReport& peer) { return peer.isSettled; });
    if (settled == static_cast<std::ptrdiff_t>(peers.size())) {
        return {};
    }
    return Words::tr("%1 of %2 nodes swept").arg(settled).arg(peers.size());
}

/// Progress stays empty when there is none: others take that for idle.
QString withSweep(const QString& progress, const SweepReport& sweep)
{
    if (sweep.isPaused) {
        return progress.isEmpty() ? Words::tr("the sweep is paused")
                                  : Words::tr("%1, the sweep is paused").arg(progress);
    }
    if (progress.isEmpty() || sweep.cellsTotal == 0) {
        return progress;
    }
    return Words::tr("%1, %2 of %3 cells, %4 requests a second")
        .arg(progress)
        .arg(sweep.cellsDone)
        .arg(sweep.cellsTotal)
        .arg(std::llround(sweep.ratePerSecond));
}

/// One peer's address; of several none stands for the source.
QString urlOf(const std::vector<PeerReport>& peers)
{
    return peers.size() == 1 ? peers.front().address : QString();
}

void addSums(SourceStatus& status, const std::vector<PeerReport>& peers)
{
    for (const PeerReport& peer : peers) {
        if (peer.answeredAt > status.lastAnswer) {
            status.lastAnswer = peer.answeredAt;
            status.phases = peer.phases;
        }
        status.requestsSent += peer.requestsSent;
        status.requestsFailed += peer.requestsFailed;
    }
}

} // namespace

SourceStatus spegelStatus(const SpegelFacts& facts, const std::vector<PeerReport>& peers)
{
    SourceStatus status;
    status.id = facts.id;
    status.kind = QStringLiteral("spegel");
    status.url = urlOf(peers);
    status.capabilities = {QStringLiteral("placement")};
    if (facts.hasMetrics) {
        status.capabilities << QStringLiteral("metrics");
    }
    addSums(status, peers);
    status.state = status.lastAnswer == Timestamp{}                       ? Freshness::Unseen
                   : std::any_of(peers.begin(), peers.end(), isAnswering) ? Freshness::Live
                                                                          : Freshness::Offline;
    // A cell is as old as a round: two of them may pass before it counts as stale.
    status.limits.staleAfter = std::max(status.limits.staleAfter, 2 * facts.sweepInterval);
    status.limits.offlineAfter = std::max(status.limits.offlineAfter, 2 * status.limits.staleAfter);
    status.error = errorOf(facts, peers);
    warnOfIdentities(status.warnings, facts, peers);
    if (!facts.namespacesNotAsked.isEmpty()) {
        status.warnings << Words::tr("not asked for, because the profile does not name it "
                                     "among the mirrored namespaces: %1")
                               .arg(shortly(facts.namespacesNotAsked));
    }
    warnOfProfile(status.warnings, facts, peers);
    warnOfOneIdentity(status.warnings, peers);
    warnOfAnswers(status.warnings, peers);
    warnOfLengths(status.warnings, peers);
    warnOfMetrics(status.warnings, peers);
    status.progress = progressOf(peers);
    status.settled = status.progress.isEmpty();
    if (facts.sweep.requests > 0 || facts.sweep.isPaused) {
        status.sweep = facts.sweep;
    }
    if (status.sweep) {
        status.progress = withSweep(status.progress, *status.sweep);
    }
    status.answeredInventory = status.settled ? facts.inventoryRevision : 0;
    return status;
}

} // namespace stowage
