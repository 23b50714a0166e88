#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Nothing can be written for a while: the page says so, what was typed is still in it, and the next press keeps it.
. "$srcdir/tests/page/lib.sh"

post signup /start ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
get signup /name ''
typed="call_name=Gwen&full_name=Gwen+Price"

# A file of SQLite's that may be no file: what a full or read-only disk comes to.
mv "$SITE/data/write.lock" "$folder/lock"
mkdir "$SITE/data/write.lock"
request POST signup /name '' "token=$(field token)&once=$(field once)&$typed"
is "$status" 507 "what cannot be saved is not said to be"
shows "This is not saved yet" "the page says so"
is "$(grep -c 'value="Gwen Price"' "$folder/plain")" 1 "what was typed is still there"
is "$(grep -c ' 507 not-saved: POST signup/name' "$SITE/data/bothways.log")" 1 "and the log has a line"
post signup /start ''
is "$status" 507 "a button without a question says so too"
rmdir "$SITE/data/write.lock"
mv "$folder/lock" "$SITE/data/write.lock"
get signup /name ''
request POST signup /name '' "token=$(field token)&once=$(field once)&$typed"
is "$status" 303 "pressed once more, it is saved"
is "$(ask 'pragma integrity_check') $(ask 'pragma foreign_key_check')" "ok " "after all of it the database is sound"
is "$("$builddir/programs/bothways" check | grep -v '^ok ')" "" "the audit's chain holds, and all that must always be true"
done_testing
