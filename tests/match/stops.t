#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# The engine stopped and killed.
PYTHONDONTWRITEBYTECODE=1 exec /usr/bin/python3 "$srcdir/tests/match/stops.py"
