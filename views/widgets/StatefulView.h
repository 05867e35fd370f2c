// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/StateNotice.h"

#include <QWidget>

class QStackedLayout;

namespace stowage {

/// A view with its designed states: the content alone, the content below a strip, or a notice instead of it.
/// The focus given to the view goes to what is shown.
class StatefulView : public QWidget
{
    Q_OBJECT

public:
    /// Takes the content over.
    StatefulView(const Theme& theme, QWidget* content, QWidget* parent = nullptr);

    /// Nothing to say: the content alone (ready).
    void showContent();

    /// The content is true only in part, or old (partial, stale).
    void showAbove(const Notice& notice);

    /// There is no content (empty, loading, failed).
    void showInstead(const Notice& notice);

    /// What is said now; none when the content stands alone.
    const Notice* notice() const;
    bool isContentShown() const;

Q_SIGNALS:
    void todoClicked();

private:
    void turnTo(QWidget* shown);

    StateNotice* m_strip;
    StateNotice* m_centre;
    QWidget* m_content;
    QStackedLayout* m_stack;
};

} // namespace stowage
