// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/walls/WallRules.h"

#include <QRegularExpression>

#include <array>

namespace stowage::test {
namespace {

struct Wall
{
    QLatin1String folder;
    QLatin1String ownForbidden;    ///< folders of ours that it must not include, as an alternation
    QLatin1String systemForbidden; ///< headers of libraries that it must not include, as an alternation
};

// design.md, "The house". A library is named where letting it in would move a responsibility across a wall.
constexpr std::array Walls{
    Wall{QLatin1String("models/"), QLatin1String("connectors|views|app|tests"),
         QLatin1String(
             "QtGui|QtWidgets|QtNetwork|QtCharts|QtSvg|QtSql|QWidget|QPainter|QColor|QFont|QPixmap|QImage|"
             "QIcon|"
             "QApplication|QGuiApplication|QTcp|QUdp|QSsl|QNetwork|QDns|QHost|QChart|curl/|sqlite3|SQLiteCpp|"
             "nlohmann/|simdjson|microhttpd|ncurses|valijson")},
    Wall{QLatin1String("connectors/"), QLatin1String("views|app|tests"),
         QLatin1String(
             "QtWidgets|QtCharts|QWidget|QPainter|QApplication|QGuiApplication|QChart|ncurses|microhttpd")},
    Wall{QLatin1String("views/"), QLatin1String("connectors|app|tests"),
         QLatin1String("QtNetwork|QTcp|QUdp|QSsl|QNetwork|QDns|QHost|curl/"
                       "|sqlite3|SQLiteCpp|simdjson|microhttpd|valijson")},
    Wall{QLatin1String("app/"), QLatin1String("tests"), QLatin1String("curl/|sqlite3|SQLiteCpp|simdjson")},
};

constexpr qsizetype LongestSource = 400;
constexpr qsizetype LongestHeader = 150;

QStringList includeComplaints(const Wall& wall, const QString& path, const QString& text)
{
    static const QRegularExpression include(
        QStringLiteral(R"(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"])"),
        QRegularExpression::MultilineOption);
    const QRegularExpression own(QStringLiteral("^(\\.\\./)*(%1)/").arg(wall.ownForbidden));
    const QRegularExpression system(QStringLiteral("^(Q[A-Za-z]+/)?(%1)").arg(wall.systemForbidden));
    QStringList found;
    for (auto matches = include.globalMatch(text); matches.hasNext();) {
        const QString target = matches.next().captured(2);
        if (own.match(target).hasMatch() || system.match(target).hasMatch()) {
            found << QStringLiteral("%1 includes %2 through a wall").arg(path, target);
        }
    }
    return found;
}

} // namespace

QStringList WallRules::complaints(const QString& path, const QString& text)
{
    QStringList found;
    for (const Wall& wall : Walls) {
        if (path.startsWith(wall.folder)) {
            found += includeComplaints(wall, path, text);
        }
    }
    if (!text.startsWith(QLatin1String("// SPDX-License-Identifier: GPL-3.0-or-later\n"))) {
        found << QStringLiteral("%1 does not begin with the licence line").arg(path);
    }
    const qsizetype lines = text.count(QLatin1Char('\n'));
    const qsizetype limit = path.endsWith(QLatin1String(".h")) ? LongestHeader : LongestSource;
    if (lines > limit && !path.startsWith(QLatin1String("tests/"))) {
        found << QStringLiteral("%1 has %2 lines, more than %3").arg(path).arg(lines).arg(limit);
    }
    return found;
}

QStringList WallRules::typesOf(const QString& text)
{
    static const QRegularExpression definition(
        QStringLiteral("^(?:enum class|enum|class|struct) ([A-Z]\\w*)(?: final)?(?: : [^;{]*)?\\s*\\{"),
        QRegularExpression::MultilineOption);
    QStringList names;
    for (auto matches = definition.globalMatch(text); matches.hasNext();) {
        names << matches.next().captured(1);
    }
    return names;
}

} // namespace stowage::test
