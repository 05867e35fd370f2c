// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/alertmanager/AlertPosts.h"

namespace stowage::test {

QByteArray stampOf(Timestamp at)
{
    return toRfc3339(at).toLatin1();
}

QByteArray oneAlert(const QByteArray& labels, const QByteArray& beside)
{
    return R"([{"labels":)" + labels + beside + "}]";
}

QByteArray variousAlerts(Timestamp now)
{
    return R"([{"labels":{"alertname":"Above","instance":"x","severity":"critical"}},)"
           R"({"labels":{"alertname":"Below","instance":"x","severity":"warning"}},)"
           R"({"labels":{"alertname":"Works","instance":"y","severity":"warning"}},)"
           R"({"labels":{"alertname":"Both","instance":"x","severity":"warning","team":"a"}},)"
           R"({"labels":{"alertname":"Odd\u0001\u001b[31m<b>"},"generatorURL":"javascript:alert"},)"
           R"({"labels":{"alertname":"Tomorrow"},"startsAt":")" +
           stampOf(now + std::chrono::hours(24)) + R"(","endsAt":")" + stampOf(now + std::chrono::hours(48)) +
           "\"}]";
}

QByteArray floodAlerts(int first, int count)
{
    QByteArrayList list;
    for (int i = first; i < first + count; ++i) {
        const QByteArray number = QByteArray::number(i);
        list << R"({"labels":{"alertname":"Flood)" + QByteArray::number(i % 20) + R"(","instance":"10.77.)" +
                    QByteArray::number(i / 250) + '.' + QByteArray::number(i % 250) +
                    R"(:9100","job":"node","severity":"warning","zone":"eu-)" + QByteArray::number(i % 3) +
                    R"(","cluster":"lab"},"annotations":{"summary":"alert )" + number +
                    R"( of a flood","description":"it goes on and on and on, says number )" + number +
                    R"("},"generatorURL":"http://prom.example.test:9090/graph?g0.expr=up&g0.tab=1"})";
    }
    return '[' + list.join(',') + ']';
}

QByteArray silenceOf(const QByteArray& name, const QByteArray& value, bool isRegex, Timestamp from)
{
    return R"({"matchers":[{"name":")" + name + R"(","value":")" + value + R"(","isEqual":true,"isRegex":)" +
           (isRegex ? "true" : "false") + R"(}],"createdBy":"mira","comment":"works","startsAt":")" +
           stampOf(from) + R"(","endsAt":")" + stampOf(from + std::chrono::hours(1)) + "\"}";
}

} // namespace stowage::test
