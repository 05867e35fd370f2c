// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/beszel/BadHubPages.h"

namespace stowage::test {

std::vector<NamedText> notHubLists()
{
    return {
        {"nothing", ""},
        {"a blank", " "},
        {"a web page", "<html></html>\n"},
        {"null", "null"},
        {"a number", "7"},
        {"an array", "[]"},
        {"no items", R"({"page":1})"},
        {"items are no list", R"({"items":{}})"},
        {"items are null", R"({"items":null})"},
        {"cut off", R"({"items":[{"id":"a")"},
        {"cut off behind the list", R"({"items":[])"},
        {"two documents", R"({"items":[]}{"items":[]})"},
        {"not UTF-8", "{\"items\":[{\"id\":\"\xFF\xFE\"}]}"},
        {"nested too deep", R"({"items":[)" + QByteArray(3'000, '[') + QByteArray(3'000, ']') + "]}"},
        {"a comma too many", R"({"items":[,]})"},
    };
}

std::vector<NamedText> oddStats()
{
    return {
        {"nothing odd", R"({"cpu":50})"},
        {"unknown fields", R"({"cpu":50,"zzz":{"a":[1,2,{"b":null}]},"new":"x"})"},
        {"null", R"({"cpu":50,"mu":null,"b":null,"ni":null,"la":null,"efs":null,"g":null,"t":null})"},
        {"text for numbers", R"({"cpu":"50","mp":"many"})"},
        {"numbers for objects", R"({"cpu":50,"ni":7,"efs":[1],"g":"x","t":true})"},
        {"objects for numbers", R"({"cpu":50,"mu":{},"d":[1],"dp":true})"},
        {"short arrays", R"({"cpu":50,"b":[1],"dio":[],"la":[1],"dios":[1,2],"cpub":[1]})"},
        {"long arrays", R"({"cpu":50,"b":[1,2,3,4],"la":[1,2,3,4,5,6],"cpub":[1,2,3,4,5,6,7,8]})"},
        {"arrays of other things", R"({"cpu":50,"b":[null,"x"],"la":[{},[],true]})"},
        {"not a number", R"({"cpu":50,"mp":"NaN","mu":"inf"})"},
        {"past any number", R"({"cpu":50,"mu":1e999,"mp":-1e999})"},
        {"past 64 bits", R"({"cpu":50,"b":[99999999999999999999999,1]})"},
        {"nameless devices", R"({"cpu":50,"t":{"":7},"efs":{"":{"d":1}}})"},
        {"device is null", R"({"cpu":50,"ni":{"eth0":null},"efs":{"a":null},"g":{"0":null}})"},
        {"escaped names", R"({"cpu":50,"t":{"\u0000\n\ud83d\ude80":7}})"},
        {"spaces", " {  \"cpu\" :\n 50 }\t"},
    };
}

QByteArray listOf(const std::vector<QByteArray>& records)
{
    QByteArray page = R"({"items":[)";
    for (size_t i = 0; i < records.size(); ++i) {
        page += (i == 0 ? "" : ",") + records[i];
    }
    const QByteArray count = QByteArray::number(static_cast<qulonglong>(records.size()));
    return page + R"(],"page":1,"perPage":500,"totalItems":)" + count + R"(,"totalPages":1})" + "\n";
}

QByteArray statsPage(const QByteArray& stats, const QByteArray& id, const QByteArray& created,
                     const QByteArray& type)
{
    return listOf({R"({"created":")" + created + R"(","id":")" + id + R"(","stats":)" + stats +
                   R"(,"system":"s1","type":")" + type + "\"}"});
}

} // namespace stowage::test
