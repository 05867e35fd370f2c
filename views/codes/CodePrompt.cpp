// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/codes/CodePrompt.h"

#include "views/codes/CodeDialog.h"

namespace stowage {

void CodePrompt::setWindow(QWidget* window)
{
    m_window = window;
    const auto waiting = std::exchange(m_waiting, {});
    for (auto question = waiting.cbegin(); question != waiting.cend(); ++question) {
        open(question.key(), question.value());
    }
}

void CodePrompt::ask(const QString& source, const QString& prompt)
{
    dismiss(source);
    if (m_window == nullptr) {
        m_waiting.insert(source, prompt);
        return;
    }
    open(source, prompt);
}

void CodePrompt::dismiss(const QString& source)
{
    m_waiting.remove(source);
    if (CodeDialog* dialog = m_dialogs.take(source)) {
        dialog->disconnect(this);
        dialog->hide();
        dialog->deleteLater();
    }
}

CodeDialog* CodePrompt::dialog(const QString& source) const
{
    return m_dialogs.value(source);
}

void CodePrompt::open(const QString& source, const QString& prompt)
{
    auto* dialog = new CodeDialog(source, prompt, m_window);
    m_dialogs.insert(source, dialog);
    connect(dialog, &QDialog::finished, this, [this, source, dialog](int result) {
        m_dialogs.remove(source);
        dialog->deleteLater();
        Q_EMIT answered(source, result == QDialog::Accepted ? dialog->code() : Secret());
    });
    dialog->show();
}

} // namespace stowage
