# SPDX-License-Identifier: AGPL-3.0-or-later
"""The real programs asked as CGI, as lib.sh does, and what their database holds: for the tests that are in Python."""
import os
import sqlite3
import subprocess

# Tables that say how the programs are used, and nothing of what people do.
TECHNICAL = {'once', 'browser', 'counter', 'unsent', 'concern_look', 'sqlite_sequence'}


def environment(site, program, method, path, body='', cookie='', remote='10.0.0.1'):
    """The variables of one request."""
    return dict(SITE=site, ASAN_OPTIONS=os.environ.get('ASAN_OPTIONS', ''), GATEWAY_INTERFACE='CGI/1.1', SERVER_PROTOCOL='HTTP/1.1', REQUEST_METHOD=method,
                SCRIPT_NAME=f'/{program}', PATH_INFO=path, QUERY_STRING='', CONTENT_TYPE='application/x-www-form-urlencoded', CONTENT_LENGTH=str(len(body)),
                HTTP_HOST='localhost', SERVER_NAME='localhost', SERVER_PORT='80', REMOTE_ADDR=remote, HTTP_COOKIE=cookie)


def file_of(build, program):
    return os.path.join(build, 'programs', program)


def ask(build, site, program, method, path, body='', cookie=''):
    """The status of the answer, and its page. Status 0: a program that died and said nothing."""
    said = subprocess.run([file_of(build, program)], input=body.encode(), env=environment(site, program, method, path, body, cookie), capture_output=True,
                          check=False).stdout.decode()
    head, _, page = said.partition('\r\n\r\n')
    return next((int(line.split()[1]) for line in head.split('\r\n') if line.startswith('Status:')), 200 if head else 0), page


def database(site):
    """A connection that only reads."""
    return sqlite3.connect(f'file:{site}/data/bothways.db?mode=ro', uri=True, timeout=10)


def rows(site, but=frozenset()):
    """All rows of each table but the technical ones and those named, in words, sorted."""
    with database(site) as db:
        tables = [t for t, in db.execute("select name from sqlite_schema where type = 'table'") if t not in TECHNICAL | but]
        return {t: sorted(map(repr, db.execute(f'select * from {t}'))) for t in tables}
