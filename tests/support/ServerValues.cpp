// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ServerValues.h"

namespace stowage::test {

QByteArray RecordedRequest::header(const QByteArray& name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

ServerAnswer ServerAnswer::json(QByteArray content, int code)
{
    ServerAnswer answer;
    answer.status = code;
    answer.headers = {{"Content-Type", "application/json"}};
    answer.body = std::move(content);
    return answer;
}

ServerAnswer ServerAnswer::text(QByteArray content, int code)
{
    ServerAnswer answer;
    answer.status = code;
    answer.headers = {{"Content-Type", "text/plain"}};
    answer.body = std::move(content);
    return answer;
}

ServerAnswer ServerAnswer::redirect(QByteArray location, int code)
{
    ServerAnswer answer;
    answer.status = code;
    answer.headers = {{"Location", std::move(location)}};
    return answer;
}

ServerAnswer ServerAnswer::of(Fault fault, Millis interval)
{
    ServerAnswer answer =
        json(R"({"name":"good","values":[1,2,3,4,5,6,7,8,9,10],"more":"than one read of it"})");
    answer.fault = fault;
    answer.interval = interval;
    return answer;
}

ServerAnswer ServerAnswer::with(QByteArray name, QByteArray value) const
{
    ServerAnswer answer = *this;
    answer.headers.emplace_back(std::move(name), std::move(value));
    return answer;
}

} // namespace stowage::test
