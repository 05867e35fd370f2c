// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compose/HostMemoryFile.h"
#include "models/hosts/EpochReader.h"
#include "models/hosts/HostBook.h"
#include "models/hosts/HostForecaster.h"
#include "models/hosts/HostSparkFiller.h"
#include "models/metrics/SeriesBroker.h"
#include "models/metrics/gate/SampleGate.h"
#include "models/ports/SeriesHistory.h"

#include <map>

namespace stowage {

/// Where everything about hosts is put together: what tells machines apart, the gate for samples, their
/// history, the book, and what is kept of it from run to run.
class HostDesk : public QObject
{
    Q_OBJECT

public:
    HostDesk(const Fleet& fleet, const std::vector<HostNames>& names, std::unique_ptr<SeriesHistory> history,
             const QString& folder, const Clock& clock, QObject* parent = nullptr);
    ~HostDesk() override;

    /// Reads what earlier runs knew of these sources. Once, before the first delta.
    void restore(const QStringList& sources);

    /// Sees to what a connector said of hosts: who they are, what can be true. Keeps the samples. The book
    /// has to be given it by whoever owns the screen.
    void judge(Delta& delta);

    /// A connector that can be asked for its own series; until it goes.
    void addReader(const QString& source, SeriesReader& reader);

    /// Writes what is pending; waits for the disk.
    void close();

    HostBook& book() { return m_book; }
    const HostBook& book() const { return m_book; }
    SeriesReader& series() { return m_broker; }
    const HostForecasts& forecasts() const { return m_forecasts; }
    HostForecaster& forecaster() { return m_forecaster; }

Q_SIGNALS:
    void failed(const stowage::Error& error);

private:
    std::vector<SeriesReader*> readersOf(const SeriesKey& key) const;
    void saveSoon();
    void saveNowAndThen();
    void save();

    const Clock& m_clock;
    SubjectEpochs m_epochs;
    SampleGate m_gate;
    std::unique_ptr<SeriesHistory> m_history;
    std::map<QString, std::unique_ptr<EpochReader>> m_readers; ///< by source
    HostMemoryFile m_file;
    HostBook m_book;
    SeriesBroker m_broker;
    HostForecasts m_forecasts;
    HostForecaster m_forecaster;
    HostSparkFiller m_sparks;
    quint64 m_savedRevision = 0;
    bool m_isSaving = false;   ///< a write is on its way
    bool m_isRestored = false; ///< the file was looked at
    bool m_isClosed = false;
};

} // namespace stowage
