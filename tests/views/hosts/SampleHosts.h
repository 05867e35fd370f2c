// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/SeriesReader.h"
#include "models/ports/ViewMemory.h"
#include "tests/models/hosts/HostFixture.h"

#include <QMap>
#include <QSet>

namespace stowage::test {

/// A reader that answers when the test says so, or by itself at the next turn of the event loop. What it
/// tells are waves: each series its own, a minute apart or as coarse as was asked.
class SampleReader final : public SeriesReader
{
    Q_OBJECT

public:
    struct Question
    {
        quint64 ticket = 0;
        SeriesQuery query;
    };

    quint64 read(const SeriesQuery& query) override;
    void cancel(quint64 ticket) override;

    /// Questions that were put and not taken back or answered.
    const std::vector<Question>& open() const { return m_open; }
    /// All that were ever put.
    int asked() const { return static_cast<int>(m_last); }
    int cancelled() const { return m_cancelled; }

    void answerAll();
    void fail(const Error& error);
    void setPrompt(bool prompt) { m_isPrompt = prompt; }

    /// Of these metrics a stretch is missing, or a sample in quarantine.
    void setGap(const QString& metric, const TimeRange& gap) { m_gaps.insert(metric, gap); }
    void setQuarantined(const QString& metric, const QuarantinedSample& sample)
    {
        m_quarantined.insert(metric, sample);
    }
    /// Before this nothing is known.
    void setBegin(Timestamp begin) { m_begin = begin; }
    /// From this moment on the subject's processor is at its limit.
    void setHot(const QString& subject, Timestamp since) { m_hot.insert(subject, since); }

private:
    SeriesData tell(const SeriesKey& key, const SeriesQuery& query) const;
    double value(const SeriesKey& key, Timestamp at) const;

    std::vector<Question> m_open;
    quint64 m_last = 0;
    int m_cancelled = 0;
    bool m_isPrompt = true;
    Timestamp m_begin{};
    QMap<QString, TimeRange> m_gaps;
    QMap<QString, QuarantinedSample> m_quarantined;
    QMap<QString, Timestamp> m_hot;
};

/// A memory that a test can look into.
class SampleMemory final : public ViewMemory
{
public:
    QString recall(const QString& name) const override { return values.value(name); }
    void remember(const QString& name, const QString& value) override { values.insert(name, value); }

    QMap<QString, QString> values;
};

/// The hosts of the picture: registry-3 at its limit, eu-b-17 gone, builder-2 filling up, db-4 with absurd
/// samples, others fine; two sources.
class SampleHosts : public HostFixture
{
public:
    SampleHosts();

    void tellPicture();
    /// Machines m-0001 … of the source "hub", with four figures each.
    void tellMany(int count);
    /// "n1" of prom, which may be either of two machines that the hub calls so.
    void tellAmbiguous();

private:
    struct Machine
    {
        const char* name;
        const char* zone;
        double cpu;
        double memory;
        double disk;
        double read;
        double write;
    };
    void tellMachine(const Machine& machine, bool isSeenTwice);
    void tellService();
};

} // namespace stowage::test
