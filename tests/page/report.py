# SPDX-License-Identifier: AGPL-3.0-or-later
"""report.py DATABASE PROGRAMME FIRST LAST: what the report of the desk has to say, counted apart from it: from the
rows as they are, in another language and another way. Prints one line a number: `name value`, where 1 to 4 is `few`."""
import datetime
import sqlite3
import statistics
import sys
from collections import defaultdict

database, programme, first, last = sys.argv[1], int(sys.argv[2]), *map(datetime.date.fromisoformat, sys.argv[3:5])
db = sqlite3.connect(f'file:{database}?mode=ro', uri=True)
LONDON = 'Europe/London'
MIDDLE = {'18-29': 23, '30-44': 37, '45-59': 52, '60-74': 67, '75-': 80}


def day(moment):
    from zoneinfo import ZoneInfo
    return datetime.datetime.fromtimestamp(moment, ZoneInfo(LONDON)).date()


def rows(words, *values):
    return db.execute(words, values).fetchall()


def few(n):
    return 'few' if 0 < n < 5 else n


def parts(numbers):
    """Of the parts of a whole: those of 1 to 4, and where that is one alone the least of the others too, say nothing."""
    said = {name: few(n) for name, n in numbers.items()}
    if list(said.values()).count('few') == 1:
        large = [name for name, n in said.items() if n != 'few' and n != 0]
        if large:
            said[min(large, key=lambda name: numbers[name])] = 'few'
    return said


wanted = {g for g, in rows('select id from programme')} if programme == 0 else {programme}
audit = defaultdict(list)
for verb, subject, number, at in rows('select verb, subject, subject_id, at from audit order by id'):
    audit[verb, subject, number].append(at)
came, gone = {}, {}
for signup, person, g, state in rows('select s.id, s.person_id, s.programme_id, p.state from signup s join person p on p.id = s.person_id'):
    if g in wanted and audit['signup.approve', 'signup', signup]:
        came[person] = min(came.get(person, 1 << 60), audit['signup.approve', 'signup', signup][-1])
        if state not in ('active', 'paused'):
            left = [at for verb in ('person.leave', 'person.die', 'person.erase') for at in audit[verb, 'person', person]]
            gone[person] = max(left, default=1)
pairs = [p for p in rows('''select y.id, z.mentor_id, z.mentee_id, y.opened_at, y.ended_at, y.ended_how, m.age_band, e.age_band, g.reverse_years, z.programme_id
    from pair y, proposal z, person m, person e, programme g where z.id = y.proposal_id and m.id = z.mentor_id and e.id = z.mentee_id and g.id = z.programme_id''')
    if p[9] in wanted and p[5] != 'mistake']


def people_on(when):
    """By the end of that day."""
    live = [p for p in pairs if day(p[3]) <= when and (p[4] == 0 or day(p[4]) > when)]
    give, take = {p[1] for p in live}, {p[2] for p in live}
    here = {p for p, at in came.items() if day(at) <= when and (p not in gone or day(gone[p]) > when)}
    cells = parts({'both': len(here & give & take), 'gives': len(here & give - take), 'receives': len(here & take - give), 'neither': len(here - give - take)})
    share = None if cells['both'] == 'few' or few(len(here)) in ('few', 0) else int(100 * len(here & give & take) / len(here) + 0.5)
    return live, [few(len(here)), cells['both'], cells['gives'], cells['receives'], cells['neither'], 'none' if share is None else share]


days = (last - first).days
for step in range(13):
    when = first + datetime.timedelta(days=days * step // 12)
    print(f'over-{step}', *people_on(when)[1])
live = people_on(last)[0]
in_time = lambda at: at and first <= day(at) <= last
apart = lambda p: MIDDLE[p[7]] - MIDDLE[p[6]] if p[6] in MIDDLE and p[7] in MIDDLE else 0
print('begun', few(sum(in_time(p[3]) for p in pairs)))
print('open', few(len(live)))
reverse, generations = sum(apart(p) >= p[8] for p in live), sum(abs(apart(p)) >= p[8] for p in live)
print('reverse', few(reverse))
print('generations', 'few' if 0 < generations - reverse < 5 else few(generations))
ended = [p for p in pairs if p[4] and in_time(p[4])]
how = {'planned': 0, 'sudden': 0, 'died': 0}
for p in ended:
    how[{'sudden': 'sudden', 'death': 'died'}.get(p[5], 'planned')] += 1
for name, n in parts(how).items():
    print(name, n)


def spread(name, numbers):
    numbers = sorted(numbers)
    if len(numbers) < 5:
        print(name, few(len(numbers)))
    else:
        print(name, len(numbers), numbers[0], statistics.median_low(numbers), numbers[-1])


sent, met = [], []
for signup, person, g in rows('select id, person_id, programme_id from signup'):
    approved = audit['signup.approve', 'signup', signup]
    if g not in wanted or not approved or not in_time(min(approved)):
        continue
    approved = min(approved)
    mine = [z for z, in rows('select id from proposal where mentee_id = ? and programme_id = ?', person, g)]
    put = min((at for z in mine for at in audit['proposal.send', 'proposal', z]), default=0)
    if put >= approved:
        sent.append((put - approved) // 86400)
        meetings = [d for z in mine for d, in rows("select day from meeting t join pair y on y.id = t.pair_id where y.proposal_id = ? and t.state = 'held'", z)]
        if meetings and (datetime.date.fromisoformat(min(meetings)) - day(approved)).days >= 0:
            met.append((datetime.date.fromisoformat(min(meetings)) - day(approved)).days)
spread('proposal', sent)
spread('meeting', met)
spread('length', [(p[4] - p[3]) // 86400 for p in ended])
of_pair = {p: g for p, g in rows('select y.id, z.programme_id from pair y join proposal z on z.id = y.proposal_id')}
meetings = {t: (p, s) for t, p, d, s in rows('select id, pair_id, day, state from meeting') if of_pair[p] in wanted and first <= datetime.date.fromisoformat(d) <= last}
for state in ('held', 'missed'):
    print(state, few(sum(s == state for _, s in meetings.values())))
said = defaultdict(lambda: {'yes': 0, 'bit': 0, 'no': 0})
for t, side, *answers in rows('select meeting_id, side, productive, useful, energising from feedback'):
    if t in meetings:
        for kind, answer in zip(('productive', 'useful', 'energising'), answers):
            if answer:
                said[side, kind][answer] += 1
for side in ('mentor', 'mentee'):
    for kind in ('productive', 'useful', 'energising'):
        print(f'{side}-{kind}', *parts(said[side, kind]).values())
