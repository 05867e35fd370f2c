// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "models/fleet/SourceStatus.h"
#include "views/widgets/Status.h"

#include <QAbstractButton>

namespace stowage {

class Theme;

/// One source in the foot: mark, id, a word where one is due, age. Pressing it goes to the source.
class SourceMark : public QAbstractButton
{
    Q_OBJECT

public:
    explicit SourceMark(const Theme& theme, QWidget* parent = nullptr);

    void setSource(const SourceStatus& source, Timestamp now);

    const QString& sourceId() const { return m_id; }
    Status status() const { return m_status; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_id;
    QString m_shownId;
    QString m_detail;
    Status m_status = Status::NotSeen;
};

} // namespace stowage
