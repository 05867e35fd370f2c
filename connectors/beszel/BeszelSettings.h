// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/Endpoint.h"

namespace stowage {

/// A Beszel hub as the profile describes it. The times are the contract's; tests shorten them.
struct BeszelSettings
{
    QString id;
    Endpoint endpoint; ///< without credentials and declared reads: the connector adds what signing in takes
    QString user;      ///< the e-mail address of an account of the hub
    Secret password;

    Millis pollInterval{60'000};   ///< between two looks at the systems, and at everything without a stream
    Millis listInterval{300'000};  ///< between two full readings beside the stream
    Millis relistAfter{2'000};     ///< containers and services, after a system's event
    Millis relistEvery{10'000};    ///< at most
    Millis batchInterval{100};     ///< deltas of the stream leave at most this often
    Millis streamSilence{330'000}; ///< the hub cuts a silent stream after five minutes; later it is dead
    Millis helloPatience{15'000};  ///< from the stream's headers to PB_CONNECT
    Millis streamRetry{300'000};   ///< between two attempts where the hub refuses a stream
    Millis firstBackoff{1'000};    ///< after a lost line or a failure; doubles
    Millis longestBackoff{60'000};
    Millis refusedBackoff{600'000}; ///< after a refused password
    int pageSize = 500;             ///< records of one answer; the hub allows 1,000
    int mostContainers = 64;        ///< of one system with series of their own
};

} // namespace stowage
