// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Invocation.h"
#include "app/compose/WindowSession.h"
#include "app/demo/DemoHost.h"
#include "app/run/ExitStatus.h"
#include "app/run/Settling.h"

#include <QObject>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace stowage {

/// `stowage screenshots DIR`: every page as PNG, once the sources have answered or failed. Of the profile
/// that was named; of the simulated fleet when none was.
class ScreenshotRun : public QObject
{
    Q_OBJECT

public:
    ScreenshotRun(const Invocation& invocation, const Clock& clock, QObject* parent = nullptr);
    ~ScreenshotRun() override;

    void start();

Q_SIGNALS:
    void finished(stowage::ExitStatus status);

private:
    void showDemo(const QByteArray& profileJson);
    void show(const Profile& profile, const NameScouts& names = {});
    void shoot();
    void addScenes();
    void addHostScenes();
    void addNowScenes();
    void addTimelineScenes();
    bool isReading() const;
    void shootScene(size_t index);
    void takeSettled(size_t index, int waits);
    ExitStatus save(const QString& name);

    /// What is shown for a picture, and how the picture is called.
    struct Scene
    {
        QString name;
        std::function<void()> show;
    };

    Invocation m_invocation;
    const Clock& m_clock;
    QTemporaryDir m_folder;
    DemoHost m_demo;
    std::unique_ptr<FleetSession> m_session;
    std::unique_ptr<WindowSession> m_window;
    std::unique_ptr<Settling> m_settling;
    std::vector<Scene> m_scenes;
};

} // namespace stowage
