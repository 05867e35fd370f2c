// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/OneTimeCodes.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

namespace stowage {

class CodeDialog;

/// The window's way of asking for one-time codes: a dialog a source. What is asked before there is a window
/// is asked once there is one.
class CodePrompt : public OneTimeCodes
{
    Q_OBJECT

public:
    using OneTimeCodes::OneTimeCodes;

    /// From now on dialogs belong to this window, which may go before this does.
    void setWindow(QWidget* window);

    void ask(const QString& source, const QString& prompt) override;
    void dismiss(const QString& source) override;

    /// The open question of a source; null where there is none.
    CodeDialog* dialog(const QString& source) const;

private:
    void open(const QString& source, const QString& prompt);

    QPointer<QWidget> m_window;
    QHash<QString, QString> m_waiting; ///< prompts by source, while there is no window
    QHash<QString, QPointer<CodeDialog>> m_dialogs;
};

} // namespace stowage
