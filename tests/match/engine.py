# SPDX-License-Identifier: AGPL-3.0-or-later
"""The programs under test: `bothways match graph`, and the generator."""
import os
import subprocess
import tempfile

import check

BUILD = os.environ.get("builddir", ".")
BOTHWAYS = os.path.join(BUILD, "programs", "bothways")
GENERATE = os.path.join(BUILD, "bench", "matching", "generate")
FOLDER = tempfile.TemporaryDirectory()
KEPT = {"files": 0}


def keep(text, name=None):
    """The path of a new file with this text, or these bytes."""
    KEPT["files"] += 1
    path = os.path.join(FOLDER.name, name or "file-%d" % KEPT["files"])
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode("ascii"))
    return path


def generated(*words):
    """The path of a generated graph; each is made once."""
    path = os.path.join(FOLDER.name, "-".join(str(word) for word in words))
    if not os.path.exists(path):
        with open(path, "wb") as file:
            subprocess.run([GENERATE] + [str(word) for word in words], stdout=file, check=True)
    return path


def text_of(path):
    with open(path, encoding="ascii") as file:
        return file.read()


def run(path, *options):
    """(exit status, what it wrote, what it complained of)."""
    ran = subprocess.run([BOTHWAYS, "match", "graph", path] + list(options), stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return ran.returncode, ran.stdout, ran.stderr.decode("utf-8", "replace")


class Wrong(Exception):
    """What was wrong, with the graph and the command that show it."""


def wrong(path, options, why):
    text = text_of(path)
    shown = text if len(text) < 3000 else "%s is too long to show" % os.path.basename(path)
    return Wrong("match graph %s %s: %s\n%s" % (os.path.basename(path), " ".join(options), why, shown))


def solve(path, *options):
    """A checked answer: what check.check says of it, and under "bytes" all that was written."""
    status, out, err = run(path, *options)
    if status != 0:
        raise wrong(path, options, "exit %d: %s" % (status, err))
    answer = keep(out, "answer")
    try:
        true = check.check(path, answer)
    except (check.Bad, ValueError, KeyError) as bad:
        raise wrong(path, options, "%s\n%s" % (bad, out[:2000].decode())) from bad
    true["bytes"] = out
    true["branched"] = [int(line.split()[-1]) for line in out.decode().splitlines() if line.startswith("# branch and bound proves")]
    if "--certificate" in options and true["proof"] is None:
        raise wrong(path, options, "no certificate")
    return true


def solve_text(text, *options):
    return solve(keep(text, "graph"), *options)


def gather(cases, test):
    """Runs test(case) for each; what went wrong, as texts."""
    bad = []
    for case in cases:
        try:
            test(case)
        except Wrong as why:
            bad.append(str(why))
    return bad
