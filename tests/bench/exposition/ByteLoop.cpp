// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/exposition/ByteLoop.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>

namespace stowage::bench {

bool ByteLoop::next()
{
    if (!skipComments()) {
        return false;
    }
    const char* const begin = m_at;
    m_sample.labels.clear();
    if (!readName(m_sample.name, false) || (m_at != m_end && *m_at == '{' && !readLabels())) {
        return false;
    }
    m_sample.series = {begin, static_cast<size_t>(m_at - begin)};
    return readValue();
}

bool ByteLoop::skipComments()
{
    while (m_at != m_end && (*m_at == '#' || *m_at == '\n')) {
        const char* const begin = m_at;
        while (m_at != m_end && *m_at != '\n') {
            ++m_at;
        }
        if (m_at == m_end || !simdjson::validate_utf8(begin, static_cast<size_t>(m_at - begin))) {
            return false;
        }
        ++m_at;
    }
    return m_at != m_end;
}

bool ByteLoop::readName(std::string_view& name, bool isLabel)
{
    const char* const begin = m_at;
    for (; m_at != m_end; ++m_at) {
        const char c = *m_at;
        const bool isLetter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c == ':' && !isLabel);
        if (!isLetter && (c < '0' || c > '9' || m_at == begin)) {
            break;
        }
    }
    name = {begin, static_cast<size_t>(m_at - begin)};
    return !name.empty();
}

bool ByteLoop::expect(char c)
{
    if (m_at == m_end || *m_at != c) {
        return false;
    }
    ++m_at;
    return true;
}

bool ByteLoop::readLabels()
{
    ++m_at;
    while (m_at != m_end && *m_at != '}') {
        ExpositionLabel label;
        if (!readName(label.name, true) || !expect('=') || !expect('"') || !readLabelValue(label.value)) {
            return false;
        }
        for (const ExpositionLabel& other : m_sample.labels) {
            if (other.name == label.name) {
                return false;
            }
        }
        m_sample.labels.push_back(label);
        if (m_at != m_end && *m_at == ',') {
            ++m_at;
        }
    }
    return expect('}');
}

bool ByteLoop::readLabelValue(std::string_view& value)
{
    const char* const begin = m_at;
    bool hasHigh = false;
    for (; m_at != m_end && *m_at != '"'; ++m_at) {
        if (*m_at == '\n' || *m_at == '\0') {
            return false;
        }
        if (*m_at == '\\') {
            ++m_at;
            if (m_at == m_end || (*m_at != '\\' && *m_at != '"' && *m_at != 'n')) {
                return false;
            }
        }
        hasHigh = hasHigh || static_cast<signed char>(*m_at) < 0;
    }
    value = {begin, static_cast<size_t>(m_at - begin)};
    return expect('"') && (!hasHigh || simdjson::validate_utf8(value.data(), value.size()));
}

bool ByteLoop::readValue()
{
    if (!expect(' ')) {
        return false;
    }
    const char* const begin = m_at;
    while (m_at != m_end && *m_at != ' ' && *m_at != '\n') {
        ++m_at;
    }
    const auto read = std::from_chars(begin, m_at, m_sample.value);
    return read.ptr == m_at && read.ec == std::errc() && expect('\n');
}

} // namespace stowage::bench
