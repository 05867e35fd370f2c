// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/Link.h"

#include <QString>

#include <span>
#include <vector>

namespace stowage {

class Fleet;
class Page;

/// Somewhere to go.
struct Destination
{
    enum class Kind : quint8
    {
        Page,
        Incident,
        Host,
        Node,
        Source,
        Image,
        Layer
    };

    Kind kind = Kind::Page;
    QString title;  ///< "eu-b-17", "team/web:2.0"
    QString detail; ///< "eu-b, gone"
    Link link;
};

QString destinationWord(Destination::Kind kind); ///< "page", "node", …, translated

/// Finds pages and what they name themselves (incidents), nodes, sources, images, and layers by the beginning
/// of their digest, by what somebody types.
class Finder
{
public:
    /// At most so many answers: nobody reads further.
    static constexpr size_t Limit = 40;
    /// From so many hex digits on, layers are looked for.
    static constexpr qsizetype LayerDigits = 4;

    /// Takes the names of now; build a new one each time the palette opens.
    Finder(const Fleet& fleet, std::span<Page* const> pages);

    /// Best first: beginnings before beginnings of words before the rest; pages before what
    /// they name before nodes before sources before images. Every word typed must occur, in any case. Nothing
    /// typed: the pages.
    std::vector<Destination> find(const QString& typed) const;

private:
    void addPages(std::span<Page* const> pages);
    void addFleet();
    bool hasPage(QLatin1String id) const;
    void findLayers(const QString& typed, std::vector<Destination>& into) const;

    const Fleet& m_fleet;
    std::vector<Destination> m_all;
};

} // namespace stowage
