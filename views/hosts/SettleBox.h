// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostMatching.h"

#include <QWidget>

#include <span>
#include <vector>

class QVBoxLayout;

namespace stowage {

class Theme;

/// Whether two rows are one machine, where nothing tells for sure: says what speaks for it and what does not,
/// and asks. Nothing is chosen beforehand.
class SettleBox : public QWidget
{
    Q_OBJECT

public:
    /// One question, in the words of whoever asks.
    struct Question
    {
        HostAmbiguity about;
        QString what; ///< "Is n1 of prom the same machine as lab-1 of hub?"

        bool operator==(const Question&) const = default;
    };

    explicit SettleBox(const Theme& theme, QWidget* parent = nullptr);

    const std::vector<Question>& questions() const { return m_questions; }
    void setQuestions(const std::vector<Question>& questions);

Q_SIGNALS:
    void settled(const stowage::SubjectKey& one, const stowage::SubjectKey& other, bool isSame);

private:
    QWidget* box(const Question& question);

    const Theme& m_theme;
    QVBoxLayout* m_column;
    std::vector<Question> m_questions;
};

} // namespace stowage
