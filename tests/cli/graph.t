#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# bothways match graph: bad files, both versions, limits, signals. Every answer is looked at by legal.awk.
. "$srcdir/tests/check/tap.sh"
export LC_ALL=C
bothways=$builddir/programs/bothways
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1

match() { "$bothways" match graph "$@" >out 2>err; }
refused() { # TEXT SAYS SENTENCE
  printf "$1" >bad
  match bad
  is "$? $(cat out)$(sed 's/^bothways match graph: bad//; s/^, //' err)" "2 $2" "$3"
}
legal() { # GRAPH ANSWER SENTENCE
  is "$(awk -f "$srcdir/tests/cli/legal.awk" "$1" "$2")" "" "$3"
}
value() { sed -n "s/^$1 //p" "$2"; }

two='p 1 1 1\np 2 1 1\n'
refused '' 'line 1: the first line is not bw-match 1 or bw-match 2' "an empty file"
refused 'bw-match 9\n' 'line 1: the first line is not bw-match 1 or bw-match 2' "a wrong header"
refused "bw-match 1\n${two}a 1 9 5\n" 'line 4: a person whom no p line names' "an unknown person"
refused "bw-match 1\n${two}a 1 1 5\n" 'line 4: nobody mentors themself' "a loop"
refused "bw-match 1\n${two}a 1 2 5\na 1 2 6\n" 'line 5: this arc was there before' "an arc twice"
refused "bw-match 1\n${two}p 1 1 1\na 1 2 6\n" 'line 4: this person was there before' "a person twice"
refused "bw-match 1\n${two}a 1 2 1001\n" 'line 4: a number that is out of range' "a number out of range"
refused "bw-match 1\n${two}a 1 2 5" 'line 4: cut off: the last line has no end' "a file cut off inside its last line"
refused 'bw-match 1\np 1 1 1\r\n' 'line 2: a byte that no line has: NUL, a carriage return, a tab, or no text at all' "a carriage return"
refused 'bw-match 1\np 1 1 \0001\n' 'line 2: a byte that no line has: NUL, a carriage return, a tab, or no text at all' "NUL"
refused 'bw-match 1\no 9223372036854775807 9223372036854775807\n'"${two}a 1 2 5\n" 'line 2: the value could pass 2^63 - 1' "a value past 63 bits"
match nowhere
is "$? $(cat err)" "2 bothways match graph: nowhere: No such file or directory" "a file that is not there"
match .
is "$? $(cat err)" "2 bothways match graph: .: it cannot be read: Is a directory" "a folder"
match "$bothways"
is "$? $(sed 's/^[^,]*, //' err)" "2 line 1: a byte that no line has: NUL, a carriage return, a tab, or no text at all" "a program"
truncate -s 2G huge
match huge
is "$? $(cat err)" "2 bothways match graph: huge, line 1: a byte that no line has: NUL, a carriage return, a tab, or no text at all" "2 GB of nothing"
{ printf 'bw-match 1\n'; printf 'p %s 1 1\n' 1 2; } >start
# The memory that the reader takes does not grow with such a file: 64 MB of address space are enough.
{ cat start; yes 'a 1 2 5' | head -c 200M; } >huge
limit=65536
# Under a sanitizer no program starts in so little.
(ulimit -v $limit; "$bothways" --version >/dev/null 2>&1) || limit=unlimited
(ulimit -v $limit; match huge; is "$? $(cat err)" "2 bothways match graph: huge, line 5: this arc was there before" "a long file of one arc is refused"; exit "$failed")
failed=$((failed + $?)) count=$((count + 1))
{ cat start; tr '\0' x </dev/zero | head -c 100M; } >huge
match huge
is "$? $(cat err)" "2 bothways match graph: huge, line 4: over 255 characters, and no comment" "an endless line"
rm -f huge
tr '\0' x </dev/zero 2>/dev/null | match -
is "$? $(cat err)" "2 bothways match graph: standard input, line 1: the first line is not bw-match 1 or bw-match 2" "an endless pipe is let go"

for wrong in '--seconds=0' '--seconds=soon' '--steps=0' '--steps=-1' '--memory=much' '--memory=0' '--memory=5X' '--from=nowhere'; do
  match start $wrong
  is "$?" 2 "$wrong is refused"
done
printf 'bound 1\nm 1\n' >from
match start --from from
is "$? $(cat err)" "2 bothways match graph: from, line 2: too many numbers, too few, or not one space between them" "an answer that is none is refused"
printf 'm 1 2\n' >from
match start --from from
is "$?" 2 "and one without its bound"
match start --memory 1K
is "$?" 2 "memory that is too little for the graph is refused"

printf 'bw-match 1\n' >empty
match empty
is "$? $(tr '\n' ' ' <out)" "0 bound 0 value 0 both 0 arcs 0 weight 0 " "nobody at all"
printf 'bw-match 1\np 5 3 0\n' >one
match one
is "$? $(value bound out)" "0 0" "one person"
printf 'bw-match 1\np 1 1 1\np 2 1 1\np 3 1 1\na 1 2 500\na 2 1 900\na 2 3 300\na 3 1 200\n' >ring
match ring
is "$? $(grep -v '^#' out | sort | tr '\n' ' ')" "0 arcs 3 both 3 bound 19006 m 1 2 m 2 3 m 3 1 value 19006 weight 1000 " "a ring of three is found, and proved"
legal ring out "and is legal"
cp out ring.out
match - <ring
is "$(cmp out ring.out)" "" "standard input is read"
cat ring | match -
is "$(cmp out ring.out)" "" "also through a pipe"
{ head -1 ring; grep ^p ring | sort -r; grep ^a ring | sort -r; } >other
match other
is "$(cmp out ring.out)" "" "the order of lines makes no difference"
match ring --output answer
is "$? $(cat out)$(cmp answer ring.out)" "0 " "an answer is written to a file"
match ring --output nowhere/answer
is "$? $(cat err)" "1 bothways match graph: the answer cannot be written: No such file or directory" "or it is said that it cannot"
echo before >answer
"$bothways" match graph ring >/dev/full 2>err
is "$?" 1 "an answer that cannot be written is no success"
match bad --output answer
is "$(cat answer) $(ls | grep -c new-)" "before 0" "a run that fails leaves what was there"
match ring --certificate
is "$? $(grep -c '^scale ' out)" "0 1" "a certificate is printed"
legal ring out "beside a legal answer"
match ring --from ring.out
legal ring out "a run begins from an answer"
is "$(value value out)" "$(value value ring.out)" "and is as good"

printf 'bw-match 1\np 1 1 0\np 2 0 1\np 3 0 1\np 4 0 1\na 1 2 9\na 1 3 8\n' >crowd
match crowd --explain
legal crowd out "explained answers are answers"
is "$(grep '^#' out | tr '\n' '|')" "# left out: 3, has 0 of 1: 1 more could; crowded out of 1, who mentor 1 others|# left out: 4, has 0 of 1: no arc at all that could be chosen|# chain: 1 2|" \
  "who is left out is told why"
match ring --explain
is "$(grep '^#' out)" "# circle: 1 2 3 1" "circles are told"

printf 'bw-match 2\np 1 2 1\np 2 1 1\np 3 1 2\na 1 3 500 7\na 1 3 900 9\na 2 3 300 7\na 2 3 100 9\n' >asks
match asks
is "$? $(grep ^m out | sort | tr '\n' ' ')" "0 m 1 3 9 m 2 3 7 " "each ask has a mentor of its own"
legal asks out "version 2 is legal"
{ cat asks; printf 'a 3 1 200 1\nk 3 1 1\nf 2 3 7\n'; } >pinned
match pinned
is "$? $(grep ^m out | sort | tr '\n' ' ')" "0 m 2 3 9 m 3 1 1 " "what is kept is there, what is forbidden is not"
legal pinned out "and counts"
{ cat asks; printf 'h 3 1 0\nh 1 1 1\n'; } >sides
match sides
legal sides out "sides that people have already count"

"$builddir/bench/matching/generate" mentoring 2000 1 >town
match town --certificate
legal town out "a town of 2,000"
is "$(grep -c '^# stopped' out)" 0 "is done to its end"
cp out town.out
match town --from town.out
legal town out "begun from its answer"
is "$(value value out)" "$(value value town.out)" "is as good"
match town --steps 1
legal town out "a town stopped after one step"
cp out stepped
match town --steps 1
is "$(cmp out stepped)" "" "a limit of steps repeats"
match town --memory 6M
legal town out "a town in little memory"
"$builddir/bench/matching/generate" mentoring 2000 1 asks >town2
match town2
legal town2 out "a town of asks"

# Signals: a graph that takes long. They are sent as soon as it is solved, which is when they are caught.
"$builddir/bench/matching/generate" mentoring 60000 1 >long
# The shell that is to become it catches signals too.
caught() { [ "$(cat "/proc/$1/comm")" = bothways ] && [ $((0x$(sed -n 's/^SigCgt:[[:space:]]*//p' "/proc/$1/status") & 0x4000)) -ne 0 ]; }
for signal in INT TERM; do
  (trap - INT; exec "$bothways" match graph long) >out 2>err &
  pid=$!
  until caught $pid; do sleep 0.01; done
  kill -$signal $pid
  wait $pid
  is "$? $(grep '^#' out)" "0 # stopped by a signal" "SIG$signal ends it with an answer"
  legal long out "which is legal"
done
match long --seconds 0.001
is "$? $(grep '^#' out)" "0 # stopped by time" "so does the clock"
legal long out "legally"
is "$(cat err)" "" "no progress is shown where there is no terminal"
done_testing
