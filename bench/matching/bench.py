#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables of the engine beside others. script/bench builds what is needed and runs this."""
import math
import os
import random
import sys

import check
import graph
import tools

SEEDS = range(1, int(os.environ.get("SEEDS", "1")) + 1)
EXACT, NEAR = (0, 0), (0, 10)
# People: gap of the count and of the weight (ppm) at most, seconds, times LEMON's cost scaling, megabytes.
GOALS = {100: (EXACT, 0.020, None, 8), 300: (EXACT, 0.020, None, 8), 1000: (EXACT, None, 1.0, 8), 10000: (NEAR, None, 0.5, 24),
         100000: ((1, 10), None, 0.5, 128), 1000000: ((50, 1000), 300, None, 480)}
# Shape and people, and what the generator takes besides; gap of the count and of the weight (ppm) at most; seconds.
SMALL = [(("dense", 30), EXACT, 2), (("dense", 50), EXACT, 2), (("dense", 80), EXACT, 2), (("dense", 30, 8, 100), EXACT, 2),
         (("dense", 80, 8, 100), EXACT, 2), (("mutual", 40), EXACT, 2), (("mutual", 80), EXACT, 2), (("mutual", 96), EXACT, 2),
         (("ring3", 48), EXACT, 2), (("ring3", 96), EXACT, 2), (("scarce", 60), EXACT, 2), (("scarce", 96), EXACT, 2),
         (("blood", 96), EXACT, 2), (("pairs", 40), EXACT, 5), (("pairs", 80), EXACT, 5), (("mutual", 200), (1, None), 10),
         (("ring3", 300), (1, None), 10), (("pairs", 200), (0, 15000), 10), (("scarce", 120), EXACT, 5), (("blood", 128), EXACT, 5)]


def big(people_path):
    g = graph.read_people(people_path)
    return g.objective()[0]


def gaps(run, worth):
    """(of the count, of the weight in millionths where the count has none)."""
    count = run.told["bound"] // worth - run.told["both"] - run.told["arcs"]
    weight = run.told["bound"] - run.told["value"]
    return count, weight * 1e6 / max(1, run.told["weight"]) if count == 0 else None


def shown(number, form="%d"):
    return "-" if number is None else form % number


def row(*cells):
    widths = (22, 22, 10, 8, 8, 8, 10, 22, 22, 6, 9, 4)
    print("  ".join(str(cell).ljust(width) if i < 2 else str(cell).rjust(width) for i, (cell, width) in enumerate(zip(cells, widths))).rstrip(), flush=True)


def head():
    row("graph", "tool", "CPU s", "MB", "P", "M", "W", "value", "bound", "count", "weight", "goal")
    row("", "", "", "", "both", "asks", "weight", "", "", "gap", "gap ppm", "")


def verdict(run, worth, goal, seconds, megabytes):
    """What of the goal is missed, in a word each; "yes" when nothing is."""
    count, weight = gaps(run, worth)
    missed = []
    if count > goal[0] or (count == 0 and goal[1] is not None and weight > goal[1]):
        missed.append("gap")
    if seconds is not None and run.seconds > seconds:
        missed.append("time > %.3g s" % seconds)
    if megabytes is not None and run.megabytes > megabytes:
        missed.append("memory > %d MB" % megabytes)
    return "missed: " + ", ".join(missed) if missed else "yes"


def our_row(name, tool, run, worth, goal="-"):
    count, weight = gaps(run, worth)
    row(name, tool, "%.4f" % run.seconds, "%.1f" % run.megabytes, run.told["both"], run.told["arcs"], run.told["weight"], run.value(),
        run.told["bound"], count, shown(weight, "%.2f"), goal)


def other_row(name, tool, run):
    note = "not done in time" if run.late else ""
    row(name, tool, "%.4f" % run.seconds, "%.1f" % run.megabytes, "", "", "", shown(run.value()), "", "", "", note)


def hold(truth, why):
    if not truth:
        tools.clean()
        sys.exit("false: " + why)


def held(path, run, answer, *others):
    """The checker takes the answer, no flow proves less than it reaches, and nobody reaches more than it proves."""
    if count_arcs(path) < 10000000:
        true = check.check(path, answer)
        hold(true["value"] == run.value() and true["proof"] is not None, "%s: the checker says otherwise: %s" % (path, true))
    for name, other in others:
        if other.value() is None or other.late:
            continue
        if name.startswith("LEMON"):
            hold(other.value() >= run.value(), "%s: %s proves %d, ours reaches %d" % (path, name, other.value(), run.value()))
        else:
            hold(other.value() <= run.told["bound"], "%s: %s reaches %d, ours bounds %d" % (path, name, other.value(), run.told["bound"]))


def exact_others(path, limit):
    return [("GLPK, all rules", tools.glpk(path, limit)), ("CBC, all rules", tools.cbc(path, limit))]


def growth(times):
    """The exponent of the time in arcs, from one size to the next."""
    for (people, arcs, seconds), (more, more_arcs, more_seconds) in zip(times, times[1:]):
        if seconds > 0:
            print("growth from %d to %d people: time as arcs to the power %.2f" % (people, more, math.log(more_seconds / seconds) / math.log(more_arcs / arcs)))


def populations(sizes):
    print("\nPopulations (mentoring). Ours: solving with the two-way rule, the certificate and its verification; LEMON: the relaxed problem.")
    head()
    times = []
    for people in sizes:
        for seed in SEEDS:
            times.append(population(people, seed))
    growth(times[::len(SEEDS)])


def population(people, seed):
    path, answer = tools.generated("mentoring", people, seed), os.path.join(tools.FOLDER, "ours")
    name, worth = "mentoring-%d-%d" % (people, seed), big(path)
    limit = tools.LIMIT * (1 if people < 100000 else 10)
    run = tools.ours(path, keep=answer)
    scaling = tools.peer("scaling", path, limit)
    others = [("LEMON cost scaling", scaling), ("greedy by weight", tools.peer("greedy", path, limit))]
    if people < 1000000:
        others.insert(1, ("LEMON network simplex", tools.peer("simplex", path, limit)))
    if people <= 1000:
        others += exact_others(path, tools.LIMIT)
    gap, seconds, times, megabytes = GOALS.get(people, (NEAR, None, 0.5, None))
    if times and not scaling.late:
        seconds = times * scaling.seconds
    our_row(name, "ours", run, worth, verdict(run, worth, gap, seconds, megabytes))
    for tool, other in others:
        other_row(name, tool, other)
    held(path, run, answer, *others)
    arcs = count_arcs(path)
    if people >= 100000:
        os.remove(path)
    return people, arcs, run.seconds


def count_arcs(path):
    with open(path, "rb") as file:
        return sum(1 for line in file if line.startswith(b"a"))


def small():
    print("\nSmall and hard. The optimum is GLPK's or CBC's where they were done in %d s." % tools.LIMIT)
    head()
    for words, goal, seconds in SMALL:
        for seed in SEEDS:
            path, answer = tools.generated(words[0], words[1], seed, *words[2:]), os.path.join(tools.FOLDER, "ours")
            name, worth = "-".join(str(word) for word in words[:2] + (seed,) + words[2:]), big(path)
            run = tools.ours(path, seconds, keep=answer)
            others = exact_others(path, tools.LIMIT)
            our_row(name, "ours", run, worth, verdict(run, worth, goal, seconds * 1.05, None))
            for tool, other in others:
                other_row(name, tool, other)
            held(path, run, answer, *others)


def field():
    print("\nThe sizes that the field tells: 5,000 people (Mentorloop), 3,000 mentors and 3,000 who ask (SAP SuccessFactors). Goal: under a second.")
    head()
    for words in (("mentoring", 5000), ("mentoring", 6000, "sides")):
        for seed in SEEDS:
            path = tools.generated(words[0], words[1], seed, *words[2:])
            run = tools.ours(path, keep=os.path.join(tools.FOLDER, "ours"))
            our_row("%s-%d-%d %s" % (words[:2] + (seed,) + (words[2:] or ("",))), "ours", run, big(path), verdict(run, big(path), NEAR, 1.0, None))
            held(path, run, os.path.join(tools.FOLDER, "ours"))


def warm():
    print("\nBegun from the last answer, when a few people changed: one in a thousand left, and the arcs to as many weigh anew.")
    head()
    for people in (1000, 10000, 30000):
        path, before = tools.generated("mentoring", people, 1), os.path.join(tools.FOLDER, "before")
        tools.ours(path, keep=before)
        g, rng = graph.read(path), random.Random(1)
        g.levels = g.objective()
        changed_people = rng.sample(sorted(g.people), people // 500)
        gone, new = set(changed_people[::2]), set(changed_people[1::2])
        g.arcs = [(u, v, k, rng.randint(300, 900) if v in new else w) for u, v, k, w in g.arcs if not gone & {u, v}]
        changed = os.path.join(tools.FOLDER, "changed.txt")
        with open(changed, "w", encoding="ascii") as out:
            out.write(g.text())
        worth = g.objective()[0]
        for tool, run in (("afresh", tools.ours(changed)), ("from the answer", tools.ours(changed, start=before))):
            our_row("mentoring-%d-1" % people, tool, run, worth)


def main(words):
    words = words or ["small", "field", "warm", "100", "300", "1000", "10000"]
    tables = {"small": small, "field": field, "warm": warm}
    for word in words:
        if word not in tables and not word.isdigit():
            sys.exit("script/bench [small] [field] [warm] [PEOPLE ...]")
    try:
        for word in words:
            if word in tables:
                tables[word]()
        sizes = sorted(int(word) for word in words if word.isdigit())
        if sizes:
            populations(sizes)
    finally:
        tools.clean()


if __name__ == "__main__":
    main(sys.argv[1:])
