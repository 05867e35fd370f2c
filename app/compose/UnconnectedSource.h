// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/Clock.h"
#include "models/ports/Connector.h"

namespace stowage {

/// Stands for a source that cannot be asked at all: its secret was not found, or this version has no
/// connector for its kind. It is shown with its reason rather than left out.
class UnconnectedSource : public Connector
{
    Q_OBJECT

public:
    UnconnectedSource(SourceStatus status, const Clock& clock, QObject* parent = nullptr);

    QString sourceId() const override { return m_status.id; }
    void start() override;
    void stop() override {}
    void refresh() override {}

private:
    SourceStatus m_status;
    const Clock& m_clock;
    quint64 m_generation = 0;
};

} // namespace stowage
