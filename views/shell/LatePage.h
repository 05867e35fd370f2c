// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/Page.h"

#include <functional>

namespace stowage {

/// Stands on the rail for a page that is built when it is first needed, or when build() is called: the first
/// frame is not to wait for pages that it does not show. It is that page in all that the shell asks.
class LatePage : public Page
{
    Q_OBJECT

public:
    using Make = std::function<Page*()>; ///< called once; its page is taken over

    LatePage(Identity identity, const QString& title, Make make, QWidget* parent = nullptr);

    /// The page itself, built by now.
    Page& build();
    bool isBuilt() const { return m_page != nullptr; }

    QString title() const override { return m_title; }
    std::vector<KeyHelp> keysHelp() const override;
    void focusFilter() override;
    bool back() override;
    QString item() const override;
    bool open(const QString& item) override;
    std::vector<Destination> destinations() const override;
    void tick() override;

protected:
    void activeChanged() override;
    void frozenChanged() override;

private:
    QString m_title;
    Make m_make;
    Page* m_page = nullptr;
};

} // namespace stowage
