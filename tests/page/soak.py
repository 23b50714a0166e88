# SPDX-License-Identifier: AGPL-3.0-or-later
"""soak.py ADDRESS SITE SECONDS: ten requests a second, as several browsers that sign up, ask for codes and read pages.
Prints what was not answered as it should be, and `wrote NUMBER NAME` for each sign-up with the name that it was last
told is kept, `asked EMAIL` for each code."""
import http.client
import os
import re
import sqlite3
import sys
import time
import urllib.parse

address, site, seconds = urllib.parse.urlsplit(sys.argv[1]), sys.argv[2], int(sys.argv[3])
BROWSERS, PACE = 20, 0.1


class Browser:
    def __init__(self, number):
        self.number, self.cookie, self.turn, self.kept, self.form = number, '', 0, None, {}

    def ask(self, method, path, fields=None):
        # No connection is kept: a visitor comes, and goes.
        link = http.client.HTTPConnection(address.hostname, address.port, timeout=30)
        body = urllib.parse.urlencode(fields or {})
        link.request(method, path, body if method == 'POST' else None,
                     {'Cookie': self.cookie, 'Content-Type': 'application/x-www-form-urlencoded', 'Origin': f'{address.scheme}://{address.netloc}'})
        answer = link.getresponse()
        page = answer.read().decode()
        link.close()
        for line in answer.headers.get_all('Set-Cookie') or []:
            self.cookie = line.split(';')[0]
        if method == 'GET' and not page.rstrip().endswith('</html>'):
            print(f'half a page: {path}', flush=True)
        self.form = dict(re.findall(r'name="(token|once)" value="([^"]*)"', page))
        return answer.status

    def expect(self, status, wanted, what):
        if status != wanted:
            print(f'wrong: browser {self.number}, {what}: {status}', flush=True)
        return status == wanted

    def step(self, turn):
        """One request of a round of six."""
        match turn % 6:
            case 0:
                self.expect(self.ask('GET', '/signup/home'), 200, 'home')
            case 1 if not self.kept:
                self.expect(self.ask('GET', '/signup/start'), 200, 'start')
            case 2 if not self.kept:
                self.expect(self.ask('POST', '/signup/start', self.form), 303, 'starts')
            case 1 | 3:
                self.expect(self.ask('GET', '/signup/name'), 200, 'name')
            case 2 | 4:
                name = f'N{turn}'
                fields = {**self.form, 'full_name': f'Soaker {self.number}', 'call_name': name}
                if self.expect(self.ask('POST', '/signup/name', fields), 303, 'keeps a name'):
                    self.kept = name
            case 5:
                self.code(turn)

    def code(self, turn):
        other = Browser(self.number)
        email = f'soak{turn}.{self.number}@example.org'
        if other.expect(other.ask('GET', '/account/sign-in'), 200, 'sign-in'):
            if other.expect(other.ask('POST', '/account/sign-in', {**other.form, 'email': email}), 303, 'asks for a code'):
                print(f'asked {email}', flush=True)


rounds = int(seconds / PACE)
with sqlite3.connect(os.path.join(site, 'data/bothways.db'), timeout=30) as db:
    db.executemany("insert into person (state, call_name, email, created_at) values ('active', 'S', ?, 0)",
                   [(f'soak{turn}.{n}@example.org',) for n in range(BROWSERS) for turn in range(5, rounds // BROWSERS + 6, 6)])
# All come from one network: what it may try is not what is looked at here.
browsers = [Browser(n) for n in range(BROWSERS)]
began = time.monotonic()
for i in range(rounds):
    if i % 100 == 0:
        with sqlite3.connect(os.path.join(site, 'data/bothways.db'), timeout=30) as db:
            db.execute('delete from counter')
    browsers[i % BROWSERS].step(i // BROWSERS)
    time.sleep(max(0.0, began + (i + 1) * PACE - time.monotonic()))
for b in browsers:
    print(f'wrote {b.number} {b.kept}')
