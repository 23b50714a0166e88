#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What must hold whatever the optimum is: more to choose from never makes it worse, the order of lines says nothing, both
versions of the format say the same, and the edges of what a file may hold are handled."""
import random
import sys

import engine
import graph
import small
import tap

MANY = 5 if tap.LONG else 1
SHAPES = [("dense", 30, 1), ("mutual", 40, 1), ("ring3", 48, 1), ("pairs", 40, 1), ("scarce", 60, 1), ("mentoring", 100, 1), ("mentoring", 60, 1, "asks")]


def read(case):
    return graph.read(engine.generated(*case))


def more_never_lowers(rng):
    """Arcs come one by one: the optimum never falls, and what was reached before is never above a later bound."""
    def test(case):
        g, last = read(case), 0
        rng.shuffle(g.arcs)
        all_arcs, big = g.arcs, g.objective()
        g.levels = big
        for part in range(1, 11):
            g.arcs = all_arcs[:len(all_arcs) * part // 10]
            path = engine.keep(g.text(), "more")
            true = engine.solve(path)
            if true["value"] < last or true["value"] != true["bound"]:
                raise engine.wrong(path, (), "%d was reached with fewer arcs, now %d, bound %d" % (last, true["value"], true["bound"]))
            last = true["value"]

    def one(g):
        before = engine.solve_text(g.text())
        u, v = rng.sample(sorted(g.people), 2)
        if any(arc[:2] == (u, v) for arc in g.arcs):
            return
        g.levels = g.objective()
        g.arcs.append((u, v, 0, rng.randint(0, 1000)))
        path = engine.keep(g.text(), "more")
        after = engine.solve(path)
        if after["value"] < before["value"]:
            raise engine.wrong(path, (), "%d before the last arc was there, %d with it" % (before["value"], after["value"]))

    tap.none(engine.gather(SHAPES, test), "more arcs never lower the optimum, on shapes: a tenth more at a time")
    graphs = [small.graph(rng, rng.randint(2, 12), rng.randint(0, 40)) for _ in range(60 * MANY)]
    tap.none(engine.gather(graphs, one), "one arc more never lowers the optimum: %d graphs" % len(graphs))


def shuffled(rng, path):
    """The same graph: people and arcs in another order, comments between."""
    lines = engine.text_of(path).splitlines(keepends=True)
    head = [line for line in lines if line[0] in "bo"]
    people = [line for line in lines if line[0] == "p"]
    arcs = [line for line in lines if line[0] in "akfh"]
    rng.shuffle(people)
    rng.shuffle(arcs)
    for i in range(0, len(arcs), 7):
        arcs[i] += "# a comment\n"
    return engine.keep("".join(head + people + arcs))


def order_is_nothing(rng):
    def test(path):
        want = engine.solve(path, "--certificate")["bytes"]
        for _ in range(3):
            other = shuffled(rng, path)
            if engine.solve(other, "--certificate")["bytes"] != want:
                raise engine.wrong(other, ("--certificate",), "another answer than with lines in order")

    shapes = SHAPES + [("mentoring", 300, 2), ("dense", 30, 1, 8, 100)] + ([("mentoring", 3000, 1), ("mutual", 200, 1)] if tap.LONG else [])
    tap.none(engine.gather([engine.generated(*case) for case in shapes], test), "the order of lines makes no difference, to the byte")
    pinned = [engine.keep(small.graph(rng, 10, 40, 2).text()) for _ in range(20 * MANY)]
    tap.none(engine.gather(pinned, test), "nor where pairs are kept and forbidden")


def weights_scale(rng):
    """Everything three times as much."""
    def test(case):
        g = read(case)
        both, arc = g.objective()
        g.levels = rng.choice([(both, arc), (0, arc), (0, 0), (700, 300)])
        g.arcs = [(u, v, k, w // 3) for u, v, k, w in g.arcs]
        once = engine.solve_text(g.text())
        g.levels = tuple(3 * level for level in g.levels)
        g.arcs = [(u, v, k, w * 3) for u, v, k, w in g.arcs]
        path = engine.keep(g.text(), "thrice")
        thrice = engine.solve(path)
        if thrice["value"] != 3 * once["value"] or thrice["bound"] != 3 * once["bound"]:
            raise engine.wrong(path, (), "three times %d in %d is %d in %d" % (once["value"], once["bound"], thrice["value"], thrice["bound"]))

    tap.none(engine.gather(SHAPES * MANY, test), "three times the weights, three times the value and the bound")


def in_version_2(g):
    """A need of n is n asks, which the same mentors could meet."""
    two = graph.Graph()
    two.version, two.people, two.levels = 2, g.people, g.levels
    two.arcs = [(u, v, k, w) for u, v, _, w in g.arcs for k in range(1, g.people[v][1] + 1)]
    return two


def versions_agree(rng):
    def test(g):
        one = engine.solve_text(g.text())
        path = engine.keep(in_version_2(g).text(), "two")
        two = engine.solve(path, "--certificate")
        if one["value"] != two["value"]:
            raise engine.wrong(path, (), "version 1 finds %d, version 2 %d" % (one["value"], two["value"]))

    graphs = [small.graph(rng, rng.randint(2, 10), rng.randint(0, 30)) for _ in range(40 * MANY)]
    tap.none(engine.gather(graphs + [read(case) for case in SHAPES[:6]], test), "both versions of the format say the same")


def bad_numbers(true, value, bound=None):
    return (true["value"], true["bound"]) != (value, value if bound is None else bound)


def edges():
    top = 2 ** 31 - 1
    most = 2 ** 63 - 1
    levels = most // 7 - 900                # of both and arc together, in a ring of seven: 2^63 - 1 is a multiple of 7
    seven = "".join("p %d 1 1\n" % p for p in range(1, 8)) + "".join(
        "a %d %d %d\n" % (p, (p + k) % 7 + 1, w) for p in range(1, 8) for k, w in ((0, 900), (1, 899), (5, 898)))
    pair = "p 1 1 0\np 2 0 1\na 1 2 1000\n"
    ring = "p 1 1 1\np 2 1 1\np 3 1 1\na 1 2 10\na 2 1 900\na 2 3 20\na 3 1 30\n"
    star = "p 1 255 0\n" + "".join("p %d 0 1\n" % p for p in range(2, 302)) + "".join("a 1 %d 7\n" % p for p in range(2, 302))
    hub = "p 1 0 255\n" + "".join("p %d 1 0\n" % p for p in range(2, 302)) + "".join("a %d 1 7\n" % p for p in range(2, 302))
    equal = "".join("p %d 1 1\n" % p for p in range(1, 13)) + "".join("a %d %d 500\n" % (u, v) for u in range(1, 13) for v in range(1, 13) if u != v)
    cases = [
        ("nobody", "", 0),
        ("one person", "p 1 3 2\n", 0),
        ("people and no arc", "p 1 1 1\np 2 1 1\n", 0),
        ("nobody with capacity", "p 1 0 1\np 2 0 1\na 1 2 900\n", 0),
        ("nobody with a need", "p 1 1 0\np 2 1 0\na 1 2 900\n", 0),
        ("capacity and need 255, and only who is there", "p 1 255 255\np 2 255 255\na 1 2 900\na 2 1 901\n", 255 * 2 * 1000 + 1 + 901),
        ("capacity 255 among 300", star, 255 * (255 * 1000 + 1 + 7)),
        ("need 255 among 300", hub, 255 * (255 * 1000 + 1 + 7)),
        ("weights all the same", equal, 24 * 12001 + 12 * 500),
        ("weights all nothing", "o 0 0\n" + equal.replace(" 500\n", " 0\n"), 0),
        ("the highest ids", "p %d 1 1\np %d 1 1\na %d %d 1000\n" % (top, top - 1, top, top - 1), 2001 + 1000),
        ("high levels", "o %d %d\n" % (most // 7, most // 9) + ring, 3 * (most // 7) + 3 * (most // 9) + 60),
        ("the highest value, 2^63 - 1", "o 0 %d\n" % (most - 1000) + pair, most),
        ("it by both sides and arcs alike", "o %d %d\n" % (levels // 2, levels - levels // 2) + seven, most),
        ("it by arcs before sides", "o 5 %d\n" % (levels - 5) + seven, most),
        ("it by both sides alone", "o %d 0\n" % levels + seven, most),
    ]
    bad = engine.gather(cases, edge)
    tap.none(bad, "the edges: " + ", ".join(name for name, _, _ in cases))
    for text, why in (("o 0 %d\n" % (most - 999) + pair, "a value of 2^63"), ("o 0 %d\n" % (levels + 1) + seven, "a value 7 above 2^63 - 1"),
                      ("o %d %d\n" % (most, most) + pair, "levels of 2^63 - 1")):
        status, out, err = engine.run(engine.keep("bw-match 1\n" + text))
        tap.ok(status == 2 and not out and err, why + ": refused, with a message", status, out, err)


def edge(case):
    for rest in ((), ("--certificate",)):
        path = engine.keep("bw-match 1\n" + case[1], "edge")
        true = engine.solve(path, *rest)
        if bad_numbers(true, case[2]) and not ("--certificate" in rest and true["branched"] == [case[2]]):
            raise engine.wrong(path, rest, "%s: %d in %d, and not %d" % (case[0], true["value"], true["bound"], case[2]))


def warm(rng):
    """Begun from an answer of the same graph, and of one that has changed since."""
    def test(case):
        path = engine.generated(*case)
        cold = engine.solve(path, "--certificate")
        before = engine.keep(cold["bytes"])
        again = engine.solve(path, "--certificate", "--from", before)
        if again["value"] < cold["value"] or again["bound"] < cold["value"]:
            raise engine.wrong(path, ("--from",), "%d in %d, and %d before" % (again["value"], again["bound"], cold["value"]))
        g = graph.read(path)
        gone = set(rng.sample(sorted(g.people), 2))
        g.arcs = [arc for arc in g.arcs if not gone & set(arc[:2]) and rng.random() < 0.98]
        changed = engine.keep(g.text())
        fresh, warmed = engine.solve(changed), engine.solve(changed, "--from", before)
        if warmed["value"] != fresh["value"] or warmed["bound"] != fresh["bound"]:
            raise engine.wrong(changed, ("--from",), "%d in %d from before, %d in %d afresh" % (
                warmed["value"], warmed["bound"], fresh["value"], fresh["bound"]))

    tap.none(engine.gather(SHAPES * MANY + [("mentoring", 300, 1)], test), "begun from an answer of before it comes as far, also when people left")


def main():
    rng = random.Random(5)
    more_never_lowers(rng)
    order_is_nothing(rng)
    weights_scale(rng)
    versions_agree(rng)
    edges()
    warm(rng)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
