// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace stowage {

/// Works something out on a thread of the pool and hands it to the GUI thread, unless `context` is gone by
/// then. `work` gets values alone; what it gives is copied once, so let it be small or shared.
template <class Work, class Then>
void inBackground(QObject* context, Work work, Then then)
{
    using Value = std::invoke_result_t<Work>;
    const auto promise = std::make_shared<QPromise<Value>>();
    auto* watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)] {
        const Value value = watcher->result();
        watcher->deleteLater();
        then(value);
    });
    watcher->setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace stowage
