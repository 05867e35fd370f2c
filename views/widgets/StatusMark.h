// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/Status.h"

#include <QWidget>

namespace stowage {

class Theme;

/// The mark of a status as a widget. The word beside it is for whoever places it.
class StatusMark : public QWidget
{
    Q_OBJECT

public:
    explicit StatusMark(const Theme& theme, QWidget* parent = nullptr);

    Status status() const { return m_status; }
    void setStatus(Status status);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Status m_status = Status::NotSeen;
};

} // namespace stowage
