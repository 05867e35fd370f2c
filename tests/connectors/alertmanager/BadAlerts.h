// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace stowage::test {

/// A list of alerts that no Alertmanager should give, and how much of it can be read.
struct BadAlerts
{
    const char* name;
    QByteArray body;
    int alerts = 0;
    int leftOut = 0;
};

std::vector<BadAlerts> badAlerts();

/// What is no list of alerts at all.
struct NoAlerts
{
    const char* name;
    QByteArray body;
    int status = 200;
};

std::vector<NoAlerts> noAlerts();

/// An alert with these labels, annotations and further members, each as JSON.
QByteArray rawAlert(const QByteArray& labels, const QByteArray& annotations = "{}",
                    const QByteArray& beside = {});

QByteArray manyLabels(int count);

/// Silences, and how many of them can be read.
std::vector<BadAlerts> badSilences();

} // namespace stowage::test
