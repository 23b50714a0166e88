#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Every fact on a person says what it is for and until when it is kept; the schema stays small, since
# every process reads all of it.
. "$srcdir/tests/check/tap.sh"
unsaid=$(awk '
  /^create table/ { table = $3 }
  /^\) strict/ { table = "" }
  table ~ /^(person|signup|ask|offer|bar|proposal|feedback|aim|review|invitation|task|concern|concern_entry|sign_in_code|unsent|outbox)$/ && /^  [a-z_]+ text/ {
    if ($1 ~ /^(state|kind|side|given_how|folded|topic_id|did_meet|answer|again|role|subject|origin|(mentor|mentee)_(answer|how|shows))$/) next
    if ($0 !~ /-- /) print table "." $1
  }' "$srcdir"/sql/schema/*.sql)
is "$unsaid" "" "every text on a person says what it is for, and until when"
size=$(cat "$srcdir"/sql/schema/*.sql | { cat; echo "select count(*) from sqlite_schema;"; } | sqlite3 :memory:)
is "$([ "$size" -le 65 ] && echo small || echo "$size")" small "the schema has at most 65 tables, indexes, triggers and views"
done_testing
