# SPDX-License-Identifier: AGPL-3.0-or-later
"""number-pages.py BUILD SITE COOKIE PERSON: routes with a number, a line each on standard input (`desk /pair/:pair_id`). Each is asked, and
sent to, with what is no number, with numbers that nothing has, and, but for the desk's, with the numbers of other people's things.
Prints a line for each answer that is no calm refusal, and for each row that was written; last, how many were asked."""
import os
import sqlite3
import subprocess
import sys

build, site, cookie, person = sys.argv[1:5]
NONE = ['', '0', '-1', '1x', 'x', '1.5', '01', '%20', '1%00', '%d9%a1', '999999999', '9223372036854775808', '18446744073709551617', '9' * 40]
SENT = {'x', '999999999', '18446744073709551617'}
TECHNICAL = {'once', 'browser', 'counter', 'unsent', 'concern_look', 'sqlite_sequence'}
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
    environment = dict(SITE=site, GATEWAY_INTERFACE='CGI/1.1', SERVER_PROTOCOL='HTTP/1.1', REQUEST_METHOD=method, SCRIPT_NAME=f'/{program}', PATH_INFO=path,
                       QUERY_STRING='', CONTENT_TYPE='application/x-www-form-urlencoded', CONTENT_LENGTH=str(len(body)), HTTP_HOST='localhost',
                       SERVER_NAME='localhost', SERVER_PORT='80', REMOTE_ADDR='10.0.0.1', HTTP_COOKIE=cookie)
    said = subprocess.run([os.path.join(build, 'programs', program)], input=body.encode(), env=environment, capture_output=True, check=False).stdout.decode()
    head, _, page = said.partition('\r\n\r\n')
    return next((int(line.split()[1]) for line in head.split('\r\n') if line.startswith('Status:')), 200 if head else 0), page


def database():
    return sqlite3.connect(f'file:{site}/data/bothways.db?mode=ro', uri=True, timeout=10)


def rows():
    with database() as db:
        tables = [t for t, in db.execute("select name from sqlite_schema where type = 'table'") if t not in TECHNICAL]
        return {t: list(map(repr, db.execute(f'select * from {t}'))) for t in tables}


def between(text, before, after):
    return text.partition(before)[2].partition(after)[0]


def others(program, route):
    name = route.partition(':')[2]
    if program == 'desk' or name not in OTHERS or f'{program} {route}' in EVERYBODYS:
        return []
    with database() as db:
        return [str(n) for n, in db.execute(f'{OTHERS[name]} order by 1 desc limit {AT_MOST}')]


def token():
    _, page = ask('feedback', 'GET', '/concern')
    return between(page, 'name="token" value="', '"')


asked = 0
sealed = token()
before = rows()
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
    after = rows()
    if after != before:
        print(f'{program}{route} wrote to ' + ' '.join(t for t in after if after[t] != before[t]))
        before = after
print(asked)
