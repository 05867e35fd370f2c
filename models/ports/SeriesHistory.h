// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/SeriesReader.h"

namespace stowage {

/// How the history stands.
struct SeriesHistoryState
{
    quint64 waitingSamples = 0; ///< accepted, not yet safe on disk
    quint64 droppedSamples = 0; ///< the disk was full for longer than memory allows
    qint64 bytesOnDisk = 0;
    bool isWriting = true; ///< false: the disk refuses; collection goes on in memory, within a bound
    Error error{};         ///< why not

    bool operator==(const SeriesHistoryState&) const = default;
};

/// Samples kept for a year. A sample recorded twice is kept once; finer data is never replaced by coarser.
class SeriesHistory : public SeriesReader
{
    Q_OBJECT

public:
    using SeriesReader::SeriesReader;

    /// Takes batches; returns at once with a number that grows by one a call. Written in the background, in
    /// order.
    virtual quint64 record(std::vector<SampleBatch> batches) = 0;

    /// All series that are kept; answered by listed(), once a call.
    virtual void requestSeries() = 0;

    /// Waits until all is on disk. For the end of the program only.
    virtual void close() = 0;

    virtual SeriesHistoryState state() const = 0;

Q_SIGNALS:
    /// Everything recorded up to this number survives a kill from here on.
    void acknowledged(quint64 upTo);
    void listed(const std::vector<stowage::SeriesSummary>& series);
    void stateChanged();

    /// Disk full, corrupt file set aside, newer schema refused: told, not fatal.
    void failed(const stowage::Error& error);
};

} // namespace stowage
