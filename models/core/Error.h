// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <tl/expected.hpp>

#include <QMetaType>
#include <QString>

#include <optional>

namespace stowage {

/// What went wrong, in the classes that callers decide by. The words for a person are in Error.
enum class ErrorKind : quint8
{
    Usage,          ///< the command line is wrong
    Profile,        ///< the profile is wrong
    NameResolution, ///< DNS gave no usable address
    Connect,        ///< refused or unreachable
    Tls,            ///< handshake or certificate
    Timeout,        ///< the deadline passed
    Stalled,        ///< bytes stopped flowing before the deadline
    Interrupted,    ///< the connection broke in mid-answer, or the answer ended early
    TooLarge,       ///< the answer exceeds its limit
    Malformed,      ///< the answer is not what the protocol says
    Mismatch,       ///< the content does not have the digest it was asked by
    NotFound,
    Unauthorized,
    Forbidden,
    RateLimited,
    ServerFault, ///< a 5xx that retries did not cure
    Redirect,    ///< a loop, too many, or to where we do not go
    ReadOnly,    ///< the read-only gate refused it before it left
    Cancelled,
    Storage,     ///< our own disk or database
    NewerSchema, ///< a file was written by a newer program
    Unsupported,
    Defect, ///< a fault of ours
};

/// The stable name of a kind, as JSON prints it: "timeout", "serverFault", …
QString errorKindName(ErrorKind kind);

/// An error as a value: what happened, where, what to do about it. Never contains a secret.
struct Error
{
    ErrorKind kind = ErrorKind::Defect;
    QString message;                  ///< what happened, one sentence, for a person
    QString where;                    ///< the source, and the host or file it is about
    QString todo;                     ///< what the reader can do; may be empty
    std::optional<Millis> retryAfter; ///< when the other side asked for patience

    /// "where: message. todo", on one line.
    QString text() const;

    bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

/// Short for `tl::unexpected<Error>`.
inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace stowage

Q_DECLARE_METATYPE(stowage::Error)
