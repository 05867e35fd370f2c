// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/SubjectEpochs.h"
#include "models/ports/SeriesReader.h"

namespace stowage {

/// Asks a source for series under its own ids of things, and of what it answers gives each machine only the
/// time in which it was the one (SubjectEpochs). The reader and the epochs outlive it.
class EpochReader final : public SeriesReader
{
    Q_OBJECT

public:
    EpochReader(SeriesReader& source, const SubjectEpochs& epochs, QObject* parent = nullptr);

    quint64 read(const SeriesQuery& query) override;
    void cancel(quint64 ticket) override;

private:
    struct Asked
    {
        std::vector<SeriesKey> keys;
        std::vector<SubjectEpochs::Place> places;
    };

    void take(quint64 ticket, const SeriesAnswer& answer);

    SeriesReader& m_source;
    const SubjectEpochs& m_epochs;
    QHash<quint64, Asked> m_asked; ///< by the source's ticket, which is ours
};

} // namespace stowage
