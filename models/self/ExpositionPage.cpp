// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/self/ExpositionPage.h"

namespace stowage {
namespace {

/// As the format wants it: backslash, quote and line end escaped.
QByteArray escaped(const QString& value)
{
    QByteArray text = value.toUtf8();
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return text;
}

} // namespace

void ExpositionPage::family(const char* name, const char* type, const char* help)
{
    m_name = QByteArray("stowage_") + name;
    m_head = "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + ' ' + type + '\n';
}

void ExpositionPage::put(double value, Labels labels)
{
    m_text += m_head;
    m_head.clear();
    m_text += m_name;
    char before = '{';
    for (const auto& [name, label] : labels) {
        m_text += before;
        m_text += QByteArray(name) + "=\"" + escaped(label) + '"';
        before = ',';
    }
    if (labels.size() > 0) {
        m_text += '}';
    }
    constexpr int Digits = 15;
    m_text += ' ' + QByteArray::number(value, 'g', Digits) + '\n';
}

void ExpositionPage::putSeconds(const std::optional<Millis>& value, Labels labels)
{
    if (value) {
        put(seconds(*value), labels);
    }
}

void ExpositionPage::putMoment(Timestamp at, Labels labels)
{
    if (at != Timestamp{}) {
        put(seconds(at.time_since_epoch()), labels);
    }
}

} // namespace stowage
