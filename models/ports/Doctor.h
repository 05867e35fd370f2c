// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QMetaType>
#include <QObject>
#include <QString>

#include <optional>

namespace stowage {

enum class Verdict : quint8
{
    Fine,
    Warning,
    Failed,
    Skipped
};

QString verdictName(Verdict verdict); ///< "fine", "warning", "failed", "skipped"

/// One step of the doctor's examination of a source.
struct Check
{
    QString id;    ///< "dns", "tcp4", "tcp6", "tls", "authentication", "identity", "capability"
    QString title; ///< for a person
    Verdict verdict = Verdict::Skipped;
    QString detail; ///< what was found
    QString todo;   ///< what to do; empty when fine
    std::optional<Millis> took;

    bool operator==(const Check&) const = default;
};

/// Examines one source step by step. GUI thread; one examination at a time per object.
class Doctor : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Begins; a running examination is called off first.
    virtual void examine(const QString& sourceId) = 0;

Q_SIGNALS:
    void checked(const QString& sourceId, const stowage::Check& check);
    void finished(const QString& sourceId);
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::Check)
