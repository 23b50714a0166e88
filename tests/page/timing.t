#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# How long an answer takes tells nobody whom the site knows: 10,000 times each, in the long run alone. It compares two
# spreads with one another, never with a clock.
. "$srcdir/tests/page/lib.sh"
if [ "${BOTHWAYS_TEST:-short}" = short ]; then
  echo "1..0 # SKIP in the short run"
  exit 0
fi
python3 "$srcdir/tests/page/timing.py" "$builddir" "$SITE" 10000 >"$folder/said" 2>&1
said=$(cat "$folder/said")
is "$(echo "$said" | awk '/, p / { print $NF > 0.01 ? "the same" : $0 }')" "the same" "known or not, the answer takes as long: $said"
is "$(ask "select count(*) > 9000 from outbox where kind = 'code'")" 1 "while those who are known were sent a mail"
done_testing
