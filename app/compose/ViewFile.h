// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/ViewMemory.h"

#include <QMap>
#include <QThreadPool>

namespace stowage {

/// ViewMemory as a small JSON file in the profile's data folder. A file that cannot be read is taken as
/// empty, since nothing in it is worth a refusal; one that cannot be written costs the choices of this run.
class ViewFile final : public ViewMemory
{
public:
    /// Reads the file. An empty folder: nothing is kept.
    explicit ViewFile(const QString& folder);
    /// Waits until what was chosen last is written.
    ~ViewFile() override;

    QString recall(const QString& name) const override { return m_values.value(name); }
    void remember(const QString& name, const QString& value) override;

private:
    QString m_path;
    QMap<QString, QString> m_values;
    QThreadPool m_writer; ///< of one thread: the disk may take its time, and the last to be told wins
};

} // namespace stowage
