# SPDX-License-Identifier: AGPL-3.0-or-later
"""names.py FILE...: pages whose first line says whose they are. Prints a line for each name that several buttons or several links of
one page share though they do different things: who hears a list of them read out cannot tell which is which."""
import html.parser
import sys


class Page(html.parser.HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.does, self.kind, self.what, self.words, self.inside, self.action = {}, None, None, '', False, ''
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        self.inside = self.inside or tag == 'main'
        if tag == 'form':
            self.action = a.get('action', '')
        if self.inside and (tag == 'button' or (tag == 'a' and 'href' in a)):
            self.kind, self.words = tag, ''
            self.label = a.get('aria-label')
            self.what = (a.get('name'), a.get('value'), a.get('formaction', self.action)) if tag == 'button' else a['href']

    def handle_data(self, data):
        self.words += data

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != 'main'
        if tag == self.kind:
            self.does.setdefault((tag, ' '.join((self.label or self.words).split())), set()).add(self.what)
            self.kind = None

    def shared(self):
        return [f'{len(does)} of {tag} "{words}"' for (tag, words), does in self.does.items() if len(does) > 1]


for path in sys.argv[1:]:
    with open(path, encoding='utf-8') as file:
        whose, _, page = file.read().partition('\n')
    for line in Page(page).shared():
        print(f'{whose}: {line}')
