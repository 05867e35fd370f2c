// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/alerts/AlertThings.h"

#include "connectors/store/SqlStatement.h"

#include <nlohmann/json.hpp>

#include <QCryptographicHash>

namespace stowage {
namespace {

using nlohmann::json;

constexpr qsizetype MostRemembered = 4'096;
constexpr size_t LongestRemembered = 4'096; ///< bytes of labels

constexpr const char* Find = "SELECT id FROM thing WHERE hash = ?";
constexpr const char* Put = "INSERT INTO thing (hash, alert, name, subject_kind, subject, zone, touches, "
                            "labels) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id";
constexpr const char* Read =
    "SELECT alert, name, subject_kind, subject, zone, touches, labels FROM thing WHERE id = ?";
constexpr const char* Drop =
    "DELETE FROM thing WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM event WHERE thing = ?1)";

std::string toJson(const std::vector<AlertLabel>& labels)
{
    json list = json::array();
    for (const AlertLabel& label : labels) {
        list.push_back(json::array({label.name.toStdString(), label.value.toStdString()}));
    }
    return list.dump();
}

std::string toJson(const std::vector<AlertSubject>& subjects)
{
    json list = json::array();
    for (const AlertSubject& subject : subjects) {
        list.push_back(json::array({static_cast<int>(subject.kind), subject.name.toStdString()}));
    }
    return list.dump();
}

/// The file may have been written by anybody.
SubjectKind subjectKindOf(qint64 number)
{
    return number > 0 && number <= static_cast<qint64>(SubjectKind::Stowage)
               ? static_cast<SubjectKind>(number)
               : SubjectKind::Unknown;
}

QString textOf(const json& value)
{
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string&>()) : QString();
}

/// The pairs of a list of pairs; what is none is left out.
template <class Take>
void readPairs(const std::string& text, const Take& take)
{
    const json list = json::parse(text, nullptr, false);
    if (list.is_array()) {
        for (const json& pair : list) {
            if (pair.is_array() && pair.size() == 2) {
                take(pair[0], pair[1]);
            }
        }
    }
}

std::vector<AlertLabel> labelsOf(const std::string& text)
{
    std::vector<AlertLabel> labels;
    readPairs(text, [&labels](const json& name, const json& value) {
        labels.push_back({textOf(name), textOf(value)});
    });
    return labels;
}

std::vector<AlertSubject> subjectsOf(const std::string& text)
{
    std::vector<AlertSubject> subjects;
    readPairs(text, [&subjects](const json& kind, const json& name) {
        subjects.push_back({subjectKindOf(kind.is_number_integer() ? kind.get<qint64>() : 0), textOf(name)});
    });
    return subjects;
}

} // namespace

AlertThings::AlertThings(SQLite::Database& database)
    : m_find(database, Find), m_put(database, Put), m_read(database, Read), m_drop(database, Drop)
{
}

qint64 AlertThings::numberFor(const AlertEvent& event)
{
    const std::string labels = toJson(event.labels);
    const std::string touches = toJson(event.place.touches);
    const auto kind = static_cast<qint64>(event.place.subject.kind);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray& part) {
        hash.addData(QByteArray::number(part.size()) + ' ' + part);
    };
    add(event.alert.toUtf8());
    add(event.name.toUtf8());
    add(QByteArray::number(kind));
    add(event.place.subject.name.toUtf8());
    add(event.place.zone.toUtf8());
    add(QByteArray::fromStdString(touches));
    add(QByteArray::fromStdString(labels));
    const QByteArray digest = hash.result().left(16);
    if (const auto known = sql::rowOf(m_find, QByteArrayView(digest))) {
        return *known;
    }
    return sql::rowOf(m_put, QByteArrayView(digest), event.alert, event.name, kind, event.place.subject.name,
                      event.place.zone, touches, labels)
        .value();
}

void AlertThings::fill(qint64 number, AlertEvent& event)
{
    const auto put = [&event](const Thing& thing) {
        event.alert = thing.alert;
        event.name = thing.name;
        event.place = thing.place;
        event.labels = thing.labels;
    };
    const auto known = m_known.constFind(number);
    if (known == m_known.cend()) {
        put(read(number));
    } else {
        put(*known);
    }
}

AlertThings::Thing AlertThings::read(qint64 number)
{
    Thing thing;
    sql::bind(m_read, number);
    if (m_read.executeStep()) {
        const auto text = [this](int column) {
            return m_read.getColumn(column).getString();
        };
        thing.alert = QString::fromStdString(text(0));
        thing.name = QString::fromStdString(text(1));
        thing.place.subject = {subjectKindOf(m_read.getColumn(2).getInt64()),
                               QString::fromStdString(text(3))};
        thing.place.zone = QString::fromStdString(text(4));
        thing.place.touches = subjectsOf(text(5));
        const std::string labels = text(6);
        thing.labels = labelsOf(labels);
        if (labels.size() <= LongestRemembered) {
            if (m_known.size() >= MostRemembered) {
                m_known.clear();
            }
            m_known.insert(number, thing);
        }
    }
    m_read.reset();
    return thing;
}

void AlertThings::dropUnused(qint64 number)
{
    sql::run(m_drop, number);
}

} // namespace stowage
