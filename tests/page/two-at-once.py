# SPDX-License-Identifier: AGPL-3.0-or-later
"""two-at-once.py BUILD SITE MINE OTHER ROUTE...: each form of the desk, read by one, something done there by the other, and then
sent by the first as they had read it: in other words, by another button. MINE and OTHER are their cookies. Each on a copy of the
site, with three of the first numbers that the page opens for. Prints `ROUTE: what became of it`: late (told so, and nothing changed),
same (it was as they wanted already, or another mistake came first: nothing changed), kept (what then changed), or untried."""
import datetime
import html.parser
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

import program

build, site, mine, other = sys.argv[1:5]
TURNS, NUMBERS, AT_MOST, OF_EACH = 12, 100, 8, 3
SOON = datetime.date.today() + datetime.timedelta(days=9)


class Form(html.parser.HTMLParser):
    """The fields of a page: by name the values that could be sent."""

    def __init__(self, page):
        super().__init__()
        self.hidden, self.choices, self.texts, self.buttons, self.select, self.inside, self.is_there = {}, {}, {}, [], None, False, False
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        name = a.get('name')
        self.inside = self.inside or tag == 'main'
        if not self.inside and name not in ('token', 'once', 'filled'):
            return
        self.is_there = self.is_there or tag == 'form'
        if tag == 'select':
            self.select = name
        elif tag == 'option' and self.select:
            self.choices.setdefault(self.select, []).append(a.get('value', ''))
        elif tag == 'button' and name and name != 'to_lang':
            self.buttons.append((name, a.get('value', '')))
        elif tag in ('input', 'textarea') and name:
            kind = a.get('type', 'text')
            if kind == 'hidden':
                self.hidden[name] = a.get('value', '')
            elif kind in ('radio', 'checkbox'):
                self.choices.setdefault(name, []).append(a.get('value', ''))
            else:
                self.texts[name] = a

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != 'main'
        self.select = None if tag == 'select' else self.select

    def filled(self, turn, words):
        sent = {name: values[turn % len(values)] for name, values in self.choices.items()}
        for name, a in self.texts.items():
            part = name.rpartition('.')[2]
            if part in ('day', 'month', 'year') and '.' in name:
                sent[name] = str(getattr(SOON if turn % 2 == 0 else SOON.replace(year=SOON.year - 1), part))
            elif a.get('type') == 'number' or a.get('inputmode') == 'numeric':
                sent[name] = str(int(a.get('min') or 1) + turn % 3)
            else:
                sent[name] = words.lower().replace(' ', '.') + '@example.org' if a.get('type') == 'email' else words
        if self.buttons:
            name, value = self.buttons[turn % len(self.buttons)]
            sent[name] = value
        return sent


def ask(folder, cookie, method, path, body=''):
    return program.ask(build, folder, 'desk', method, path, body, cookie)


def rows(folder):
    return program.rows(folder, but={'audit', 'outbox', 'setting'})


def broken(folder):
    """What `bothways check` finds wrong, a line each."""
    said = subprocess.run([program.file_of(build, 'bothways'), 'check'], env={**os.environ, 'SITE': folder}, capture_output=True, check=False).stdout.decode()
    return {line for line in said.splitlines() if not line.startswith('ok ')}


def press(folder, cookie, path, first, words, form=None):
    """Sends the form, as it is now or was read before, in one way after another until it is not refused for what is in it."""
    for turn in range(first, first + TURNS):
        shown = form or Form(ask(folder, cookie, 'GET', path)[1])
        status, _ = ask(folder, cookie, 'POST', path, urllib.parse.urlencode({**shown.filled(turn, words), **shown.hidden}))
        if status != 422:
            return status
    return 422


def tried(folder, path):
    """What became of one form; None where it is not there, or takes nothing."""
    status, page = ask(folder, mine, 'GET', path)
    form = Form(page)
    if not is_form(status, page):
        return None
    before = rows(folder)
    for turn in range(TURNS):
        press(folder, other, path, turn, 'Words of one')
        done = rows(folder)
        if done != before:
            break
    else:
        return None
    status = press(folder, mine, path, turn + 1, 'Words of another', form)
    after = rows(folder)
    if after != done:
        return f'kept {status} ' + ' '.join(sorted(t for t in after if after[t] != done[t]))
    return 'late' if status in (404, 409) else f'same {status}'


def is_form(status, page):
    return status == 200 and Form(page).is_there


def numbers(folder, route):
    """The paths that the page opens for, the first numbers first."""
    head, colon, _ = route.partition(':')
    return (path for path in ([f'{head}{n}' for n in range(1, NUMBERS)] if colon else [route]) if is_form(*ask(folder, mine, 'GET', path)))


broken_before = broken(site)
for route in sys.argv[5:]:
    results = []
    for path in itertools.islice(numbers(site, route), AT_MOST):
        if len(results) - results.count(None) == OF_EACH:
            break
        with tempfile.TemporaryDirectory() as copy:
            shutil.copytree(site, os.path.join(copy, 'site'))
            results.append(tried(os.path.join(copy, 'site'), path))
            results += [f'breaks {line}' for line in broken(os.path.join(copy, 'site')) - broken_before]
    print(f'{route}: ' + (', '.join(sorted({r for r in results if r})) or 'untried'), flush=True)
