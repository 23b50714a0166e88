#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Each header can be included alone.
. "$srcdir/tests/check/tap.sh"
cd "$builddir" || exit 1
for header in $(cd "$srcdir" && find lib cgi-bin -name '*.h'); do
  complaint=$(echo "#include \"${header#lib/}\"" | ${CC:-cc} -std=c11 -D_GNU_SOURCE -fsyntax-only -I"$srcdir/lib" -I"$srcdir" -Igen -x c - 2>&1 | head -3)
  [ -n "$complaint" ] && alone="$alone $header"
done
is "$alone" "" "every header stands by itself"
done_testing
