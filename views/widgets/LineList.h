// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/Status.h"

#include <QWidget>

#include <optional>
#include <vector>

class QVBoxLayout;

namespace stowage {

class Theme;

/// One entry of a LineList.
struct LineItem
{
    std::optional<Status> status; ///< a mark before the text
    QString text;                 ///< one line, elided; may be empty
    QString right;                ///< a whisper at the right of the text
    QString detail;               ///< a paragraph below; may be empty
    QString todo;                 ///< a paragraph in accent below that; may be empty

    bool operator==(const LineItem&) const = default;
};

/// A short list in a side panel: at most a few dozen entries, as high as they need.
class LineList : public QWidget
{
    Q_OBJECT

public:
    explicit LineList(const Theme& theme, QWidget* parent = nullptr);

    const std::vector<LineItem>& items() const { return m_items; }
    void setItems(const std::vector<LineItem>& items);

    /// Adds one at the end, leaving the others as they are.
    void addItem(const LineItem& item);

private:
    const Theme& m_theme;
    QVBoxLayout* m_column;
    std::vector<LineItem> m_items;
};

} // namespace stowage
