#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# The rules of conflict against a judge of their own in another language (organisations.py), over many small
# organisations that change: no two people are judged otherwise, and nobody who must not meet does.
# BOTHWAYS_ORGANISATIONS: another number of them; SEED: other ones.
. "$srcdir/tests/check/tap.sh"
many=${BOTHWAYS_ORGANISATIONS:-150}
seed=${SEED:-valley}
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
judge="python3 $srcdir/tests/conflict/organisations.py"
$judge make "$seed" "$many" >"$folder/acts"
"$builddir/tests/conflict/decide" <"$folder/acts" >"$folder/said"
is "$?" 0 "$many organisations are lived through"
$judge judge "$seed" "$many" <"$folder/said" >"$folder/verdict"
sed 's/^/# /' "$folder/verdict" | tail -20
is "$(grep -c ' wrong$' "$folder/verdict") $(sed -n 's/ wrong$//p' "$folder/verdict")" "1 0" "each two people are judged as the rules say, and those who must not meet are parted"
unseen=
for word in none same-reach organisation department post line family care other private trial paused sent replaced ended; do
  grep -q "^seen.* $word:[0-9]" "$folder/verdict" || unseen="$unseen $word"
done
is "$unseen" "" "every rule and every end came up"
done_testing
