#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# How the command line is called, and what it says of itself.
. "$srcdir/tests/check/tap.sh"
bothways=$builddir/programs/bothways
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
SITE=
export SITE

# ends STATUS SENTENCE WORDS…: what it says goes to $folder/out and $folder/err.
ends() {
  want=$1 sentence=$2
  shift 2
  "$bothways" "$@" >"$folder/out" 2>"$folder/err" </dev/null
  is "$?" "$want" "$sentence"
}
says() { is "$(grep -cF -- "$1" "$folder/err")" 1 "$2"; }

ends 2 "without a command it was called wrongly"
is "$([ -s "$folder/out" ] || grep -c '^  match graph ' "$folder/err")" 1 "and help goes where messages go"
ends 0 "help is help" help
is "$(grep -c '^  match run ' "$folder/out")" 1 "and goes to standard output"
ends 0 "--help too" --help
ends 0 "--version says which" --version
is "$(cat "$folder/out")" "bothways $(sed -n 's/^AC_INIT(\[Bothways\], \[\([^]]*\).*/\1/p' "$srcdir/configure.ac")" "the version that is configured"
ends 2 "a command that there is not" dance
says "there is no command dance" "is told"
ends 2 "half of one" match
ends 2 "and a wrong half" match dance
says "there is no command match dance" "are told"
ends 2 "help of what there is not" help dance
ends 2 "a flag that there is not" check --dance
says "bothways check: there is no --dance" "is told"
ends 2 "a flag without its value" match run --programme
says "--programme wants SLUG" "is told"
ends 2 "a value that no flag wants" check --json=yes
says "--json takes no value" "is told"
ends 2 "a flag given twice" check --json --json
says "--json is given twice" "is told"
ends 2 "a word too many" audit verify everything
says "everything is one word too many" "is told"
ends 2 "a file that is missing" match graph
says "FILE is missing" "is told"
ends 2 "a number that is none" post --most many
says "--most is a whole number from 1 to 1000000, not many" "is told"
ends 2 "a number out of range" post --most=0
ends 2 "a head that is none" audit verify --head 12
ends 2 "no site" check
says "the site cannot be opened: its data folder is not there" "is told"
ends 2 "a folder that is no site" check --site "$folder"
says "has no key" "is told"
ends 2 "a folder that is not there" check --site "$folder/nowhere"
says "is not there" "is told"

"$bothways" help --list >"$folder/list"
lack=
while IFS=: read -r name flags; do
  # shellcheck disable=SC2086
  "$bothways" help $name >"$folder/one" 2>&1 || lack="$lack $name"
  # shellcheck disable=SC2086
  "$bothways" $name --help | cmp -s - "$folder/one" || lack="$lack $name--help"
  grep -q '^Examples:$' "$folder/one" && grep -q "^  .*bothways $name" "$folder/one" || lack="$lack $name:example"
  sed 's/\\-/-/g' "$srcdir/docs/bothways.1" | grep -q "^\.B $name" || lack="$lack $name:manual"
  for flag in $flags; do
    grep -q -- "^  ${flag%=}" "$folder/one" || lack="$lack $name$flag:help"
    sed 's/\\-/-/g' "$srcdir/docs/bothways.1" | grep -q -- "^\.BR\{0,1\} .*${flag%=}" || lack="$lack $name$flag:manual"
  done
done <"$folder/list"
is "$(wc -l <"$folder/list" | tr -d ' ')" "$(sed -n '/^const struct command commands/,/^};/p' "$srcdir/cli/bothways.c" | grep -c '^	{ "')" "each command has a row"
is "$lack" "" "each command and flag has help with an example, and is in the manual"
is "$("$bothways" help | awk 'length > 80')$(for c in 'match graph' 'match run' post check 'audit verify'; do "$bothways" help $c; done | awk 'length > 80')" "" "help fits a terminal"
is "$(man -l --warnings -E UTF-8 "$srcdir/docs/bothways.1" 2>&1 >/dev/null | head -3)" "" "the manual is well formed"

# Completion, asked as bash asks it.
complete() { # WORDS…: what the last may become
  PATH=$builddir/programs:$PATH bash -c '. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _bothways; echo "${COMPREPLY[*]}"' \
    "$srcdir/cli/completions/bothways" "$@" 2>&1
}
is "$(complete bothways ma)" match "a command is completed"
is "$(complete bothways match r)" run "and its second word"
is "$(complete bothways match run --pro)" --programme "and a flag"
is "$(complete bothways check --j)" --json "of a command of one word too"

"$bothways" help >/dev/full 2>"$folder/err"
is "$?" 1 "what cannot be written is no success"
done_testing
