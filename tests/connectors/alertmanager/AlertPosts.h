// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QByteArray>

namespace stowage::test {

/// What is posted to a real Alertmanager: a list of one alert. `beside`: further members.
QByteArray oneAlert(const QByteArray& labels, const QByteArray& beside = {});

/// Above inhibits Below and Both; Works, an odd name, and one that begins tomorrow.
QByteArray variousAlerts(Timestamp now);

/// As rules of a fleet write them, of different hosts.
QByteArray floodAlerts(int first, int count);

/// An hour's silence by mira.
QByteArray silenceOf(const QByteArray& name, const QByteArray& value, bool isRegex, Timestamp from);

QByteArray stampOf(Timestamp at);

} // namespace stowage::test
