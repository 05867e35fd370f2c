// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Secret.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace stowage {

/// Asks a person for one one-time code. Beside the window, not before it: who triages goes on meanwhile.
/// Opened by show(), never by exec().
class CodeDialog : public QDialog
{
    Q_OBJECT

public:
    /// `prompt` says who sent it and where to look for it.
    CodeDialog(const QString& source, const QString& prompt, QWidget* parent);

    /// What was typed, without the spaces that mails put between the digits.
    Secret code() const;

private:
    void noteText();

    QLineEdit* m_line;
    QPushButton* m_send;
};

} // namespace stowage
