#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Every language is complete, sound, and loses no mark: msgfmt sees a lost {name}, but not a lost {/link}.
. "$srcdir/tests/check/tap.sh"
cd "$builddir" || exit 1
pot=$builddir/bothways.pot
is "$([ -s "$pot" ] && echo made)" made "the template of catalogues is made"
for language in $(cat "$srcdir/locale/LINGUAS"); do
  po=$srcdir/locale/$language.po
  is "$(msgfmt -c -o /dev/null "$po" 2>&1)" "" "$language: msgfmt finds nothing"
  is "$(msgcmp "$po" "$pot" 2>&1 | head -5)" "" "$language: every text is translated"
  is "$(msgattrib --obsolete "$po" | grep -c '^#~ msgid')" 0 "$language: no text that is gone is kept"
  is "$(msgcat --no-wrap "$po" | awk -f "$srcdir/tests/check/marks.awk")" "" "$language: every mark is kept, and pairs close"
  is "$(msgcat --no-wrap "$po" | grep -E '^msgstr.*(<[a-zA-Z/!]|&[a-z#]+;)' | head -3)" "" "$language: no markup in a translation"
  is "$(grep -c 'X-Language-Name: .' "$po")" 1 "$language: says its name"
  is "$("$srcdir/script/terms" "$language")" "" "$language: one word stands for one thing"
done
done_testing
