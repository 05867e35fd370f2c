// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTranslator>

namespace stowage::test {

/// The program's translation, which remembers what it was asked for in vain: a context that lookup and
/// lupdate see differently shows here, and nowhere else.
class StrictTranslator : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    QString translate(const char* context, const char* source, const char* disambiguation,
                      int n) const override;

    QStringList missing() const { return m_missing; } ///< "context | source"; Qt's own left out

private:
    mutable QStringList m_missing;
};

} // namespace stowage::test
