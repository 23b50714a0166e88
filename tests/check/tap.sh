# SPDX-License-Identifier: AGPL-3.0-or-later
# The Test Anything Protocol for shell.
count=0
failed=0

is() { # have want sentence
  count=$((count + 1))
  if [ "$1" = "$2" ]; then
    echo "ok $count - $3"
  else
    failed=$((failed + 1))
    echo "not ok $count - $3"
    printf '%s\n' "$1" | sed 's/^/# have: /' | head -20
    printf '%s\n' "$2" | sed 's/^/# want: /' | head -5
  fi
}

done_testing() {
  echo "1..$count"
  [ "$failed" -eq 0 ]
  exit
}
