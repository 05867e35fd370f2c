// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertEvent.h"

#include <random>
#include <vector>

namespace stowage::test {

/// Makes events as AlertBook does, of a fleet of three zones with sixteen hosts each, and keeps with each
/// alert's firing the cause that truly is behind it. The same seed makes the same events.
class StormMaker
{
public:
    using Seconds = std::chrono::seconds;
    using Minutes = std::chrono::minutes;

    struct Firing
    {
        QString alert;
        Timestamp at{};
        int cause = 0;
    };

    /// What is told of an alert, beside who it is about.
    struct Telling
    {
        QString source = QStringLiteral("hub");
        QString name;
        AlertSeverity severity = AlertSeverity::Warning;
        QString summary{};
        std::vector<AlertLabel> labels{};
        QString instance{}; ///< tells alerts of one name and subject apart
    };

    explicit StormMaker(quint64 seed);

    /// As in life: of some alerts the zone is not known, or what they are about, and some come minutes late.
    void setMessy(bool isMessy) { m_isMessy = isMessy; }

    int newCause() { return ++m_lastCause; }
    static AlertPlace host(const QString& name); ///< "eu-b-17": with its zone, and the peers that it touches
    static AlertPlace thing(SubjectKind kind, const QString& name, std::vector<AlertSubject> touches = {});
    static QString hostName(const QString& zone, int number);

    /// Fires; gives the alert's key.
    QString fire(int cause, Millis at, AlertPlace place, const Telling& telling);
    void end(const QString& alert, Millis at);
    void lose(const QString& alert, Millis at);
    void find(const QString& alert, Millis at);
    /// Fires and ends.
    QString pass(int cause, Millis from, Millis to, const AlertPlace& place, const Telling& telling);

    /// Up to so long, evenly.
    Millis within(Millis longest);
    int number(int below);
    QString anyHost();

    /// Alerts that have nothing to do with anything, one each so often.
    void noise(Millis from, Millis to, Millis every);

    // What happens in fleets.
    void hostDies(int cause, Millis at, const QString& host);
    void hostRunsOutOfMemory(int cause, Millis at, const QString& host, int alerts);
    void zoneDies(int cause, Millis at, const QString& zone, int hosts);
    void registryChokes(int cause, Millis at, const QString& registry, int pullers, bool isLabelled);
    void rollingRestart(int cause, Millis at, const std::vector<QString>& hosts, Millis spacing);

    /// In the order in which they were learned of.
    std::vector<AlertEvent> events() const;
    /// In the order in which they were made.
    const std::vector<AlertEvent>& told() const { return m_events; }
    const std::vector<Firing>& firings() const { return m_firings; }

private:
    void mess(Millis& at, AlertPlace& place);
    AlertEvent event(AlertEventKind kind, const QString& alert, Millis at, const QString& uid) const;

    std::mt19937_64 m_random;
    std::vector<AlertEvent> m_events;
    std::vector<Firing> m_firings;
    int m_lastCause = 0;
    bool m_isMessy = false;
};

/// When all storms begin.
Timestamp stormBegin();

} // namespace stowage::test
