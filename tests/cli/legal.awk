# SPDX-License-Identifier: AGPL-3.0-or-later
# Whether an answer is legal for a graph, and is worth what it says: awk -f legal.awk GRAPH ANSWER. Says nothing when it is.
# Counts in doubles: for graphs whose value stays below 2^53.
function wrong(what) { print what; bad = 1 }
/^#/ { next }
FNR == NR && $1 == "bw-match" { version = $2 }
FNR == NR && $1 == "o" { told = 1; both = $2; arc = $3 }
FNR == NR && $1 == "p" { capacity[$2] = $3; need[$2] = $4; c += $3; n += $4 }
FNR == NR && $1 == "a" { weight[$2, $3, $5] = $4; there[$2, $3, $5] = 1 }
FNR == NR && $1 == "h" { out[$2] = $3; into[$2] = $4; had += $3 && $4 }
FNR == NR && $1 == "k" { kept[$2 " " $3 " " $4] = 1 }
FNR == NR && $1 == "f" { forbidden[$2, $3, $4] = 1 }
FNR == NR { next }
$1 == "m" {
  if (!(($2, $3, $4) in there)) wrong("no such arc: " $0)
  if (($2, $3, $4) in forbidden) wrong("forbidden: " $0)
  if (++given[$2] > capacity[$2]) wrong("over capacity: " $0)
  if (++taken[$3] > need[$3]) wrong("over need: " $0)
  if (version == 2 && asked[$3, $4]++) wrong("an ask met twice: " $0)
  if (($3, $2) in pair || ($2, $3) in pair) wrong("two ways, or twice: " $0)
  pair[$2, $3] = 1
  delete kept[$2 " " $3 " " $4]
  out[$2] = into[$3] = 1
  arcs++
  sum += weight[$2, $3, $4]
}
$1 == "bound" { bounds++; bound = $2 }
$1 ~ /^(value|both|arcs|weight)$/ { said[$1] = $2 }
END {
  if (!told) both = arc = 1000 * (c < n ? c : n) + 1
  for (p in out) have += out[p] && into[p]
  have -= had
  value = both * have + arc * arcs + sum
  for (k in kept) wrong("not kept: " k)
  if (bounds != 1) wrong("not one bound")
  if (said["both"] != have) wrong("both " said["both"] " is " have)
  if (said["arcs"] != arcs + 0) wrong("arcs " said["arcs"] " is " arcs)
  if (said["weight"] != sum + 0) wrong("weight " said["weight"] " is " sum)
  if (said["value"] != value) wrong("value " said["value"] " is " value)
  if (bound < value) wrong("bound " bound " is below " value)
  exit bad
}
