// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/Foot.h"

#include "views/shell/KeyStrip.h"
#include "views/shell/SourceMark.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/TextLabel.h"

#include <QPainter>

#include <numeric>

namespace stowage {

namespace {

constexpr int Gap = 14;
constexpr int MoreWidth = 90;

} // namespace

std::vector<bool> chooseShown(std::span<const int> widths, const std::vector<bool>& urgent, int room, int gap,
                              int moreWidth)
{
    std::vector<bool> shown(widths.size(), true);
    const int all =
        std::accumulate(widths.begin(), widths.end(), 0, [gap](int sum, int w) { return sum + w + gap; });
    if (all <= room) {
        return shown;
    }
    shown.assign(widths.size(), false);
    int left = room - moreWidth;
    for (const bool wanted : {true, false}) {
        for (size_t i = 0; i < widths.size(); ++i) {
            if (urgent[i] == wanted && left >= widths[i] + gap) {
                shown[i] = true;
                left -= widths[i] + gap;
            }
        }
    }
    return shown;
}

Foot::Foot(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_label(new TextLabel(theme, fonts::secondary(), Token::Text2, this)),
      m_more(new TextLabel(theme, fonts::secondary(), Token::Text2, this)), m_keys(new KeyStrip(theme, this))
{
    setFixedHeight(metrics::Foot);
    setAccessibleName(tr("Sources and keys"));
    m_label->setText(tr("Sources"));
}

void Foot::setSources(const std::vector<SourceStatus>& sources, Timestamp now)
{
    while (m_marks.size() > sources.size()) {
        delete m_marks.back();
        m_marks.pop_back();
    }
    while (m_marks.size() < sources.size()) {
        auto* mark = new SourceMark(m_theme, this);
        connect(mark, &SourceMark::clicked, this, [this, mark] { Q_EMIT sourceChosen(mark->sourceId()); });
        m_marks.push_back(mark);
    }
    for (size_t i = 0; i < sources.size(); ++i) {
        m_marks[i]->setSource(sources[i], now);
    }
    arrange();
}

void Foot::setKeys(std::vector<KeyHelp> keys)
{
    m_keys->setKeys(std::move(keys));
    arrange();
}

void Foot::say(const QString& words)
{
    if (m_said != words) {
        m_said = words;
        m_label->setText(words.isEmpty() ? tr("Sources") : words);
        m_label->setInk(words.isEmpty() ? Token::Text2 : Token::Text);
        arrange();
    }
}

void Foot::arrange()
{
    const int height = metrics::Foot;
    const int room = width() - 2 * metrics::Margin;
    const int keysWidth = std::min(m_keys->sizeHint().width(), room / 2);
    const int keysLeft = width() - metrics::Margin - keysWidth;
    m_keys->setGeometry(keysLeft, 1, keysWidth, height - 1);
    int left = metrics::Margin;
    const int labelWidth = std::min(m_label->sizeHint().width(), keysLeft - left);
    m_label->setGeometry(left, 1, labelWidth, height - 1);
    left += labelWidth + Gap;
    left = placeMarks(left, keysLeft);
    m_more->setGeometry(left, 1, std::max(0, std::min(MoreWidth, keysLeft - left)), height - 1);
}

int Foot::placeMarks(int left, int right)
{
    std::vector<int> widths;
    std::vector<bool> urgent;
    for (const SourceMark* mark : m_marks) {
        widths.push_back(mark->sizeHint().width());
        urgent.push_back(mark->status() != Status::Fine);
    }
    const std::vector<bool> shown = chooseShown(widths, urgent, right - left, Gap, MoreWidth);
    int hidden = 0;
    for (size_t i = 0; i < m_marks.size(); ++i) {
        const bool visible = shown[i] && m_said.isEmpty();
        m_marks[i]->setVisible(visible);
        if (visible) {
            m_marks[i]->setGeometry(left, 3, widths[i], metrics::Foot - 6);
            left += widths[i] + Gap;
        } else {
            ++hidden;
        }
    }
    m_more->setVisible(hidden > 0 && m_said.isEmpty());
    //: sources that have no room in the foot
    m_more->setText(tr("and %n more", nullptr, hidden));
    return left;
}

void Foot::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Panel));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Token::Line));
}

void Foot::resizeEvent(QResizeEvent* /*event*/)
{
    arrange();
}

} // namespace stowage
