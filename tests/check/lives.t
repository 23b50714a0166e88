#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# docs/lives.md is what the tables say.
. "$srcdir/tests/check/tap.sh"
is "$("$builddir/tools/bothways-lives" | diff - "$srcdir/docs/lives.md")" "" "docs/lives.md is printed from the tables"
done_testing
