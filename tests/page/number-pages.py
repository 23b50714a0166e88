# SPDX-License-Identifier: AGPL-3.0-or-later
"""number-pages.py BUILD SITE COOKIE PERSON: routes with a number, a line each on standard input (`desk /pair/:pair_id`). Each is asked, and
sent to, with what is no number, with numbers that nothing has, and, but for the desk's, with the numbers of other people's things.
Prints a line for each answer that is no calm refusal, and for each row that was written; last, how many were asked."""
import sys

import program as programs

build, site, cookie, person = sys.argv[1:5]
NONE = ['', '0', '-1', '1x', 'x', '1.5', '01', '%20', '1%00', '%d9%a1', '999999999', '9223372036854775808', '18446744073709551617', '9' * 40]
SENT = {'x', '999999999', '18446744073709551617'}
AT_MOST = 6
IN_PROPOSAL = f'{person} not in (z.mentor_id, z.mentee_id)'
# Whose things are not theirs; what anybody of a programme may read is left out.
OTHERS = {
    'ask_id': f'select a.id from ask a join signup s on s.id = a.signup_id where s.person_id <> {person}',
    'offer_id': f'select a.id from offer a join signup s on s.id = a.signup_id where s.person_id <> {person}',
    'signup_id': f'select id from signup where person_id <> {person}',
    'proposal_id': f'select z.id from proposal z where {IN_PROPOSAL}',
    'pair_id': f'select y.id from pair y join proposal z on z.id = y.proposal_id where {IN_PROPOSAL}',
    'meeting_id': f'select t.id from meeting t join pair y on y.id = t.pair_id join proposal z on z.id = y.proposal_id where {IN_PROPOSAL}',
    'invitation_id': f'select id from invitation where {person} not in (by_id, coalesce(person_id, 0))',
}
EVERYBODYS = {'match /ask/:offer_id', 'match /topic/:topic_id'}
REFUSED = {303, 302, 400, 403, 404, 405, 409, 413, 422}


def ask(program, method, path, body=''):
    return programs.ask(build, site, program, method, path, body, cookie)


def between(text, before, after):
    return text.partition(before)[2].partition(after)[0]


def others(program, route):
    name = route.partition(':')[2]
    if program == 'desk' or name not in OTHERS or f'{program} {route}' in EVERYBODYS:
        return []
    with programs.database(site) as db:
        return [str(n) for n, in db.execute(f'{OTHERS[name]} order by 1 desc limit {AT_MOST}')]


def token():
    _, page = ask('feedback', 'GET', '/concern')
    return between(page, 'name="token" value="', '"')


asked = 0
sealed = token()
before = programs.rows(site)
for line in sys.stdin:
    program, route = line.split()
    head = route.partition(':')[0]
    theirs = others(program, route)
    for number in NONE + theirs:
        for method, body in (('GET', ''), ('POST', f'token={sealed}&once={asked}&act=end&answer=yes&what=end&words=x&who=1')):
            if method == 'POST' and number not in SENT and number not in theirs:
                continue
            status, page = ask(program, method, head + number, body)
            asked += 1
            whole = status in (302, 303) or '</html>' in page
            if status not in REFUSED or not whole:
                print(f'{method} {program}{head}{number[:30]}: {status}{"" if whole else ", no whole page"}')
    after = programs.rows(site)
    if after != before:
        print(f'{program}{route} wrote to ' + ' '.join(t for t in after if after[t] != before[t]))
        before = after
print(asked)
