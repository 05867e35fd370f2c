// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/AlertPhrases.h"

#include "models/alerts/incidents/PlainText.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

/// A sentence about one subject (%1), one about %n, and how likely it is a cause.
struct Phrase
{
    const char* name;
    const char* one;
    const char* many;
    int rank;
};

constexpr const char* Context = "stowage::AlertPhrases";

// The alerts of a Beszel hub, and Stowage's own rules where a sentence says more than their summary.
constexpr std::array Phrases{
    Phrase{"node-gone", QT_TRANSLATE_NOOP("stowage::AlertPhrases", "node %1 is gone"),
           QT_TRANSLATE_N_NOOP("stowage::AlertPhrases", "%n nodes are gone"), 90},
    Phrase{"Status", QT_TRANSLATE_NOOP("stowage::AlertPhrases", "host %1 is down"),
           QT_TRANSLATE_N_NOOP("stowage::AlertPhrases", "%n hosts are down"), 85},
    Phrase{"v6-dark", nullptr, nullptr, 88},
    Phrase{"TargetDown", nullptr, nullptr, 60},
    Phrase{"node-unable", QT_TRANSLATE_NOOP("stowage::AlertPhrases", "node %1 cannot serve layers"),
           QT_TRANSLATE_N_NOOP("stowage::AlertPhrases", "%n nodes cannot serve layers"), 70},
    Phrase{"identity-changed", nullptr, nullptr, 80},
    Phrase{"Memory", QT_TRANSLATE_NOOP("stowage::AlertPhrases", "%1 is short of memory"),
           QT_TRANSLATE_N_NOOP("stowage::AlertPhrases", "%n hosts are short of memory"), 75},
    Phrase{"HostOutOfMemory", QT_TRANSLATE_NOOP("stowage::AlertPhrases", "%1 is out of memory"),
           QT_TRANSLATE_N_NOOP("stowage::AlertPhrases", "%n hosts are out of memory"), 76},
    Phrase{"CPU", QT_TRANSLATE_NOOP("stowage::AlertPhrases", "%1 is out of CPU"),
           QT_TRANSLATE_N_NOOP("stowage::AlertPhrases", "%n hosts are out of CPU"), 65},
    Phrase{"Disk", QT_TRANSLATE_NOOP("stowage::AlertPhrases", "a disk of %1 fills up"),
           QT_TRANSLATE_N_NOOP("stowage::AlertPhrases", "disks of %n hosts fill up"), 70},
    Phrase{"Temperature", QT_TRANSLATE_NOOP("stowage::AlertPhrases", "%1 is too hot"),
           QT_TRANSLATE_N_NOOP("stowage::AlertPhrases", "%n hosts are too hot"), 72},
    Phrase{"Bandwidth", QT_TRANSLATE_NOOP("stowage::AlertPhrases", "the network of %1 is busy"),
           QT_TRANSLATE_N_NOOP("stowage::AlertPhrases", "the network of %n hosts is busy"), 40},
    Phrase{"GPU", QT_TRANSLATE_NOOP("stowage::AlertPhrases", "the GPU of %1 is busy"),
           QT_TRANSLATE_N_NOOP("stowage::AlertPhrases", "the GPUs of %n hosts are busy"), 40},
    Phrase{"LoadAvg1", QT_TRANSLATE_NOOP("stowage::AlertPhrases", "the load of %1 is high"),
           QT_TRANSLATE_N_NOOP("stowage::AlertPhrases", "the load of %n hosts is high"), 45},
    Phrase{"LoadAvg5", QT_TRANSLATE_NOOP("stowage::AlertPhrases", "the load of %1 is high"),
           QT_TRANSLATE_N_NOOP("stowage::AlertPhrases", "the load of %n hosts is high"), 45},
    Phrase{"LoadAvg15", QT_TRANSLATE_NOOP("stowage::AlertPhrases", "the load of %1 is high"),
           QT_TRANSLATE_N_NOOP("stowage::AlertPhrases", "the load of %n hosts is high"), 45},
    Phrase{"Battery", QT_TRANSLATE_NOOP("stowage::AlertPhrases", "the battery of %1 is low"),
           QT_TRANSLATE_N_NOOP("stowage::AlertPhrases", "the batteries of %n hosts are low"), 40},
    Phrase{"source-stale", QT_TRANSLATE_NOOP("stowage::AlertPhrases", "source %1 does not answer"),
           QT_TRANSLATE_N_NOOP("stowage::AlertPhrases", "%n sources do not answer"), 55},
    Phrase{"registry-down", nullptr, nullptr, 80},
    Phrase{"registry-cpu", nullptr, nullptr, 78},
    Phrase{"registry-files", nullptr, nullptr, 72},
    Phrase{"registry-load", nullptr, nullptr, 52},
    Phrase{"registry-errors", nullptr, nullptr, 50},
    Phrase{"registry-latency", nullptr, nullptr, 48},
    Phrase{"registry-errors-unusual", nullptr, nullptr, 46},
    Phrase{"peer-limits", nullptr, nullptr, 46},
    Phrase{"source-unreachable", nullptr, nullptr, 55},
    Phrase{"source-errors", nullptr, nullptr, 45},
    Phrase{"crawl-failing", nullptr, nullptr, 35},
    Phrase{"key-image-lost", nullptr, nullptr, 34},
    Phrase{"forecast", nullptr, nullptr, 71},
    Phrase{"crawl-incomplete", nullptr, nullptr, 28},
    Phrase{"coverage-broken", nullptr, nullptr, 25},
    Phrase{"key-image-missing", nullptr, nullptr, 24},
    Phrase{"hit-rate", nullptr, nullptr, 22},
    Phrase{"registry-hits", nullptr, nullptr, 22},
    Phrase{"single-holder", nullptr, nullptr, 20},
    Phrase{"sweep-late", nullptr, nullptr, 18},
    Phrase{"quarantine-rate", nullptr, nullptr, 15},
};

constexpr int UnknownRank = 42;

const Phrase* phraseOf(const QString& name)
{
    const auto* const found = std::find_if(Phrases.begin(), Phrases.end(), [&name](const Phrase& each) {
        return name == QLatin1String(each.name);
    });
    return found == Phrases.end() ? nullptr : found;
}

/// Rules of our own write what they have found into the summary.
bool isOwn(const MemberFacts& facts)
{
    return facts.source.isEmpty() || facts.source == QLatin1String("stowage");
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(stowage::AlertPhrases)
};

} // namespace

QString alertPhrase(const MemberFacts& facts)
{
    const QString subject = plainLine(facts.place.subject.name, 80);
    const QString summary = plainLine(facts.summary);
    const Phrase* const phrase = phraseOf(facts.name);
    if (phrase && phrase->one && !subject.isEmpty() && (summary.isEmpty() || !isOwn(facts) || facts.isGone)) {
        return QCoreApplication::translate(Context, phrase->one).arg(subject);
    }
    if (!summary.isEmpty()) {
        const bool isNamed = subject.isEmpty() || summary.contains(subject, Qt::CaseInsensitive);
        //: %1: what an alert is about, %2: what it says
        return isNamed || isOwn(facts) ? summary : Words::tr("%1: %2").arg(subject, summary);
    }
    const QString name = plainLine(facts.name, 80);
    //: %1: the name of an alert, %2: what it is about
    return subject.isEmpty() ? name : Words::tr("%1 on %2").arg(name, subject);
}

QString alertPhrase(const MemberFacts& facts, int subjects)
{
    const Phrase* const phrase = phraseOf(facts.name);
    if (phrase && phrase->many) {
        return QCoreApplication::translate(Context, phrase->many, nullptr, subjects);
    }
    //: %1: the name of an alert, %n: hosts, services and the like
    return Words::tr("%1 on %n subjects", nullptr, subjects).arg(plainLine(facts.name, 80));
}

int causeRank(const QString& name)
{
    const Phrase* const phrase = phraseOf(name);
    return phrase ? phrase->rank : UnknownRank;
}

bool isOfMemory(const QString& name)
{
    return name == QLatin1String("Memory") || name == QLatin1String("HostOutOfMemory");
}

} // namespace stowage
