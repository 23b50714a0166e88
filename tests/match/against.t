#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# The engine against every choice of small graphs, and against another solver.
PYTHONDONTWRITEBYTECODE=1 exec /usr/bin/python3 "$srcdir/tests/match/against.py"
