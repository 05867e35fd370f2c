// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/exposition/PlainExposition.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringDecoder>

#include <cmath>
#include <limits>
#include <locale>
#include <sstream>

namespace stowage::test {

namespace {

bool isUtf8(const QByteArray& text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(text);
    return !decoder.hasError() && !decoded.isNull();
}

/// Consumes from the front of one line. Latin-1 makes each byte one character.
class Line
{
public:
    explicit Line(const QByteArray& line) : m_text(QString::fromLatin1(line)) {}

    void skipBlanks() { take(QStringLiteral("[ \\t]*")); }
    bool isAtEnd() const { return m_text.isEmpty(); }
    bool startsWith(char c) const { return m_text.startsWith(QLatin1Char(c)); }

    QByteArray take(const QString& pattern)
    {
        static QHash<QString, QRegularExpression> expressions;
        QRegularExpression& expression = expressions[pattern];
        if (expression.pattern().isEmpty()) {
            expression = QRegularExpression(QStringLiteral("^(?:%1)").arg(pattern),
                                            QRegularExpression::DotMatchesEverythingOption);
        }
        const QString found = expression.match(m_text).captured();
        m_text.remove(0, found.size());
        return found.toLatin1();
    }

private:
    QString m_text;
};

QByteArray unescaped(QByteArray text)
{
    QByteArray plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
            plain += text[i] == 'n' ? '\n' : text[i];
        } else {
            plain += text[i];
        }
    }
    return plain;
}

bool readNumber(const QByteArray& token, double& value)
{
    static const QRegularExpression decimal(
        QStringLiteral("^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?$"));
    const QByteArray lower = token.toLower();
    const QByteArray bare = lower.startsWith('-') || lower.startsWith('+') ? lower.mid(1) : lower;
    const double sign = lower.startsWith('-') ? -1 : 1;
    if (bare == "inf" || bare == "infinity") {
        value = sign * std::numeric_limits<double>::infinity();
        return true;
    }
    if (bare == "nan") {
        value = std::numeric_limits<double>::quiet_NaN();
        return true;
    }
    if (token.size() > 512 || !decimal.match(QString::fromLatin1(token)).hasMatch()) {
        return false;
    }
    std::istringstream stream(token.toStdString());
    stream.imbue(std::locale::classic());
    stream >> value;
    return std::fabs(value) < std::numeric_limits<double>::max();
}

bool readLabels(Line& line, QMap<QByteArray, QByteArray>& labels)
{
    line.take(QStringLiteral("\\{"));
    line.skipBlanks();
    while (!line.startsWith('}')) {
        const QByteArray name = line.take(QStringLiteral("[a-zA-Z_][a-zA-Z0-9_]*"));
        const QByteArray equals = line.take(QStringLiteral("[ \\t]*=[ \\t]*"));
        const QByteArray quoted = line.take(QStringLiteral("\"(?:[^\"\\\\]|\\\\[\\\\\"n])*\""));
        if (name.isEmpty() || equals.isEmpty() || quoted.isEmpty() || labels.contains(name)) {
            return false;
        }
        labels.insert(name, unescaped(quoted.mid(1, quoted.size() - 2)));
        line.skipBlanks();
        if (line.take(QStringLiteral(",")).isEmpty() && !line.startsWith('}')) {
            return false;
        }
        line.skipBlanks();
    }
    line.take(QStringLiteral("\\}"));
    return true;
}

bool readSample(Line line, PlainSample& sample)
{
    sample.name = line.take(QStringLiteral("[a-zA-Z_:][a-zA-Z0-9_:]*"));
    const QByteArray blanks = line.take(QStringLiteral("[ \\t]*"));
    const bool hasLabels = line.startsWith('{');
    if (sample.name.isEmpty() || (blanks.isEmpty() && !hasLabels) ||
        (hasLabels && !readLabels(line, sample.labels))) {
        return false;
    }
    line.skipBlanks();
    if (!readNumber(line.take(QStringLiteral("[^ \\t]+")), sample.value)) {
        return false;
    }
    line.skipBlanks();
    if (line.isAtEnd()) {
        return true;
    }
    double timestamp = 0;
    if (!readNumber(line.take(QStringLiteral("[^ \\t]+")), timestamp) ||
        !(std::fabs(timestamp) <= 9'007'199'254'740'992.0) || std::trunc(timestamp) != timestamp) {
        return false;
    }
    sample.timestamp = static_cast<qint64>(timestamp);
    line.skipBlanks();
    return line.isAtEnd();
}

bool readComment(Line line, QSet<QByteArray>& typed)
{
    static const QSet<QByteArray> types{"counter", "gauge", "histogram", "summary", "untyped"};
    line.take(QStringLiteral("#[ \\t]*"));
    const QByteArray keyword = line.take(QStringLiteral("[a-zA-Z0-9_:]*"));
    if (keyword != "HELP" && keyword != "TYPE") {
        return true;
    }
    if (line.take(QStringLiteral("[ \\t]+")).isEmpty()) {
        return false;
    }
    const QByteArray name = line.take(QStringLiteral("[a-zA-Z_:][a-zA-Z0-9_:]*"));
    if (name.isEmpty() || (!line.isAtEnd() && line.take(QStringLiteral("[ \\t]+")).isEmpty())) {
        return false;
    }
    if (keyword == "HELP") {
        return true;
    }
    const QByteArray type = line.take(QStringLiteral("[^ \\t]*"));
    line.skipBlanks();
    const bool isNew = !typed.contains(name);
    typed.insert(name);
    return types.contains(type) && line.isAtEnd() && isNew;
}

} // namespace

PlainPage readPlainly(const QByteArray& page)
{
    PlainPage result;
    QSet<QByteArray> typed;
    QSet<QString> seen;
    int number = 0;
    for (qsizetype begin = 0; begin < page.size();) {
        ++number;
        const qsizetype end = page.indexOf('\n', begin);
        const QByteArray text = page.mid(begin, end < 0 ? -1 : end - begin);
        begin = end < 0 ? page.size() : end + 1;
        Line line(text);
        line.skipBlanks();
        PlainSample sample;
        bool isRight = end >= 0 && !text.contains('\0') && isUtf8(text.isEmpty() ? QByteArray(" ") : text);
        if (isRight && line.startsWith('#')) {
            isRight = !text.endsWith('\r') && readComment(line, typed);
        } else if (isRight && !line.isAtEnd()) {
            isRight = readSample(line, sample);
            QStringList key{QString::fromUtf8(sample.name)};
            for (auto label = sample.labels.cbegin(); label != sample.labels.cend(); ++label) {
                key << QString::fromUtf8(label.key()) << QString::fromUtf8(label.value());
            }
            const QString series = key.join(QChar(0));
            isRight = isRight && !seen.contains(series);
            if (isRight) {
                seen.insert(series);
                result.samples.push_back(sample);
            }
        }
        if (!isRight) {
            result.wrongLine = number;
            return result;
        }
    }
    return result;
}

} // namespace stowage::test
