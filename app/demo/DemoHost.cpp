// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoHost.h"

#include "app/demo/DemoFleet.h"
#include "app/demo/DemoScenario.h"

namespace stowage {

DemoHost::DemoHost(const DemoSize& size, const Clock* clock, QObject* parent)
    : QObject(parent), m_clock(clock != nullptr ? *clock : m_ownClock), m_fleet(new DemoFleet(m_clock, size))
{
    m_fleet->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_fleet, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("demo"));
    m_thread.start();
}

DemoHost::~DemoHost()
{
    m_thread.quit();
    m_thread.wait();
}

void DemoHost::start(const QString& scenario)
{
    QMetaObject::invokeMethod(m_fleet, [this, scenario] {
        const Result<void> result = m_fleet->start(scenario);
        QMetaObject::invokeMethod(this, [this, scenario, result, profile = m_fleet->profileJson()] {
            if (result) {
                m_resolver.begin(findDemoScenario(scenario)->darkV6);
                Q_EMIT started(profile);
            } else {
                Q_EMIT failed(result.error());
            }
        });
    });
}

void DemoHost::whenServed(std::function<void()> then)
{
    QMetaObject::invokeMethod(m_fleet, [this, then = std::move(then)] {
        QMetaObject::invokeMethod(this, then, Qt::QueuedConnection);
    });
}

} // namespace stowage
