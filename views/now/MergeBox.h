// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Incident.h"
#include "views/now/ActBox.h"

#include <vector>

class QListWidget;

namespace stowage {

/// Chooses another incident, into which the one at hand is put.
class MergeBox : public ActBox
{
    Q_OBJECT

public:
    /// What can be chosen.
    struct Candidate
    {
        QString id;
        QString title;
    };

    explicit MergeBox(const Theme& theme, QWidget* parent = nullptr);

    void openAmong(std::vector<Candidate> candidates);

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    bool takeKey(int key) override;
    void accept() override;

private:
    void find(const QString& typed);

    std::vector<Candidate> m_candidates;
    QListWidget* m_list;
};

} // namespace stowage
