// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/HostDesk.h"

namespace stowage {
namespace {

constexpr std::chrono::minutes SaveEvery{5}; ///< how the hosts stand; the rest is written when it changes
constexpr std::chrono::seconds SaveAfter{2}; ///< a hub's first list is written once, not machine by machine

} // namespace

HostDesk::HostDesk(const Fleet& fleet, const std::vector<HostNames>& names,
                   std::unique_ptr<SeriesHistory> history, const QString& folder, const Clock& clock,
                   QObject* parent)
    : QObject(parent), m_clock(clock), m_history(std::move(history)), m_file(folder),
      m_book(fleet, clock, names), m_broker([this](const SeriesKey& key) { return readersOf(key); }),
      m_forecaster(m_book, m_broker, m_forecasts, clock), m_sparks(m_book, m_broker)
{
    connect(&m_book, &HostBook::decided, this, &HostDesk::saveSoon);
    connect(&m_book, &HostBook::dismissed, this, &HostDesk::saveSoon);
    if (m_history) {
        connect(m_history.get(), &SeriesHistory::failed, this, &HostDesk::failed);
    }
}

HostDesk::~HostDesk()
{
    close();
}

void HostDesk::restore(const QStringList& sources)
{
    m_isRestored = true;
    auto memory = m_file.read();
    if (!memory) {
        Q_EMIT failed(memory.error());
        return;
    }
    m_epochs.restore(memory->machines);
    m_book.setDecisions(std::move(memory->decisions));
    for (const HostAlarm& alarm : memory->alarms) {
        m_book.raise(alarm);
    }
    std::erase_if(memory->hosts, [&sources](const KeptHost& host) {
        return !sources.contains(host.subject.source); // the folder may have served another profile
    });
    m_book.restore(memory->hosts);
    m_book.flush();
    saveNowAndThen();
}

void HostDesk::judge(Delta& delta)
{
    for (const HostAlarm& alarm : m_epochs.apply(delta, m_clock.now())) {
        m_book.raise(alarm);
    }
    if (m_epochs.revision() != m_savedRevision) {
        saveSoon();
    }
    for (const HostObservation& host : delta.hosts) {
        m_gate.setFacts({delta.source, host.subject}, host.facts);
    }
    for (const QString& subject : delta.removedHosts) {
        m_gate.forget({delta.source, subject});
    }
    if (!delta.samples.empty()) {
        m_gate.judge(delta.samples, m_clock.now());
        if (m_history) {
            m_history->record(delta.samples);
        }
    }
}

void HostDesk::addReader(const QString& source, SeriesReader& reader)
{
    m_readers[source] = std::make_unique<EpochReader>(reader, m_epochs);
}

std::vector<SeriesReader*> HostDesk::readersOf(const SeriesKey& key) const
{
    std::vector<SeriesReader*> readers;
    if (m_history) {
        readers.push_back(m_history.get());
    }
    const auto own = m_readers.find(key.subject.source);
    if (own != m_readers.end()) {
        readers.push_back(own->second.get());
    }
    return readers;
}

void HostDesk::saveNowAndThen()
{
    m_clock.after(SaveEvery, this, [this] {
        saveSoon();
        saveNowAndThen();
    });
}

void HostDesk::saveSoon()
{
    if (!m_isSaving) {
        m_isSaving = true;
        m_clock.after(SaveAfter, this, [this] { save(); });
    }
}

void HostDesk::save()
{
    if (!std::exchange(m_isSaving, false)) {
        return;
    }
    m_savedRevision = m_epochs.revision();
    const auto written = m_file.write({m_book.decisions(), m_epochs.known(), m_book.alarms(), m_book.kept()});
    if (!written) {
        Q_EMIT failed(written.error());
    }
}

void HostDesk::close()
{
    if (!std::exchange(m_isClosed, true) && m_isRestored) {
        m_isSaving = true;
        save();
    }
    m_readers.clear();
    if (m_history) {
        m_history->close();
    }
}

} // namespace stowage
