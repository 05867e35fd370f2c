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

    /// What a person has answered before, and can take back.
    struct Answer
    {
        HostDecision about;
        QString what; ///< "n1 of prom is the same machine as lab-1 of hub."

        bool operator==(const Answer&) const = default;
    };

    const std::vector<Question>& questions() const { return m_questions; }
    const std::vector<Answer>& answers() const { return m_answers; }
    void setContent(const std::vector<Question>& questions, const std::vector<Answer>& answers = {});

Q_SIGNALS:
    void settled(const stowage::SubjectKey& one, const stowage::SubjectKey& other, bool isSame);
    void unsettled(const stowage::SubjectKey& one, const stowage::SubjectKey& other);

private:
    void add(QWidget* widget);
    QWidget* box(const Question& question);
    QWidget* box(const Answer& answer);

    const Theme& m_theme;
    QVBoxLayout* m_column;
    std::vector<Question> m_questions;
    std::vector<Answer> m_answers;
};

} // namespace stowage
