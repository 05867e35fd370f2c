// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/Endpoint.h"
#include "connectors/http/RetryPolicy.h"

namespace stowage {

/// Which limit of ours ended a transfer.
enum class Halt : quint8
{
    None,
    Deadline,
    Idle,
    BodyLimit,
    HeaderLimit
};

/// How far a transfer had come.
enum class Reached : quint8
{
    Nothing,
    Name,
    Connection,
    Tls,
    Sent,
    Headers
};

/// All that is known about a transfer that gave no answer.
struct TransferFailure
{
    int curlCode = 0;      ///< CURLcode
    long verifyResult = 0; ///< OpenSSL's X509_V_ERR_*, 0 when the chain itself was fine
    long osError = 0;      ///< errno of the connection attempt
    QByteArray detail;     ///< libcurl's own words
    Halt halt = Halt::None;
    Reached reached = Reached::Nothing;
    QString where; ///< source and host
    QString host;
    Millis deadline{0};
    Millis idleLimit{0};
    qint64 bodyLimit = 0;
};

/// The error for a person, and what the retry table makes of it.
struct JudgedFailure
{
    Error error;
    RetryCause cause = RetryCause::None;
};

/// Turns libcurl's codes and our limits into kinds, and words that say what happened and what to do.
JudgedFailure judge(const TransferFailure& failure);

} // namespace stowage
