// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

namespace stowage {

class Chip;
class Theme;

/// Which groups of metrics the chart shows: a chip each. Pressing one shows it alone; with Ctrl or Shift, or
/// by the other button, beside the others. Where there is no room the last are left out.
class MetricChips : public QWidget
{
    Q_OBJECT

public:
    /// More than two units have no axes.
    static constexpr qsizetype MostChosen = 3;

    explicit MetricChips(const Theme& theme, QWidget* parent = nullptr);

    /// What may be chosen, by MetricGroup::id. What is chosen stays so, even where it is not offered now.
    void offer(const QStringList& groups);

    const QStringList& offered() const { return m_offered; }
    const QStringList& chosen() const { return m_chosen; }
    void choose(const QStringList& groups);

    /// Marks these as shown, where what was chosen is not to be had.
    void showChosen(const QStringList& groups);

    /// The next of those offered, or the one before, alone.
    void step(int by);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosenChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void press(const QString& group, bool isBeside);
    void layOut();

    const Theme& m_theme;
    QStringList m_offered;
    QStringList m_chosen{QStringLiteral("cpu")};
    std::vector<Chip*> m_chips; ///< as offered
};

} // namespace stowage
