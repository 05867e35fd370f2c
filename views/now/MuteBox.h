// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "views/now/ActBox.h"

namespace stowage {

/// Mutes with an end, and only so: one of four, or one that is typed.
class MuteBox : public ActBox
{
    Q_OBJECT

public:
    explicit MuteBox(const Theme& theme, QWidget* parent = nullptr);

    /// `now`: what the end is counted from. `isMuted`: it can be taken back instead.
    void openAt(Timestamp now, bool isMuted);

Q_SIGNALS:
    void muted(stowage::Timestamp until);
    void unmuted();

protected:
    void accept() override;

private:
    Chip* addChoice(const QString& text, const QString& typed);

    Timestamp m_now{};
    QWidget* m_choices;
    Chip* m_morning;
    Chip* m_unmute;
};

} // namespace stowage
