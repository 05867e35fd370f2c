// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compose/AlertDesk.h"
#include "app/compose/FleetSession.h"

#include <memory>

namespace stowage::test {

/// Everything that the log in a folder holds, the oldest first; nothing when it does not answer. Blocks.
std::vector<AlertEvent> loggedEvents(const QString& folder, const Clock& clock);

/// How often each of these occurs of an alert, as "fired ended": by `number`.
QString turnsOf(const std::vector<AlertEvent>& events, const QString& alert);

/// A uid that occurs twice; empty: none does.
QString repeatedUid(const std::vector<AlertEvent>& events);

/// Stowage without a face upon some sources, in the test's process.
class AlertRig
{
public:
    /// A session upon these sources of a profile (a list in JSON), with its data in `folder`.
    AlertRig(const QByteArray& sources, const QString& folder, const Clock& clock);

    /// The profile's text.
    static QByteArray profileOf(const QByteArray& sources);

    /// What is wrong with the profile; empty: nothing.
    QString error() const { return m_error; }

    void start();
    void stop();

    FleetSession& session() { return *m_session; }
    AlertDesk& desk() { return m_session->alerts(); }
    const Fleet& fleet() const { return m_session->fleet(); }

    /// How many alerts the book has under this name, and the first of them; null when there is none.
    int count(const QString& name) const;
    const Alert* alert(const QString& name) const;
    bool isState(const QString& name, AlertState state) const;
    /// Whether so many witnesses tell of it and are not silent.
    bool isTold(const QString& name, size_t witnesses) const;

    /// The incidents that one of this name is a member of.
    std::vector<Incident> incidents(const QString& name) const;

    /// All that the book told, in its order.
    const std::vector<AlertEvent>& told() const { return m_told; }
    /// Deltas of a source so far.
    int deltas(const QString& source) const { return m_deltas.value(source); }

    /// What there is, for the words of a failure.
    QString words() const;

private:
    QString m_error;
    std::unique_ptr<FleetSession> m_session;
    std::vector<AlertEvent> m_told;
    QHash<QString, int> m_deltas;
};

} // namespace stowage::test
