#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Stopped by steps, by the clock, by its memory, by a signal, or killed: an answer is whole, legal and within a bound, or there is none."""
import os
import random
import signal
import subprocess
import sys
import time

import check
import engine
import tap

SHAPES = [("mentoring", 300, 1), ("mutual", 200, 1), ("ring3", 96, 1), ("pairs", 80, 1), ("dense", 80, 1)]
KILLS = 200 if tap.LONG else 24
POPULATION = ("mentoring", 20000 if tap.LONG else 1000, 1)


KNOWN = {}


def best_of(path):
    """The most that is known to be reached."""
    if path not in KNOWN:
        KNOWN[path] = engine.solve(path, "--seconds", "2" if tap.LONG else "0.4")["value"]
    return KNOWN[path]


def hold(path, best, *options):
    true = engine.solve(path, *options)
    if true["bound"] < best:
        raise engine.wrong(path, options, "the bound %d, and %d has been reached" % (true["bound"], best))
    return true


def steps(rng):
    def test(case):
        path = engine.generated(*case)
        best = best_of(path)
        for limit in [1, 3, 100] + [rng.randint(1, 200000) for _ in range(8 if tap.LONG else 2)]:
            words = ("--steps", str(limit), "--certificate")
            once = hold(path, best, *words)
            if engine.run(path, *words)[1] != once["bytes"]:
                raise engine.wrong(path, words, "not the same answer twice")

    tap.none(engine.gather(SHAPES, test), "stopped after any number of steps: legal, its bound holds, and the same each time")


def clock(rng):
    def test(case):
        path = engine.generated(*case)
        best = best_of(path)
        for seconds in [0.001, 0.01] + [rng.uniform(0.001, 0.3) for _ in range(8 if tap.LONG else 2)]:
            hold(path, best, "--seconds", "%.3f" % seconds, "--certificate")

    tap.none(engine.gather(SHAPES + [POPULATION], test), "stopped by the clock: legal, and its bound holds")


def memory():
    """With so little it must say so; with more it must come to an answer, and that be true."""
    path, enough = engine.generated(*POPULATION), 0
    bad = []
    for kilobytes in (1, 16, 64, 256, 512, 1024, 2048, 4096, 8192, 16384, 65536, 262144):
        status, out, err = engine.run(path, "--memory", "%dK" % kilobytes)
        if status == 0:
            enough += 1
            bad += engine.gather([path], lambda p, k=kilobytes: hold(p, 0, "--memory", "%dK" % k, "--certificate"))
        elif out or not err or status < 0:
            bad.append("--memory %dK: exit %d, %d bytes, and says '%s'" % (kilobytes, status, len(out), err))
    tap.none(bad, "a limit of memory: an answer that is true, or a message and nothing else")
    tap.ok(0 < enough < 12, "some limits are enough, and some are not", enough)


def begun(path, out, *options):
    return subprocess.Popen([engine.BOTHWAYS, "match", "graph", path] + list(options), stdout=out, stderr=subprocess.DEVNULL)


def after(rng, number, program, longest):
    """Its exit status when the signal came at a random moment."""
    time.sleep(rng.uniform(0, longest))
    program.send_signal(number)
    return program.wait()


def one_signal(rng, path, number, longest):
    """What is in the file after the signal, and the exit status."""
    kept = os.path.join(engine.FOLDER.name, "killed")
    with open(kept, "wb") as out:
        return kept, after(rng, number, begun(path, out, "--certificate"), longest)


def takes(path):
    start = time.monotonic()
    engine.run(path, "--certificate")
    return time.monotonic() - start


def killed(rng):
    """What went to standard output may be cut, and then shows it. A file that was named is the whole, or as it was."""
    path, bad = engine.generated(*POPULATION), []
    named = os.path.join(engine.FOLDER.name, "named")
    longest = takes(path)
    for i in range(KILLS):
        if i % 2:
            kept, status = one_signal(rng, path, signal.SIGKILL, longest)
            cut = ("no bound", "cut off", "the certificate proves")
        else:
            kept = engine.keep("as it was\n", "named")
            status = after(rng, signal.SIGKILL, begun(path, subprocess.DEVNULL, "--certificate", "--output", named), longest)
            cut = ()
        if os.path.getsize(kept) and engine.text_of(kept) != "as it was\n":
            try:
                check.check(path, kept)
            except check.Bad as why:
                if status == 0 or not any(word in str(why) for word in cut):
                    bad.append("exit %d: %s" % (status, why))
    tap.none(bad, "killed at %d random moments: nothing, the whole, or what shows that it was cut; a file never but whole" % KILLS)


def killed_at_first(rng):
    """A file that was not there before: it is there whole, or nothing is, under any name."""
    path, bad = engine.generated(*POPULATION), []
    longest = takes(path)
    for i in range(KILLS // 2):
        folder = os.path.join(engine.FOLDER.name, "first-%d" % i)
        os.mkdir(folder)
        named = os.path.join(folder, "named")
        status = after(rng, signal.SIGKILL, begun(path, subprocess.DEVNULL, "--output", named), longest)
        left = os.listdir(folder)
        if left not in ([], ["named"]):
            bad.append("exit %d leaves %s" % (status, left))
        elif left:
            try:
                check.check(path, named)
            except check.Bad as why:
                bad.append("exit %d: %s" % (status, why))
    tap.none(bad, "killed at %d random moments: a new file is whole, or nothing is left of it" % (KILLS // 2))


def interrupted(rng):
    path, bad, stopped = engine.generated(*POPULATION), [], 0
    longest = takes(path)
    for number in [signal.SIGINT, signal.SIGTERM] * (KILLS // 4):
        kept, status = one_signal(rng, path, number, longest)
        if status == -number and not os.path.getsize(kept):
            continue                    # so early that nothing stood yet
        try:
            check.check(path, kept)
            stopped += 1
        except (check.Bad, StopIteration) as why:
            bad.append("signal %d, exit %d: %s" % (number, status, why))
    tap.none(bad, "interrupted: what it has by then, legal and within a bound that holds")
    tap.ok(stopped > 0, "and some were at work", stopped)


def main():
    rng = random.Random(8)
    steps(rng)
    clock(rng)
    memory()
    killed(rng)
    killed_at_first(rng)
    interrupted(rng)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
