// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/prometheus/NastyAnswers.h"

namespace stowage::test {

std::vector<NastyAnswer> nastyAnswers()
{
    const QByteArray success = R"({"status":"success","data":)";
    return {
        {"empty", ""},
        {"space", "   \n"},
        {"html", "<html><body>Sign in</body></html>"},
        {"html refused", "<html>\x01\x02 no</html>", 502},
        {"half", R"({"status":"success","data":{"resul)"},
        {"not utf-8", "{\"status\":\"success\",\"data\":{\"resultType\":\"vec\xff\xfe\"}}"},
        {"two documents", R"({"status":"success"}{"status":"success"})"},
        {"null", "null"},
        {"number", "7"},
        {"huge number", success + "1e999999}"},
        {"list", "[]"},
        {"text", R"("success")"},
        {"no status", R"({"data":{"resultType":"vector","result":[]}})"},
        {"status a number", R"({"status":7,"data":{}})"},
        {"status unknown", R"({"status":"fine","data":{"resultType":"vector","result":[]}})"},
        {"no data", R"({"status":"success"})"},
        {"data null", success + "null}"},
        {"data a text", success + R"("x"})"},
        {"data a list", success + "[1]}"},
        {"deep", QByteArray(100'000, '[') + QByteArray(100'000, ']')},
        {"deep data", success + QByteArray(5'000, '[') + QByteArray(5'000, ']') + "}"},
        {"10 MB of nothing", QByteArray(10 * 1024 * 1024, ' ')},
        {"10 MB of text", '"' + QByteArray(10 * 1024 * 1024, 'x') + '"'},
        {"error with 200", R"({"status":"error","errorType":"internal","error":"boom"})"},
        {"400", R"({"status":"error","errorType":"bad_data","error":"boom"})", 400},
        {"401", "", 401},
        {"403", "no", 403},
        {"404", "404 page not found\n", 404},
        {"422", R"({"status":"error","errorType":"execution","error":"boom"})", 422},
        {"429", "", 429},
        {"500", R"({"status":"error","errorType":7,"error":[]})", 500},
        {"503", R"({"status":"error","errorType":"unavailable","error":"still starting"})", 503},
        {"301", "", 301},
        {"error without end", R"({"status":"error","error":")" + QByteArray(1'000'000, 'x') + "\"}", 422},
        {"error of control characters", "{\"status\":\"error\",\"error\":\"a\\u0000\\u001b[31mb\"}", 422},
        {"204", "", 204},
    };
}

} // namespace stowage::test
