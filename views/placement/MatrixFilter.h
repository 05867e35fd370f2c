// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"

#include <QStringList>

namespace stowage {

/// Picks rows and columns of the matrix by words that must all match, whatever their case.
///
/// A word is a part of an image's reference or the beginning of a layer's digest (four hex digits or more);
/// one that no image and no layer matches is sought in node and zone names and picks columns. `node:`,
/// `zone:`, `image:` and `digest:` before a word say where to look.
class MatrixFilter
{
public:
    /// Reads the words; the fleet says whether a bare word means rows or columns.
    MatrixFilter(const QString& text, const Fleet& fleet);

    bool matches(const Image& image, const Digest& layer) const;
    bool matches(const NodeObservation& node) const;

private:
    enum class Where : quint8
    {
        Anything,
        Image,
        Digest,
        Node,
        Zone,
        NodeOrZone
    };
    struct Word
    {
        Where where;
        QString text;
    };

    static Word read(const QString& word);
    static bool matchesRow(const Word& word, const QString& reference, const Digest& layer);
    static bool matchesColumn(const Word& word, const NodeObservation& node);
    static bool isAboutNodes(const Word& word);
    static bool meansNodes(const Word& word, const Fleet& fleet);

    std::vector<Word> m_rows;
    std::vector<Word> m_columns;
};

} // namespace stowage
