// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/beszel/BadAlertPages.h"

namespace stowage::test {

QByteArray alertRecord(const QByteArray& id, const QByteArray& user, const QByteArray& name, bool isTriggered,
                       const QByteArray& updated, double limit, int minutes, const QByteArray& system)
{
    return R"({"collectionName":"alerts","created":"2026-11-01 00:00:00.000Z","id":")" + id + R"(","min":)" +
           QByteArray::number(minutes) + R"(,"name":")" + name + R"(","system":")" + system +
           R"(","triggered":)" + (isTriggered ? "true" : "false") + R"(,"updated":"2026-11-21 )" + updated +
           R"(","user":")" + user + R"(","value":)" + QByteArray::number(limit) + "}";
}

QByteArray turnRecord(const QByteArray& id, const QByteArray& alert, const QByteArray& began,
                      const QByteArray& ended, const QByteArray& name, double limit)
{
    return R"({"alert_id":")" + alert + R"(","collectionName":"alerts_history","created":"2026-11-21 )" +
           began + R"(","id":")" + id + R"(","name":")" + name + R"(","resolved":")" +
           (ended.isEmpty() ? QByteArray() : "2026-11-21 " + ended) +
           R"(","system":"s1","user":"u1","value":)" + QByteArray::number(limit) + "}";
}

QByteArray quietRecord(const QByteArray& type, const QByteArray& from, const QByteArray& to,
                       const QByteArray& system)
{
    return R"({"end":")" + to + R"(","id":"q1","start":")" + from + R"(","system":")" + system +
           R"(","type":")" + type + R"(","user":"u1"})";
}

std::vector<OddRecord> oddAlerts()
{
    const QByteArray most = R"("id":"a1","system":"s1","name":"CPU","triggered":true)";
    return {
        {"nothing odd", "{" + most + R"(,"updated":"2026-11-21 22:00:00.000Z","value":80,"min":1})", true},
        {"the least", "{" + most + "}", true},
        {"unknown fields", "{" + most + R"(,"zzz":{"a":[1,{"b":null}]}})", true},
        {"limit is text", "{" + most + R"(,"value":"80"})", true},
        {"limit is a word", "{" + most + R"(,"value":"many"})", true},
        {"limit is null", "{" + most + R"(,"value":null,"min":null})", true},
        {"limit is an object", "{" + most + R"(,"value":{},"min":[]})", true},
        {"minutes past any year", "{" + most + R"(,"value":1e300,"min":1e300})", true},
        {"minutes below zero", "{" + most + R"(,"min":-5})", true},
        {"moment is no moment", "{" + most + R"(,"updated":"yesterday"})", true},
        {"moment is a number", "{" + most + R"(,"updated":17})", true},
        {"in the year 9999", "{" + most + R"(,"updated":"9999-12-31 23:59:59.999Z"})", true},
        {"user is a number", "{" + most + R"(,"user":7})", true},
        {"control characters", R"({"id":"a1","system":"s1","name":"C\u0000P\nU<b>","triggered":true})", true},
        {"no id", R"({"system":"s1","name":"CPU","triggered":true})", false},
        {"id is null", R"({"id":null,"system":"s1","name":"CPU","triggered":true})", false},
        {"no system", R"({"id":"a1","name":"CPU","triggered":true})", false},
        {"system is a number", R"({"id":"a1","system":7,"name":"CPU","triggered":true})", false},
        {"no name", R"({"id":"a1","system":"s1","triggered":true})", false},
        {"nothing of whether", R"({"id":"a1","system":"s1","name":"CPU"})", false},
        {"whether is null", R"({"id":"a1","system":"s1","name":"CPU","triggered":null})", false},
        {"whether is text", R"({"id":"a1","system":"s1","name":"CPU","triggered":"true"})", false},
        {"whether is a number", R"({"id":"a1","system":"s1","name":"CPU","triggered":1})", false},
        {"null", "null", false},
        {"a number", "7", false},
        {"an array", "[]", false},
        {"nothing in it", "{}", false},
    };
}

std::vector<OddRecord> oddTurns()
{
    const QByteArray most =
        R"("id":"h1","alert_id":"a1","system":"s1","name":"CPU","created":"2026-11-21 22:00:00.000Z")";
    return {
        {"nothing odd", "{" + most + R"(,"resolved":"2026-11-21 22:05:00.000Z","value":80})", true},
        {"open", "{" + most + R"(,"resolved":""})", true},
        {"nothing of the end", "{" + most + "}", true},
        {"end is null", "{" + most + R"(,"resolved":null})", true},
        {"end before the beginning", "{" + most + R"(,"resolved":"2026-11-21 21:05:00.000Z"})", true},
        {"no alert", R"({"id":"h1","system":"s1","name":"CPU","created":"2026-11-21 22:00:00.000Z"})", true},
        {"limit is a word", "{" + most + R"(,"value":"many"})", true},
        {"end is a word", "{" + most + R"(,"resolved":"soon"})", false},
        {"end is a number", "{" + most + R"(,"resolved":5})", false},
        {"end is true", "{" + most + R"(,"resolved":true})", false},
        {"no beginning", R"({"id":"h1","alert_id":"a1","system":"s1","name":"CPU","resolved":""})", false},
        {"beginning is a word", R"({"id":"h1","system":"s1","name":"CPU","created":"x"})", false},
        {"no id", R"({"system":"s1","name":"CPU","created":"2026-11-21 22:00:00.000Z"})", false},
        {"no system", R"({"id":"h1","name":"CPU","created":"2026-11-21 22:00:00.000Z"})", false},
        {"no name", R"({"id":"h1","system":"s1","created":"2026-11-21 22:00:00.000Z"})", false},
        {"null", "null", false},
        {"an array", "[[]]", false},
    };
}

std::vector<OddRecord> oddQuietHours()
{
    const QByteArray from = "2026-11-21 22:00:00.000Z";
    const QByteArray to = "2026-11-21 23:00:00.000Z";
    return {
        {"daily", quietRecord("daily", from, to), true},
        {"over midnight", quietRecord("daily", to, from), true},
        {"once", quietRecord("one-time", from, to), true},
        {"once, backwards", quietRecord("one-time", to, from), false},
        {"another type", quietRecord("weekly", from, to), false},
        {"no type", R"({"id":"q1","start":"2026-11-21 22:00:00.000Z","end":"2026-11-21 23:00:00.000Z"})",
         false},
        {"no end", R"({"id":"q1","type":"daily","start":"2026-11-21 22:00:00.000Z"})", false},
        {"beginning is a word", quietRecord("daily", "noon", to), false},
        {"null", "null", false},
    };
}

} // namespace stowage::test
