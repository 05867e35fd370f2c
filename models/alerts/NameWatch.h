// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertEvent.h"
#include "models/alerts/NameBook.h"
#include "models/ports/Clock.h"
#include "models/ports/NameResolver.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace stowage {

/// Tells when the addresses behind the sources' names are others: an AAAA record that appears where there was
/// none breaks clients whose network has no IPv6. GUI thread; the resolver outlives it.
///
/// A name's first answer is no news. A family that comes, or is gone in two answers in a row, is told;
/// another address only where the name had been steady, for names that go round change with every answer.
///
/// Where a probe was lent, the addresses of a name that has an AAAA record are tried as well, and how they
/// answer goes into book(): a record that leads nowhere costs every client that tries it first.
class NameWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr Millis Every{5 * 60'000};
    static constexpr int Steady = 3; ///< answers in a row that are alike

    NameWatch(const NameResolver& resolver, const Clock& clock, QObject* parent = nullptr);

    /// Who tries addresses, and outlives it; before the first watch().
    void setProbe(const AddressProbe* probe) { m_probe = probe; }

    /// How often names are looked up; before the first watch().
    void setEvery(Millis every);

    /// Looks this source's host names up from now on, at once and every few minutes. Literal addresses and
    /// "localhost" are left out. `port`: where their servers listen; 0: their addresses are not tried.
    void watch(const QString& source, const QStringList& hosts, quint16 port = 0);

    /// Looks all of them up now.
    void refresh();

    const NameBook& book() const { return m_book; }

Q_SIGNALS:
    /// For AlertLog::append.
    void happened(const std::vector<stowage::AlertEvent>& events);

private:
    struct Family
    {
        QStringList addresses;
        int alike = 0;     ///< answers in a row
        int missing = 0;   ///< answers in a row without any
        Timestamp since{}; ///< when the first of them was seen
    };
    struct Watched
    {
        QStringList sources;
        Family v4;
        Family v6;
        quint16 port = 0;
        bool isKnown = false;
        bool isAsked = false;
    };

    void askLater();
    void take(const QString& host, const NameAddresses& addresses);
    void tryAddresses(const QString& host);
    void note(const QString& host, FamilyAnswer v4, FamilyAnswer v6);
    void follow(const QString& host, const Watched& watched, Family& family, const QStringList& now,
                bool isV6, std::vector<AlertEvent>& events) const;
    void tell(const QString& host, const Watched& watched, const QString& summary, const QStringList& now,
              bool isV6, std::vector<AlertEvent>& events) const;

    const NameResolver& m_resolver;
    const Clock& m_clock;
    const AddressProbe* m_probe = nullptr;
    Millis m_every = Every;
    quint64 m_rhythm = 0; ///< another after each setEvery()
    NameBook m_book;
    QHash<QString, Watched> m_names;
};

} // namespace stowage
