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


class Report:
    """All numbers of one programme or of all, nothing hidden yet: `cells` by name, and the rest."""

    def __init__(self, wanted):
        self.cells, self.shares, self.days = {}, [], {}
        came, gone = {}, {}
        for signup, person, g, state in rows('select s.id, s.person_id, s.programme_id, p.state from signup s join person p on p.id = s.person_id'):
            if g in wanted and audit['signup.approve', 'signup', signup]:
                came[person] = min(came.get(person, 1 << 60), audit['signup.approve', 'signup', signup][-1])
                if state not in ('active', 'paused'):
                    left = [at for verb in ('person.leave', 'person.die', 'person.erase') for at in audit[verb, 'person', person]]
                    gone[person] = max(left, default=1)
        pairs = [p for p in all_pairs if p[9] in wanted and p[5] != 'mistake']
        days = (last - first).days
        for step in range(13):
            when = first + datetime.timedelta(days=days * step // 12)
            live = [p for p in pairs if day(p[3]) <= when and (p[4] == 0 or day(p[4]) > when)]
            give, take = {p[1] for p in live}, {p[2] for p in live}
            here = {p for p, at in came.items() if day(at) <= when and (p not in gone or day(gone[p]) > when)}
            both = len(here & give & take)
            for name, n in (('members', len(here)), ('both', both), ('gives', len(here & give - take)), ('receives', len(here & take - give)),
                            ('neither', len(here - give - take)), ('pairs', len(live))):
                self.cells[f'{name}-{step}'] = n
            self.shares.append(int(100 * both / len(here) + 0.5) if here else 0)
        apart = lambda p: MIDDLE[p[7]] - MIDDLE[p[6]] if p[6] in MIDDLE and p[7] in MIDDLE else 0
        c = self.cells
        c['begun'] = sum(in_time(p[3]) for p in pairs)
        c['open'] = len(live)
        c['reverse'] = sum(apart(p) >= p[8] for p in live)
        c['generations'] = sum(abs(apart(p)) >= p[8] for p in live)
        found = rings([(p[1], p[2]) for p in live])
        c['rings'], c['in-rings'], self.longest = len(found), sum(found), max(found, default=0)
        ended = [p for p in pairs if p[4] and in_time(p[4])]
        c |= {'planned': 0, 'sudden': 0, 'died': 0}
        for p in ended:
            c[{'sudden': 'sudden', 'death': 'died'}.get(p[5], 'planned')] += 1
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
        lengths = [(p[4] - p[3]) // 86400 for p in ended]
        self.days = {'proposal': sorted(sent), 'meeting': sorted(met), 'length': sorted(lengths)}
        c |= {name: len(numbers) for name, numbers in self.days.items()}
        edges = (0, 42, 91, 182, 365, 1 << 40)
        for low, high in zip(edges, edges[1:]):
            c[f'lasted-{low}'] = sum(low <= n < high for n in lengths)
        of_pair = {p[0]: p[9] for p in all_pairs}
        meetings = {t: (p, s) for t, p, d, s in rows('select id, pair_id, day, state from meeting') if of_pair[p] in wanted and first <= datetime.date.fromisoformat(d) <= last}
        for state in ('held', 'missed'):
            c[state] = sum(s == state for _, s in meetings.values())
        c['asked'] = sum(in_time(at) for p, g in of_pair.items() if g in wanted for at in audit['pair.signal', 'pair', p])
        c['quiet'] = sum(of_pair[p] in wanted and in_time(at) for p, at in rows("select subject_id, at from task where kind like 'quiet%' and subject = 'pair'"))
        said = defaultdict(int)
        for t, side, *answers in rows('select meeting_id, side, productive, useful, energising from feedback'):
            if t in meetings:
                for kind, answer in zip(KINDS, answers):
                    said[side, kind, answer] += 1
        for side in ('mentor', 'mentee'):
            for kind in KINDS:
                c |= {f'{side}-{kind}-{answer}': said[side, kind, answer] for answer in ('yes', 'bit', 'no')}
        self.changes = changes_of(wanted)
        c |= {name: len(found) for name, found in self.changes.items()}
        self.hidden = {name for name, n in c.items() if 0 < n < 5}

    def parts(self, *names):
        """Of the parts of a whole: where one alone is hidden, or all hidden together are fewer than five, the least of the others that there are is too."""
        hidden = self.hidden & set(names)
        if len(hidden) == 1 or 0 < sum(self.cells[name] for name in hidden) < 5:
            others = [name for name in names if name not in self.hidden and self.cells[name]]
            self.hidden |= set(others and [min(others, key=lambda name: self.cells[name])])

    def rest(self, whole, part, what):
        if not {whole, part} & self.hidden and 0 < self.cells[whole] - self.cells[part] < 5:
            self.hidden.add(what)

    def hide(self):
        self.parts('planned', 'sudden', 'died')
        self.parts(*(name for name in self.cells if name.startswith('lasted-')))
        for step in range(13):
            self.parts(*(f'{name}-{step}' for name in ('both', 'gives', 'receives', 'neither')))
        for side in ('mentor', 'mentee'):
            for kind in KINDS:
                self.parts(*(f'{side}-{kind}-{answer}' for answer in ('yes', 'bit', 'no')))
        self.rest('open', 'reverse', 'reverse')
        self.rest('generations', 'reverse', 'generations')
        self.rest('open', 'generations', 'generations')
        self.rest('proposal', 'meeting', 'meeting')

    def say(self, *names):
        return ['few' if name in self.hidden else self.cells[name] for name in names]


SCALES = {'loneliness': ('companionship', 'left-out', 'isolated'), 'lonely': ('lonely',), 'satisfied': ('satisfied',), 'worthwhile': ('worthwhile',),
          'happy': ('happy',), 'anxious': ('anxious',)}


def changes_of(wanted):
    """Of each scale and each later moment, (before, after) of whoever answered all its items both times; the later one in the time."""
    said, when = defaultdict(dict), {}
    for g, moment, person, item, answer, at in rows('select programme_id, moment, person_id, item, answered, at from measure'):
        if g in wanted and answer >= 0:
            said[g, person, moment][item] = answer
            when[g, person, moment, item] = at
    found = {}
    for later in ('half-year', 'end'):
        for scale, items in SCALES.items():
            found[f'{scale}-{later}'] = []
            for g, person in {(g, person) for g, person, _ in said}:
                then, again = said.get((g, person, 'start'), {}), said.get((g, person, later), {})
                if all(i in then and i in again and in_time(when[g, person, later, i]) for i in items):
                    found[f'{scale}-{later}'].append((sum(then[i] for i in items), sum(again[i] for i in items)))
    return found


def mean(numbers):
    tenths = (20 * sum(numbers) + len(numbers)) // (2 * len(numbers))
    return f'{tenths // 10}.{tenths % 10}'


def rings(ties):
    """The lengths of the rings that pairs close, each pair in one: from each person in turn, the shortest first."""
    ties, found = sorted(ties), []
    for start in sorted({a for a, _ in ties}):
        while True:
            way, queue = {start: None}, [start]
            for a in queue:
                for tie in (t for t in ties if t[0] == a):
                    if tie[1] not in way:
                        way[tie[1]] = tie
                        queue.append(tie[1])
                    if tie[1] == start and way[start] is None:
                        way[start] = tie
                if way[start]:
                    break
            if not way[start]:
                break
            tie, length = way[start], 0
            while True:
                ties.remove(tie)
                length += 1
                if tie[0] == start:
                    break
                tie = way[tie[0]]
            found.append(length)
    return found


KINDS = ('productive', 'useful', 'energising')
in_time = lambda at: at and first <= day(at) <= last
audit = defaultdict(list)
for verb, subject, number, at in rows('select verb, subject, subject_id, at from audit order by id'):
    audit[verb, subject, number].append(at)
all_pairs = rows('''select y.id, z.mentor_id, z.mentee_id, y.opened_at, y.ended_at, y.ended_how, m.age_band, e.age_band, g.reverse_years, z.programme_id
    from pair y, proposal z, person m, person e, programme g where z.id = y.proposal_id and m.id = z.mentor_id and e.id = z.mentee_id and g.id = z.programme_id''')

# Each programme hides what the others would tell of it, and all together. (The reports count programmes that are no drafts.)
programmes = [g for g, in rows("select id from programme where state <> 'draft'")]
of_all = Report({g for g, in rows('select id from programme')})
of_each = [Report({g}) for g in programmes]
while True:
    before = [set(r.hidden) for r in (of_all, *of_each)]
    for r in (of_all, *of_each):
        r.hide()
    for name in of_all.cells:
        hides = [r for r in of_each if name in r.hidden]
        if len(of_each) == 1 and (name in of_all.hidden) != bool(hides):
            of_all.hidden.add(name), of_each[0].hidden.add(name)
        elif not hides if name in of_all.hidden else len(hides) == 1 or 0 < sum(r.cells[name] for r in hides) < 5:
            others = [r for r in of_each if name not in r.hidden and r.cells[name]]
            if others:
                min(others, key=lambda r: r.cells[name]).hidden.add(name)
    if before == [r.hidden for r in (of_all, *of_each)]:
        break
r = of_all if programme == 0 else of_each[programmes.index(programme)]

for step in range(13):
    members, both, *others = r.say(*(f'{name}-{step}' for name in ('members', 'both', 'gives', 'receives', 'neither', 'pairs')))
    print(f'over-{step}', members, both, *others[:3], 'none' if 'few' in (members, both) or not members else r.shares[step], others[3])
for name in ('begun', 'open', 'reverse', 'generations', 'rings', 'in-rings', 'planned', 'sudden', 'died'):
    print(name, *r.say(name))
for name, numbers in r.days.items():
    print(name, *r.say(name), *([numbers[0], statistics.median_low(numbers), numbers[-1]] if len(numbers) > 4 else []))
for name in (*(name for name in r.cells if name.startswith('lasted-')), 'held', 'missed', 'asked', 'quiet'):
    print(name, *r.say(name))
for side in ('mentor', 'mentee'):
    for kind in KINDS:
        print(f'{side}-{kind}', *r.say(*(f'{side}-{kind}-{answer}' for answer in ('yes', 'bit', 'no'))))

for name, found in r.changes.items():
    if found:
        before, after = zip(*found)
        print(name, *r.say(name), *([] if name in r.hidden else [mean(before), mean(after), min(a - b for b, a in found), max(a - b for b, a in found)]))

# The few offers that would serve most: who waits for what today, topic by topic.
waits = defaultdict(set)
for ask, topic, person, g in rows('''select a.id, a.topic_id, s.person_id, s.programme_id from ask a join signup s on s.id = a.signup_id join person p on p.id = s.person_id
        where a.state = 'open' and s.state = 'approved' and p.state = 'active' '''):
    if programme in (0, g) and not rows("select 1 from proposal where ask_id = ? and state in ('proposed', 'kept', 'sent', 'agreed')", ask):
        waits[topic].add(person)
served = set()
for _ in range(5):
    topic, people = max(((t, len(p - served)) for t, p in waits.items()), key=lambda x: (x[1], -x[0]), default=(0, 0))
    if people < 5:
        break
    print(f'topic-{topic}', people)
    served |= waits[topic]

# Evidence for standards: of how many, and how many of these.
if len(sys.argv) > 5:
    print('--')
    def evidence(wanted):
        opened = {p[0]: p for p in all_pairs if p[9] in wanted and p[5] != 'mistake'}
        more = {p: m for p, *m in rows('''select y.id, z.id, z.mentor_answer, z.mentee_answer, y.mentor_agreed, y.mentee_agreed, y.coordinator_id, y.told_by, y.follow_up, y.trial_until
            from pair y join proposal z on z.id = y.proposal_id''') if p in opened}
        new = [p for p in opened if in_time(opened[p][3])]
        over = [p for p in opened if in_time(opened[p][4])]
        ids = lambda words: {n for n, in rows(words)}
        with_reason, held = ids('select proposal_id from reason'), ids("select pair_id from meeting where state = 'held'")
        first_review = ids('select pair_id from review where number = 1')
        did = {who: {w.split('=')[0]: w.split('=')[1] for w in said.split()} for who, said, state in rows('select id, lessons, state from person') if state != 'erased'}
        wants = {g: (m.split(), e.split()) for g, m, e in rows('select id, mentor_lessons, mentee_lessons from programme')}
        first_met = dict(rows("select pair_id, min(day) from meeting where state = 'held' group by pair_id"))
        two = {p: (m, e) for p, m, e in rows('select y.id, z.mentor_id, z.mentee_id from pair y join proposal z on z.id = y.proposal_id')}
        taught = [p for p in new if p in first_met and any(wants[opened[p][9]]) and all(who in did for who in two[p])]
        before_first = lambda p: all(did[who].get(slug, '9') <= first_met[p] for who, slugs in zip(two[p], wants[opened[p][9]]) for slug in slugs)
        again = ids("select pair_id from review where kind = 'closing' and again <> ''")
        said = ids('select meeting_id from feedback')
        utc = lambda at: datetime.datetime.fromtimestamp(at, datetime.timezone.utc).date()
        ends = {p: datetime.date.fromisoformat(more[p][8]) for p in opened}
        through = [p for p in opened if first <= ends[p] <= last and (not opened[p][4] or utc(opened[p][4]) > ends[p])]
        approved = [who for who, at, g in rows('''select a.person_id, a.at, s.programme_id from audit a join signup s on s.id = a.subject_id
            where a.verb = 'signup.approve' and a.subject = 'signup' ''') if g in wanted and in_time(at)]
        met = [t for t, p, d in rows("select id, pair_id, day from meeting where state = 'held'") if p in opened and first <= datetime.date.fromisoformat(d) <= last]
        tasks = [s for p, at, s in rows("select subject_id, due_at, state from task where subject = 'pair' and role = 'coordinator'") if p in opened and in_time(at)]
        hard = [p for p in over if opened[p][5] in ('sudden', 'death')]
        living = [p for p in over if opened[p][5] != 'death']
        all_of = lambda among, so: (len(among), sum(map(bool, map(so, among))))
        return {'read': all_of(approved, lambda who: who), 'reasons': all_of(new, lambda p: more[p][0] in with_reason),
                'yes': all_of(new, lambda p: more[p][1] == more[p][2] == 'yes'), 'agreed': all_of(new, lambda p: more[p][3] and more[p][4]),
                'cared': all_of(new, lambda p: more[p][5] is not None), 'lessons': all_of(taught, before_first), 'met': all_of(new, lambda p: p in held),
                'said': all_of(met, lambda t: t in said), 'trial': all_of(through, lambda p: p in first_review),
                'called': all_of(tasks, lambda state: state == 'done'), 'ended': all_of(over, lambda p: opened[p][5]),
                'gained': all_of(living, lambda p: p in again), 'told': all_of(hard, lambda p: more[p][6] and more[p][7])}

    every, of_each = evidence({g for g, in rows('select id from programme')}), [evidence({g}) for g in programmes]
    mine = every if programme == 0 else of_each[programmes.index(programme)]
    for kind, (whole, done) in mine.items():
        hidden = 0 < whole < 5
        if programme and not 0 < every[kind][0] < 5:
            wholes = [e[kind][0] for e in of_each]
            small = [n for n in wholes if 0 < n < 5]
            large = [n for n in wholes if n >= 5]
            # (Of equal ones the first.)
            if (len(small) == 1 or 0 < sum(small) < 5) and large and whole == min(large) and wholes.index(whole) == programmes.index(programme):
                hidden = True
        share = '' if whole < 5 else 'All' if done == whole else 'None' if not done else 'About %d in 10' % min(9, max(1, int(10 * done / whole + 0.5)))
        print(kind, 'few' if hidden else whole, share)
