# SPDX-License-Identifier: AGPL-3.0-or-later
"""timing.py BUILD SITE COUNT: asks for a code COUNT times with an address that the site knows and COUNT times with
one that it does not, in turns drawn by lot, and prints both means in milliseconds and the p of Welch's t-test
(normal approximation; each side without its slowest twentieth, which is the machine's own)."""
import math
import os
import random
import re
import sqlite3
import subprocess
import sys
import time

import program as programs

build, site, count = sys.argv[1], sys.argv[2], int(sys.argv[3])


def ask(method, remote, body=''):
    """How long until the answer has ended, as its reader sees it, and the answer."""
    environment = programs.environment(site, 'account', method, '/sign-in', body, remote=remote)
    began = time.perf_counter()
    with subprocess.Popen([programs.file_of(build, 'account')], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as program:
        program.stdin.write(body.encode())
        program.stdin.close()
        answer = program.stdout.read()
        took = time.perf_counter() - began
    return took * 1000, answer.decode()


def spread(samples):
    kept = sorted(samples)[:len(samples) * 19 // 20]
    mean = sum(kept) / len(kept)
    return mean, sum((x - mean) ** 2 for x in kept) / (len(kept) - 1) / len(kept)


with sqlite3.connect(os.path.join(site, 'data/bothways.db'), timeout=10) as db:
    db.executemany("insert into person (state, call_name, email, created_at) values ('active', 'K', ?, 0)",
                   [(f'known{i}@example.org',) for i in range(count)])
page = ask('GET', '10.0.0.1')[1]
token, once = (re.search(rf'name="{name}" value="([^"]*)"', page)[1] for name in ('token', 'once'))
took = {'known': [], 'other': []}
for i in range(count):
    for kind in random.sample(sorted(took), 2):
        key = ''.join(random.choices('ABCDEFGHJKMNPQRSTUVWXYZ', k=len(once)))
        remote = f"10.{1 + (kind == 'known')}.{i // 200}.{i % 200}"
        milliseconds, answer = ask('POST', remote, f'token={token}&once={key}&email={kind}{i}%40example.org')
        if not answer.startswith('Status: 303'):
            sys.exit(f'{kind}{i}: {answer[:200]}')
        took[kind].append(milliseconds)
(known, of_known), (other, of_other) = spread(took['known']), spread(took['other'])
p = math.erfc(abs(known - other) / math.sqrt(of_known + of_other) / math.sqrt(2))
print(f'known {known:.3f} ms, other {other:.3f} ms, p {p:.4f}')
