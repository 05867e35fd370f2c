// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/exposition/Exposition.h"

namespace stowage::bench {

/// The straightforward parser that ours is measured against: looks at each byte once, in order, and does the
/// same work for a well-formed page: names and labels are checked and told apart, escapes and UTF-8 are
/// checked, labels compared with each other, numbers read by from_chars. Samples and labels come as views,
/// too.
class ByteLoop
{
public:
    explicit ByteLoop(std::string_view page) : m_at(page.data()), m_end(page.data() + page.size()) {}

    /// False at the end, or where something is wrong.
    bool next();

    const ExpositionSample& sample() const { return m_sample; }
    bool isAtEnd() const { return m_at == m_end; }

private:
    bool skipComments();
    bool readName(std::string_view& name, bool isLabel);
    bool readLabels();
    bool readLabelValue(std::string_view& value);
    bool readValue();
    bool expect(char c);

    const char* m_at;
    const char* m_end;
    ExpositionSample m_sample;
};

} // namespace stowage::bench
