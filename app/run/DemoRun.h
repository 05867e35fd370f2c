// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Invocation.h"
#include "app/compose/SessionOptions.h"
#include "app/demo/DemoHost.h"
#include "app/profile/ProfileReader.h"
#include "app/run/ExitStatus.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace stowage {

class OneShot;
class WindowRun;

/// The simulated fleet, and Stowage upon it by the same sockets and connectors as upon a real one. What it
/// learns is kept in a folder that goes with it, unless one was named.
class DemoRun : public QObject
{
    Q_OBJECT

public:
    /// `withWindow`: else the report is printed, or the document of `stowage snapshot` with --json.
    DemoRun(const Invocation& invocation, const Clock& clock, bool withWindow, QObject* parent = nullptr);
    ~DemoRun() override;

    void start();

Q_SIGNALS:
    void finished(stowage::ExitStatus status);

private:
    void end(ExitStatus status);
    void connectTo(const QByteArray& profileJson);
    void startReport(const Profile& profile);
    void startWindow(const Profile& profile);
    NameScouts scouts() const;

    Invocation m_invocation;
    const Clock& m_clock;
    const bool m_withWindow;
    QTemporaryDir m_folder;
    DemoHost m_fleet;
    std::unique_ptr<OneShot> m_report;
    std::unique_ptr<WindowRun> m_window;
};

} // namespace stowage
