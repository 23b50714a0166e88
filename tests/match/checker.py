#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Is the checker itself to be trusted? What is false it refuses; and no prices, however drawn, prove a bound below the best
of all choices, while good ones prove the best itself."""
import os
import random
import sys
import tempfile

import check
import oracle
import small
import tap

FOLDER = tempfile.TemporaryDirectory()
GRAPHS = 3000 if tap.LONG else 200

RING = """bw-match 1
p 1 1 1
p 2 1 1
p 3 1 1
a 1 2 10
a 2 1 900
a 2 3 20
a 3 1 30
"""
GOOD = "m 1 2\nm 2 3\nm 3 1\nbound 18066\nvalue 18066\nboth 3\narcs 3\nweight 60\n"


def kept(name, text):
    path = os.path.join(FOLDER.name, name)
    with open(path, "w", encoding="ascii") as file:
        file.write(text)
    return path


def verdict(graph, answer):
    """What the checker finds, or why it refuses."""
    try:
        return check.check(kept("graph", graph), kept("answer", answer))
    except (check.Bad, KeyError, ValueError) as wrong:
        return "wrong: %s" % wrong


def what_is_false():
    tap.ok(verdict(RING, GOOD) == {"both": 3, "arcs": 3, "weight": 60, "value": 18066, "bound": 18066, "proof": None},
           "a good answer is good", verdict(RING, GOOD))
    false = [
        ("an arc that the graph does not have", GOOD.replace("m 1 2", "m 1 3"), "an arc twice, or one"),
        ("an arc twice", GOOD.replace("m 1 2", "m 2 3"), "an arc twice, or one"),
        ("two who mentor each other", "m 1 2\nm 2 1\nbound 99999\n", "mentor each other"),
        ("more people than a capacity", "m 2 1\nm 2 3\nbound 99999\n", "capacity"),
        ("more mentors than a need", "m 2 1\nm 3 1\nbound 99999\n", "need"),
        ("a false value", GOOD.replace("value 18066", "value 18067"), "value is 18066"),
        ("a false count", GOOD.replace("both 3", "both 2"), "both is 3"),
        ("a false weight", GOOD.replace("weight 60", "weight 61"), "weight is 60"),
        ("a bound below the value", GOOD.replace("bound 18066", "bound 18065"), "below the value"),
        ("no bound", GOOD.replace("bound 18066\n", ""), "no bound"),
        ("two bounds", GOOD + "bound 18066\n", "no line of an answer"),
        ("no newline at its end", GOOD[:-1], "cut off"),
        ("a certificate that proves too little", GOOD + "scale 1\n", "the certificate proves"),
        ("a price below 0", GOOD + "d 1 -1 0 0 0\n", "below 0"),
        ("a pair's price where nobody is joined", GOOD + "scale 1\nl 1 9 5\n", "no usable arc joins"),
        ("two rows of two partners for one pair", GOOD + "t 1 2 5\nt 1 2 5\n", "two t lines"),
        ("a line that means nothing", GOOD + "q 1\n", "no line of an answer"),
    ]
    for what, answer, why in false:
        found = verdict(RING, answer)
        tap.ok(isinstance(found, str) and why in found, "refused: " + what, found)
    ring = GOOD.replace("bound 18066", "bound 31000") + "scale 1\n" + "".join("d %d 3501 3501 0 0\n" % p for p in (1, 2, 3)) + "l 2 1 0\n"
    tap.ok(verdict(RING, ring)["proof"] == 30009, "a certificate that proves less than the bound is taken", verdict(RING, ring))


class Prices:
    """Prices of a graph, that can be changed one at a time."""

    def __init__(self, rng, graph):
        self.rng, self.graph = rng, graph
        self.answer = check.Answer()
        self.answer.proof, self.answer.scale = True, rng.choice([1, 1, 2, 8])
        both, arc = graph.objective()
        self.steps = [1, 1000, both, arc, arc + both, arc + 500, (arc + both) // 2]
        two = sorted({(u, v) for u, v, k, w in graph.arcs if graph.usable((u, v, k, w))})
        self.places = [("person", p, i) for p in graph.people for i in range(4) if i != 1 or graph.version == 1]
        self.places += [("ask", (v, k), 0) for v, k in sorted({(v, k) for _, v, k, _ in graph.arcs}) if graph.version == 2]
        self.places += [("pair", (min(t), max(t)), 0) for t in two] + [("partner", t, 0) for t in two]
        for place in self.places:
            if rng.random() < 0.3:
                self.change(place, rng.choice(self.steps) * self.answer.scale)

    def change(self, place, by):
        """Returns how to undo it."""
        table, key, i = getattr(self.answer, place[0]), place[1], place[2]
        before = table.get(key)
        if place[0] == "person":
            four = list(before or (0, 0, 0, 0))
            four[i] = max(0, four[i] + by)
            table[key] = tuple(four)
        else:
            table[key] = max(0, (before or 0) + by)
        return lambda: table.pop(key) if before is None else table.__setitem__(key, before)

    def proved(self):
        sums = check.Sums(self.graph, self.answer)
        for arc in self.graph.arcs:
            sums.meet(arc)
        return sums.proved()

    def descend(self, tries):
        """The least bound that changes to one price after another come to."""
        least = self.proved()
        for _ in range(tries if self.places else 0):
            undo = self.change(self.rng.choice(self.places), self.rng.choice([-1, 1]) * self.rng.choice(self.steps) * self.answer.scale)
            now = self.proved()
            if now > least:
                undo()
            least = min(now, least)
        return least


def false_bounds(rng):
    low, exact = [], 0
    for i in range(GRAPHS):
        graph = small.graph(rng, rng.randint(2, 5), rng.randint(3, 12), 1 + i % 2)
        best = oracle.every_choice(graph)
        least = Prices(rng, graph).descend(200)
        exact += least == best
        if least < best:
            low.append("best %d, proved %d\n%s" % (best, least, graph.text()))
    tap.none(low, "no prices prove a bound below the best of all choices: the least that can be found for %d graphs" % GRAPHS)
    tap.ok(exact * 4 > GRAPHS, "and for many they prove the best itself", "%d of %d" % (exact, GRAPHS))


def main():
    what_is_false()
    false_bounds(random.Random(4))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
