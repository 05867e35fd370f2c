// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/HttpTypes.h"

namespace stowage {

QByteArray httpMethodName(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        return QByteArrayLiteral("GET");
    case HttpMethod::Head:
        return QByteArrayLiteral("HEAD");
    case HttpMethod::Post:
        return QByteArrayLiteral("POST");
    case HttpMethod::Put:
        return QByteArrayLiteral("PUT");
    case HttpMethod::Patch:
        return QByteArrayLiteral("PATCH");
    case HttpMethod::Delete:
        return QByteArrayLiteral("DELETE");
    }
    return QByteArrayLiteral("GET");
}

QByteArray HttpHeaders::value(QByteArrayView name) const
{
    for (const auto& [fieldName, fieldValue] : m_fields) {
        if (fieldName.compare(name, Qt::CaseInsensitive) == 0) {
            return fieldValue;
        }
    }
    return {};
}

std::vector<QByteArray> HttpHeaders::values(QByteArrayView name) const
{
    std::vector<QByteArray> found;
    for (const auto& [fieldName, fieldValue] : m_fields) {
        if (fieldName.compare(name, Qt::CaseInsensitive) == 0) {
            found.push_back(fieldValue);
        }
    }
    return found;
}

} // namespace stowage
