// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/prometheus/RangeServer.h"

#include <QUrl>
#include <QUrlQuery>

namespace stowage::test {
namespace {

ServerAnswer errorAnswer(int status, const QByteArray& text)
{
    return ServerAnswer::json(R"({"status":"error","errorType":"execution","error":")" + text + "\"}",
                              status);
}

} // namespace

ServerHandler RangeServer::handler() const
{
    return [ranges = *this](const RecordedRequest& request) {
        const QUrlQuery query(QUrl::fromEncoded(request.target));
        const auto told = [&query](const char* name) {
            return query.queryItemValue(QString::fromLatin1(name)).toDouble();
        };
        const auto start = static_cast<qint64>(told("start"));
        const auto step = static_cast<qint64>(told("step"));
        const auto points = step <= 0 ? 0 : (static_cast<qint64>(told("end")) - start) / step + 1;
        if (points > ranges.mostPoints) {
            return errorAnswer(ranges.refusal, "exceeded maximum resolution of 1,000 points per timeseries");
        }
        if (start < ranges.brokenBefore) {
            return errorAnswer(500, "boom");
        }
        QByteArray values;
        for (qint64 i = 0; i < points; ++i) {
            values += QByteArray(i == 0 ? "[" : ",[") + QByteArray::number(start + i * step) + ",\"1.5\"]";
        }
        QByteArray series;
        for (int i = 0; i < ranges.seriesAPiece; ++i) {
            series += QByteArray(i == 0 ? "" : ",") + R"({"metric":{"replica":")" + QByteArray::number(i) +
                      R"("},"values":[)" + values + "]}";
        }
        return ServerAnswer::json(R"({"status":"success","data":{"resultType":"matrix","result":[)" + series +
                                  "]}" + ranges.beside + '}');
    };
}

} // namespace stowage::test
