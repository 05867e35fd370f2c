// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace stowage {

/// The `/` of a page: a line that filters as one types. Esc clears it and then gives the focus back; Enter
/// and Down go to what was found.
class FilterLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterLine(QWidget* parent = nullptr);

    /// Says that the filter cannot be read, and why; empty: it can.
    void setProblem(const QString& problem);

Q_SIGNALS:
    void left(); ///< the focus should go to what is filtered

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace stowage
