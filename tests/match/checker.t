#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# The checker of answers, checked.
PYTHONDONTWRITEBYTECODE=1 exec /usr/bin/python3 "$srcdir/tests/match/checker.py"
