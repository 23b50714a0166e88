#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""organisations.py make SEED COUNT: writes small organisations for tests/conflict/decide, an act a line.
organisations.py judge SEED COUNT: reads what it made of them, and says where it is wrong.

An independent judge of the rules of conflict: it knows the rules as they are written for people, shares no code
with the programs, and plays each organisation from the same seed once more."""
import random
import sys
import unicodedata
from itertools import combinations

PEOPLE = range(2, 10)
ORDER = ["same-reach", "organisation", "department", "post", "line", "family", "care", "other", "private"]
# No name begins with a letter that is a small word by itself: "A Fferm" bars every Fferm.
GIVEN = ["mederyn", "menwen", "briallen", "ceinwen", "derfel", "eurwen", "ffagan", "gwawr", "heulwen", "hedd"]
SURNAMES = ["abermor", "brynteg", "carwyn", "dolwen", "eglwys", "fferm"]
CALLED = ["pip", "twinkle", "boj"]
# Spellings of one house each, and of what only looks alike.
HOUSES = [["Ty Hafan", "Tŷ Hafan Ltd", "the TY HAFAN cyf."], ["Bridge Bakery", "Bridge  bakery Limited"], ["Hafan"], ["Coleg Gwent", "COLEG GWENT"],
          ["Ltd"], ["Bakery Bridge"]]
DEPARTMENTS = [["Nursing", "nursing"], ["Finance"], ["Ty Hafan"], ["Night shift", "night-shift"]]
POSTS = [["Head baker", "head BAKER"], ["Prize of the valley"], ["Nursing"]]
COMPANY = {"ltd", "limited", "plc", "cyf", "cyfyngedig", "llp", "cic", "cio", "inc", "the"}
DAYS = ["", "2026-12-01", "2027-03-01"]


def plain(text):
    """A spelling without case, accents, signs and the words that say what sort of company it is."""
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    words = "".join(c if c.isalnum() else " " for c in text).split()
    return " ".join(w for w in words if w not in COMPANY)


class Person:
    def __init__(self, number, r):
        self.number = number
        self.given, self.surname = r.choice(GIVEN), r.choice(SURNAMES)
        self.called = r.choice([self.given, r.choice(CALLED)])
        self.email = r.choice([f"p{number}@example.org"] * 10 + ["", "a@example.org", "A@EXAMPLE.org"])
        self.phone = r.choice([f"07700 900 10{number}"] * 10 + ["", "01632 960 111", "+44 1632 960111"])
        self.address = r.choice([f"{number} Bridge Street"] * 10 + ["", "1 Mill Lane", "1, mill lane!"])
        self.typed = {k: [] for k in ["organisation", "department", "line", "post", "family", "care", "friend", "person", "other"]}
        self.until = ""
        self.settled = {}      # (kind, words): number of who it means, or None where set aside

    def could_be(self, name):
        words = name.replace(",", " ").split()
        if len(words) == 1:
            return words[0] in (self.given, self.surname, self.called)
        if self.surname not in words:
            return False
        rest = words[0] if words[1] == self.surname else words[1]
        return any(rest == n or (len(rest) == 1 and n.startswith(rest)) for n in (self.given, self.called))


class World:
    """One organisation: what is done, and what must come of it."""

    def __init__(self, seed):
        self.r = random.Random(seed)
        self.acts = []
        self.people = {n: Person(n, self.r) for n in PEOPLE}
        self.listed = {}       # (kind, plain spelling): name on the charity's list
        self.over = set()      # (under, over)
        self.ended = set()     # after a concern
        self.met = []          # [mentor, mentee, state]
        self.today = "2026-11-23"

    # The rules.
    def same_reach(self, a, b):
        digits = lambda p: "".join(c for c in p if c.isdigit())[-9:]
        return bool((a.email and a.email.lower() == b.email.lower()) or (digits(a.phone) and digits(a.phone) == digits(b.phone))
                    or (plain(a.address) and plain(a.address) == plain(b.address)))

    def commons(self, p, kind):
        if kind == "post" and p.until and p.until < self.today:
            return set()
        found = set()
        for words in p.typed[kind]:
            key = plain(words)
            found.add(("list", self.listed[kind, key]) if (kind, key) in self.listed else ("typed", key))
        return found - {("typed", "")}

    def names(self, a, b, kind):
        for words in a.typed[kind]:
            if (kind, words) in a.settled:
                if a.settled[kind, words] == b.number:
                    return True
            elif kind != "other" and b.could_be(words):
                return True
        return False

    def above(self, number):
        """Everybody over somebody, by what coordinators have tied."""
        ties = set(self.over)
        for p in self.people.values():
            ties |= {(p.number, p.settled["line", w]) for w in p.typed["line"] if p.settled.get(("line", w))}
        found, rest = set(), [number]
        while rest:
            at = rest.pop()
            for under, over in ties:
                if under == at and over not in found:
                    found.add(over)
                    rest.append(over)
        return found

    def waits(self, p):
        return any(("other", w) not in p.settled for w in p.typed["other"])

    def conflicts(self, a, b):
        found = set()
        if self.same_reach(a, b):
            found.add("same-reach")
        for kind in ("organisation", "department", "post"):
            if self.commons(a, kind) & self.commons(b, kind):
                found.add(kind)
        if b.number in self.above(a.number) or a.number in self.above(b.number):
            found.add("line")
        for kind in ("line", "family", "care", "other", "person"):
            if self.names(a, b, kind) or self.names(b, a, kind):
                found.add("private" if kind == "person" else kind)
        if self.waits(a) or self.waits(b):
            found.add("other")
        if frozenset((a.number, b.number)) in self.ended:
            found.add("private")
        return found

    def verdict(self, m, n):
        found = self.conflicts(self.people[m], self.people[n])
        return min(found, key=ORDER.index) if found else "none"

    # What is done.
    def do(self, *words):
        self.acts.append("\t".join(str(w) for w in words))

    def look(self):
        """Whatever changed: those who must not are apart at once."""
        for row in self.met:
            if row[2] in ("trial", "sent") and self.verdict(row[0], row[1]) != "none":
                row[2] = "paused" if row[2] == "trial" else "replaced"

    def name_typed(self, but):
        p = self.people[self.r.choice([n for n in PEOPLE if n != but])]
        return self.r.choice([f"{p.given} {p.surname}", f"{p.surname}, {p.given}", f"{p.given[0]} {p.surname}", f"{p.called} {p.surname}", p.surname])

    def put(self, p):
        r = self.r
        some = lambda kinds, most: [r.choice(r.choice(kinds)) for _ in range(r.choice([0, 0, 1, 1, most]))]
        names = lambda: [self.name_typed(p.number) for _ in range(r.choice([0, 0, 0, 0, 1, 2]))]
        keep = lambda kind, new: r.choice([p.typed[kind], new])
        p.typed["organisation"], p.typed["department"] = keep("organisation", some(HOUSES, 2)), keep("department", some(DEPARTMENTS, 1))
        p.typed["post"], p.until = keep("post", some(POSTS, 1)), r.choice(DAYS)
        for kind in ("line", "family", "care", "friend", "person"):
            p.typed[kind] = keep(kind, names())
        p.typed["other"] = keep("other", r.choice([[]] * 12 + [["I am on a board with somebody"]]))
        for kind in p.typed:
            p.typed[kind] = list(dict.fromkeys(p.typed[kind]))
        p.settled = {k: v for k, v in p.settled.items() if k[1] in p.typed[k[0]]}
        t = {k: "|".join(v) for k, v in p.typed.items()}
        self.do("put", p.number, t["organisation"], t["department"], t["line"], t["post"], p.until, t["family"], t["care"], t["friend"], t["person"],
                t["other"])

    def called(self, p):
        new = Person(p.number, self.r)
        p.given, p.surname, p.called, p.email, p.phone, p.address = new.given, new.surname, new.called, new.email, new.phone, new.address
        self.do("is", p.number, p.called, f"{p.given} {p.surname}", p.email, p.phone, p.address)

    def settle(self):
        waiting = [(p, k, w) for p in self.people.values() for k in ("line", "family", "care", "friend", "person", "other") for w in p.typed[k]
                   if (k, w) not in p.settled]
        if not waiting:
            return
        p, kind, words = self.r.choice(waiting)
        if self.r.random() < 0.6:
            p.settled[kind, words] = self.r.choice([n for n in PEOPLE if n != p.number])
            self.do("tie", p.number, kind, words, p.settled[kind, words])
        else:
            p.settled[kind, words] = None
            self.do("aside", p.number, kind, words)

    def join(self):
        typed = [(p, k, w) for p in self.people.values() for k in ("organisation", "department", "post") for w in p.typed[k]
                 if (k, plain(w)) not in self.listed]
        if not typed:
            return
        p, kind, words = self.r.choice(typed)
        name = f"{kind} {self.r.choice(['one', 'two'])}"
        self.listed[kind, plain(words)] = name
        self.do("join", p.number, kind, words, name)

    def line(self):
        under, over = self.r.sample(list(PEOPLE), 2)
        self.over.add((under, over))
        self.do("line", under, over)

    def meet(self, how):
        mentor, mentee = self.r.sample(list(PEOPLE), 2)
        if any(mentee == row[1] or {mentor, mentee} == set(row[:2]) for row in self.met):
            return
        barred = self.verdict(mentor, mentee) != "none"
        self.met.append([mentor, mentee, "replaced" if barred else {"open": "trial", "send": "sent", "concern": "ended"}[how]])
        if how == "concern" and not barred:
            self.ended.add(frozenset((mentor, mentee)))
        self.do(how, mentor, mentee)

    def play(self):
        for p in self.people.values():
            self.called(p)
        for _ in range(self.r.randrange(8, 22)):
            what = self.r.random()
            if what < 0.34:
                self.put(self.people[self.r.choice(list(PEOPLE))])
            elif what < 0.42:
                self.called(self.people[self.r.choice(list(PEOPLE))])
            elif what < 0.54:
                self.settle()
            elif what < 0.62:
                self.join()
            elif what < 0.72:
                self.line()
            elif what < 0.97:
                self.meet(self.r.choice(["open", "open", "send", "concern"]))
            else:
                self.today = self.r.choice(["2026-11-23", "2026-12-05"])
                self.do("today", self.today)
                self.do("night")
            self.look()
        self.do("night")
        self.look()
        self.do("end")
        return self

    def said(self):
        for m, n in combinations(PEOPLE, 2):
            a, b = self.people[m], self.people[n]
            friend = " friend" if self.names(a, b, "friend") or self.names(b, a, "friend") else ""
            yield f"{m} {n} {self.verdict(m, n)}{friend}"
        for row in self.met:
            yield "met {} {} {}".format(*row)
        yield "end"


def main():
    what, seed, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    seen, wrong = {}, 0
    for i in range(count):
        world = World(f"{seed} {i}").play()
        if what == "make":
            print("\n".join(world.acts))
            continue
        have = []
        while not have or have[-1] != "end":
            line = sys.stdin.readline()
            if not line:
                sys.exit(f"nothing is said of organisation {i}")
            have.append(line.rstrip("\n"))
        want = list(world.said())
        for line in want:
            word = line.split()[2 if line[0].isdigit() else -1]
            seen[word] = seen.get(word, 0) + 1
        if have != want:
            wrong += 1
            for line in [f"- {x}" for x in want if x not in have] + [f"+ {x}" for x in have if x not in want]:
                print(f"organisation {i}: {line}")
            if wrong > 4:
                break
    if what == "judge":
        print(f"{wrong} wrong")
        print("seen", " ".join(f"{k}:{v}" for k, v in sorted(seen.items())))


main()
