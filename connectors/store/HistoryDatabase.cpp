// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/HistoryDatabase.h"

#include "connectors/store/HistoryReader.h"

namespace stowage {

HistoryDatabase::HistoryDatabase(DatabaseFile file) : m_database(std::move(file)) {}

HistoryDatabase::~HistoryDatabase() = default;

HistoryDatabase::Attempt HistoryDatabase::open()
{
    m_writer.reset();
    return m_database.open();
}

void HistoryDatabase::close()
{
    m_writer.reset();
    m_database.close();
}

HistoryDatabase::Attempt HistoryDatabase::read(Timestamp now, std::vector<Delta>& deltas, int& lost)
{
    return m_database.attempt([&] {
        HistoryReader reader(m_database.sqlite(), now);
        deltas = reader.read();
        lost = reader.unreadable();
        reader.dropUnneeded();
    });
}

HistoryDatabase::Attempt HistoryDatabase::write(const std::vector<Delta>& deltas)
{
    const Attempt written = m_database.attempt([&] {
        if (!m_writer) {
            m_writer = std::make_unique<HistoryWriter>(m_database.sqlite());
        }
        m_writer->write(deltas);
    });
    if (written.outcome != Outcome::Done) {
        m_writer.reset(); // it remembers rows that were rolled back
    }
    return written;
}

} // namespace stowage
