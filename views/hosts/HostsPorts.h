// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace stowage {

class BaselineBook;
class HostBook;
class HostForecasts;
class SeriesExporter;
class SeriesReader;
class ViewMemory;

/// What the page of hosts is given beside the fleet. All of it outlives the page.
struct HostsPorts
{
    HostBook& book;
    SeriesReader& reader;
    const HostForecasts* forecasts = nullptr; ///< null: nothing is foretold
    const SeriesExporter* exporter = nullptr; ///< null: no documents, tables and pictures only
    ViewMemory* memory = nullptr;             ///< null: choices last as long as the page
    const BaselineBook* baselines = nullptr;  ///< null: nothing is known of what is usual
};

} // namespace stowage
