// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/Finder.h"

#include <QWidget>

#include <memory>

class QLineEdit;
class QListView;

namespace stowage {

class DestinationModel;
class Theme;

/// Go to anything: a line to type in, and below it what was found. Enter goes, Esc leaves. A child of the
/// window, laid over it; not a window of its own.
class PaletteBox : public QWidget
{
    Q_OBJECT

public:
    PaletteBox(const Theme& theme, QWidget* parent);
    ~PaletteBox() override;

    /// Shows itself, empty, and takes the focus.
    void openWith(Finder finder);

    /// Goes away; does nothing when it is not there.
    void leave();

Q_SIGNALS:
    void chosen(const stowage::Link& link);
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& typed);
    void step(int rows);
    void choose();

    const Theme& m_theme;
    std::unique_ptr<Finder> m_finder;
    DestinationModel* m_model;
    QLineEdit* m_line;
    QListView* m_list;
};

} // namespace stowage
