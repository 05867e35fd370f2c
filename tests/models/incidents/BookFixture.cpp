// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/incidents/BookFixture.h"

namespace stowage::test {

using namespace Qt::StringLiterals;

BookFixture::BookFixture()
{
    QObject::connect(&book, &IncidentBook::acted, &book, [this](const std::vector<AlertEvent>& events) {
        log.insert(log.end(), events.begin(), events.end());
        book.take(events);
    });
    QObject::connect(&book, &IncidentBook::changed, &book,
                     [this](const IncidentChanges& change) { changes.push_back(change); });
}

void BookFixture::play()
{
    const std::vector<AlertEvent>& all = make.told();
    const std::vector<AlertEvent> events(all.begin() + static_cast<std::ptrdiff_t>(m_played), all.end());
    m_played = all.size();
    take(events);
}

void BookFixture::take(const std::vector<AlertEvent>& events)
{
    for (const AlertEvent& event : events) {
        if (event.seenAt > clock.now()) {
            clock.advance(event.seenAt - clock.now());
        }
    }
    book.take(events);
    book.flush();
}

QStringList BookFixture::titles() const
{
    QStringList titles;
    for (const Incident& incident : book.incidents()) {
        titles += incident.title;
    }
    return titles;
}

QStringList BookFixture::reasons(const Incident& incident) const
{
    QStringList reasons;
    for (const IncidentMember& member : incident.members) {
        reasons += u"%1 %2: %3 %4"_s
                       .arg(member.subject.name, member.name, belongingName(member.why), member.whyDetail)
                       .trimmed();
    }
    return reasons;
}

} // namespace stowage::test
