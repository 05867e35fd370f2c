// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/RuleWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace stowage {
namespace {

// The titles and summaries of resources/rules. {name} is a fact and stays as it is; of {name|one|many} the
// two forms are translated, which may be alike; what is in brackets may be left out, and stays in brackets.
constexpr std::array Texts{
    QT_TRANSLATE_NOOP("AlertRules",
                      "node {subject} is gone[: {layers.single|one layer has|# layers have} one copy left]"),
    QT_TRANSLATE_NOOP("AlertRules",
                      "node {subject} is gone[, {reason}][; {layers.single|one layer has|# layers have} one "
                      "copy left][, {layers.none|one has|# have} none][ ({images|one image|# images})]"),
    QT_TRANSLATE_NOOP("AlertRules", "node {subject} is up and serves nothing[: {layers.single|one layer "
                                    "has|# layers have} one copy left]"),
    QT_TRANSLATE_NOOP("AlertRules", "node {subject} is up and serves no content[, {reason}][; "
                                    "{layers.single|one layer has|# layers have} one copy left]"),
    QT_TRANSLATE_NOOP("AlertRules", "key image {image} has layers with one copy left"),
    QT_TRANSLATE_NOOP(
        "AlertRules",
        "key image {image}: {layers.single|one layer has|# layers have} one copy left[ ({bytes.single})], on "
        "{holders}[; of {layers.unsure|one|#} not all nodes have answered]"),
    QT_TRANSLATE_NOOP("AlertRules", "key image {image} has layers that no node holds"),
    QT_TRANSLATE_NOOP("AlertRules", "key image {image}: {layers.none|one layer lies|# layers lie} on no "
                                    "node[; of {layers.unsure|one|#} not all nodes have answered]"),
    QT_TRANSLATE_NOOP("AlertRules", "key image {image} is missing where it must be"),
    QT_TRANSLATE_NOOP("AlertRules", "key image {image} is not whole on {nodes.lacking|one node|# nodes} that "
                                    "must have it (\"{rule}\"): {nodes.names}"),
    QT_TRANSLATE_NOOP("AlertRules",
                      "{images.broken|one image lies|# images lie} less widely than policy {subject} asks"),
    QT_TRANSLATE_NOOP(
        "AlertRules",
        "{images.broken|one image has|# images have} fewer than {copies|one copy|# copies} in {zones|one "
        "zone|# zones}: {images.names}[ ({layers.below|one layer|# layers}, {bytes.below})]"),
    QT_TRANSLATE_NOOP("AlertRules", "{subject} is down"),
    QT_TRANSLATE_NOOP("AlertRules", "{subject} says that it is down[: {reason}]"),
    QT_TRANSLATE_NOOP("AlertRules", "{subject} answers {errors.percent} of requests with errors"),
    QT_TRANSLATE_NOOP(
        "AlertRules",
        "{subject} answers {errors.percent} of {requests.perSecond} with errors[, usually {errors.usual}]"),
    QT_TRANSLATE_NOOP("AlertRules", "{subject} answers with more errors than usual"),
    QT_TRANSLATE_NOOP(
        "AlertRules",
        "{subject}: {errors.percent} errors, usually {errors.usual} at this hour, for {errors.drift}"),
    QT_TRANSLATE_NOOP("AlertRules",
                      "{subject} is slow: p95 {latency.p95.seconds}, {latency.p95.factor} its baseline"),
    QT_TRANSLATE_NOOP("AlertRules", "p95 {latency.p95.seconds}, {latency.p95.factor} its baseline "
                                    "{latency.p95.usual}[, for {latency.p95.drift}]"),
    QT_TRANSLATE_NOOP("AlertRules", "the cache of {subject} hits less than usual"),
    QT_TRANSLATE_NOOP("AlertRules",
                      "the cache of {subject} hits {hits.percent}, usually {hits.usual}, for {hits.drift}"),
    QT_TRANSLATE_NOOP("AlertRules", "{subject} is out of CPU"),
    QT_TRANSLATE_NOOP("AlertRules", "{subject} is out of CPU: {process.cpu.cores} of {cpu.limit} "
                                    "({cpu.percent})[, p95 {latency.p95.seconds}]"),
    QT_TRANSLATE_NOOP("AlertRules", "{subject} is near the load that it bears"),
    QT_TRANSLATE_NOOP("AlertRules", "{subject} has {requests.perSecond} requests, {load.percent} of "
                                    "{load.knee} from which on it was seen to slow down"),
    QT_TRANSLATE_NOOP("AlertRules", "{subject} runs out of open files"),
    QT_TRANSLATE_NOOP(
        "AlertRules",
        "{subject} has {process.files} of {process.files.limit} files open ({process.files.percent})"),
    QT_TRANSLATE_NOOP("AlertRules", "peers of {subject} find little of what is asked for"),
    QT_TRANSLATE_NOOP("AlertRules",
                      "peers of {subject} find {hits.percent} of what is asked for (five minutes, "
                      "{hits.requests} requests)[; {hits.hour.percent} over the hour]"),
    QT_TRANSLATE_NOOP("AlertRules", "the peer on {subject} is beyond its limits"),
    QT_TRANSLATE_NOOP("AlertRules", "the peer on {subject}: {limits.text}"),
    QT_TRANSLATE_NOOP("AlertRules", "{subject} does not answer"),
    QT_TRANSLATE_NOOP("AlertRules", "{subject} has not answered for {age}[: {error}]"),
    QT_TRANSLATE_NOOP("AlertRules", "{subject} has never answered"),
    QT_TRANSLATE_NOOP("AlertRules", "{subject} has not answered since the start[: {error}]"),
    QT_TRANSLATE_NOOP("AlertRules", "{failures.percent} of the requests to {subject} fail"),
    QT_TRANSLATE_NOOP(
        "AlertRules",
        "{failures.percent} of the requests to {subject} fail ({requests.perSecond})[: {error}]"),
    QT_TRANSLATE_NOOP("AlertRules", "{subject} cannot be read"),
    QT_TRANSLATE_NOOP("AlertRules", "{subject} answers, but its images cannot be read[: {error}]"),
    QT_TRANSLATE_NOOP("AlertRules", "{subject} was not read in full"),
    QT_TRANSLATE_NOOP("AlertRules",
                      "{unread|one part|# parts} of {subject} could not be read[: {unread.first}]"),
    QT_TRANSLATE_NOOP("AlertRules", "the sweep of {subject} lags behind"),
    QT_TRANSLATE_NOOP("AlertRules", "who holds what of {subject} is {sweep.lag} older than it should be"),
    QT_TRANSLATE_NOOP("AlertRules", "the certificate of {server} ends in {left}"),
    QT_TRANSLATE_NOOP("AlertRules", "the certificate of {server} (by {issuer}) ends in {left}"),
    QT_TRANSLATE_NOOP("AlertRules", "the certificate of {server} has ended"),
    QT_TRANSLATE_NOOP(
        "AlertRules",
        "the certificate of {server} (by {issuer}) has ended: it is refused by whoever looks at it"),
    QT_TRANSLATE_NOOP("AlertRules", "IPv6 is dark on {server}, IPv4 is unaffected"),
    QT_TRANSLATE_NOOP("AlertRules",
                      "{server} has an AAAA record ({v6.addresses}) that leads nowhere: IPv6 is "
                      "dark, IPv4 is unaffected"),
    QT_TRANSLATE_NOOP("AlertRules", "another machine answers for {subject}"),
    QT_TRANSLATE_NOOP("AlertRules", "{text}"),
    QT_TRANSLATE_NOOP("AlertRules", "{what} on {subject} fills in {left}"),
    QT_TRANSLATE_NOOP("AlertRules", "{what} on {subject} fills in {left} ({left.least} to {left.most})"),
    QT_TRANSLATE_NOOP("AlertRules", "much of what {subject} tells cannot be true"),
    QT_TRANSLATE_NOOP(
        "AlertRules",
        "{quarantined.recent} samples of {subject} within ten minutes cannot be true[: {quarantined.worst}]"),
    QT_TRANSLATE_NOOP("AlertRules", "Stowage stalls"),
    QT_TRANSLATE_NOOP(
        "AlertRules",
        "Stowage stalled {stalls|once|# times} within five minutes, for {stalls.longest} at most"),
    QT_TRANSLATE_NOOP("AlertRules", "Stowage uses much memory"),
    QT_TRANSLATE_NOOP("AlertRules", "Stowage uses {memory.bytes} of memory"),
    QT_TRANSLATE_NOOP("AlertRules", "the disk that Stowage writes to is nearly full"),
    QT_TRANSLATE_NOOP("AlertRules",
                      "where Stowage keeps its data {disk.free} are free ({disk.free.percent})"),
    QT_TRANSLATE_NOOP("AlertRules", "Stowage does not keep up"),
    QT_TRANSLATE_NOOP(
        "AlertRules",
        "{queue.waiting} wait in the queue \"{queue.name}\" ({queue.percent} of what it may hold)"),
    QT_TRANSLATE_NOOP("AlertRules", "Stowage cannot write its database \"{database}\""),
    QT_TRANSLATE_NOOP("AlertRules",
                      "the database \"{database}\" cannot be written[: {trouble}][; {waiting|one entry "
                      "waits|# entries wait}][, {dropped|one was lost|# were lost}]"),
    QT_TRANSLATE_NOOP("AlertRules", "the disk that Stowage writes to is slow"),
    QT_TRANSLATE_NOOP("AlertRules",
                      "it took up to {write.slowest} until what the database \"{database}\" keeps was "
                      "safe on disk"),
    QT_TRANSLATE_NOOP("AlertRules", "Stowage's database \"{database}\" has grown large"),
    QT_TRANSLATE_NOOP("AlertRules", "the database \"{database}\" takes {bytes} on disk"),
};

} // namespace

QString translatedRuleText(const QString& text)
{
    return QCoreApplication::translate("AlertRules", text.toUtf8().constData());
}

bool isRuleTextKnown(const QString& text)
{
    return std::any_of(Texts.begin(), Texts.end(),
                       [&text](const char* each) { return text == QLatin1String(each); });
}

} // namespace stowage
