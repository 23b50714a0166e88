#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# What must hold of the engine whatever the optimum is.
PYTHONDONTWRITEBYTECODE=1 exec /usr/bin/python3 "$srcdir/tests/match/properties.py"
