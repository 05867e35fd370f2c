// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/MicroResponse.h"
#include "app/demo/prometheus/DemoHostSeries.h"

namespace stowage {

/// An answer of the API: `data` is JSON.
MicroResponse prometheusAnswer(const QByteArray& data);
MicroResponse prometheusError(int status, const QByteArray& type, const QByteArray& message);

/// The data of `/api/v1/status/buildinfo`, as recorded.
QByteArray demoBuildInfo();

/// The data of `/api/v1/targets`.
QByteArray demoTargetsPage(const DemoWorld& world, const std::vector<DemoTarget>& targets);

/// The data of `/api/v1/metadata`, for all metrics that the table's queries name, or one of them.
QByteArray demoMetadata(const MetricTable& table, const QString& metric);

} // namespace stowage
