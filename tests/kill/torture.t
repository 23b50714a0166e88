#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Every call for memory, and every one that opens, writes, syncs, cuts or renames a file, fails once, in turn; and
# from some call on all do. Nothing crashes, no answer is half a page, and what is kept is what was said to be kept.
# Each 97th call for memory, in the long run each one.
. "$srcdir/tests/page/lib.sh"
step=97
[ "${BOTHWAYS_TEST:-short}" = short ] || step=1
# A sanitizer has an allocator of its own.
if grep -q __asan_init "$builddir/programs/signup"; then
  echo "1..0 # SKIP under a sanitizer"
  exit 0
fi

cat >"$folder/run" <<'END'
#!/bin/sh
kind=$(cat "$FAIL/kind") at=$(cat "$FAIL/at") all=$(cat "$FAIL/all")
LD_PRELOAD=$FAIL/fail.so FAIL_KIND=$kind FAIL_AT=$at FAIL_ALL=$all FAIL_COUNT=$FAIL/calls FAIL_CRASH=$FAIL/crash "$@"
echo $? >"$FAIL/exit"
END
chmod +x "$folder/run"
cp "$builddir/tests/kill/fail.so" "$folder/fail.so" || exit 1
failing="env FAIL=$folder $folder/run"

# once KIND ALL AT METHOD PROGRAM PATH BODY: asks with call number AT failing. A form has its token first, from a healthy page.
once() {
  echo "$1" >"$folder/kind"
  echo "$2" >"$folder/all"
  echo "$3" >"$folder/at"
  via=
  sent=$7
  if [ "$4" = POST ]; then
    get "$5" "$6" ''
    sent="token=$(field token)&once=$(field once)&$7"
  fi
  via=$failing
  request "$4" "$5" "$6" '' "$sent"
  via=
}

# What an answer may be: a whole page, a redirect, or (when there is no memory to begin with) nothing, with the exit of
# `die` or that of libfcgi (-ENOMEM): a web server has a page of its own for that. The C library's gettext does not look
# whether it got the six bytes for the name of a character set (gconv_charset.c of glibc 2.36): a crash there is its own.
judged() {
  case "$(cat "$folder/exit") $status" in
    '0 303' | '70 303') ;;
    '0 '[2345]?? | '70 '[2345]??) [ "$(grep -c '</html>' "$folder/plain")" -eq 1 ] || echo "half a page" ;;
    '70 nothing' | '244 nothing') ;;
    '139 nothing') grep -q '__gconv_open' "$folder/crash" || { echo "crashed:"; cat "$folder/crash"; } ;;
    *) echo "exit $(cat "$folder/exit"), status $status" ;;
  esac
}

# torture SENTENCE METHOD PROGRAM PATH BODY [STATE]: every failure in turn. STATE prints what the act changes, and must
# afterwards be as before, or the new where the answer does not say that it failed.
torture() {
  state=${6:-}
  wrong= tries=0 survived=0
  for way in 'memory 0' 'memory 1' 'files 0' 'files 1'; do
    kind=${way% *} all=${way#* }
    once "$kind" 0 0 "$2" "$3" "$4" "$5$tries"
    calls=$(cat "$folder/calls")
    pace=$step
    [ "$kind" = memory ] || pace=1
    [ "$way" != 'memory 1' ] || pace=$((step * 11))
    at=1
    while [ "$at" -le "$calls" ]; do
      tries=$((tries + 1))
      before=$([ -z "$state" ] || ask "$state")
      once "$kind" "$all" "$at" "$2" "$3" "$4" "$5$tries"
      bad=$(judged)
      after=$([ -z "$state" ] || ask "$state")
      if [ "$status" = 303 ]; then
        survived=$((survived + 1))
        [ "$after" = "$tries" ] || bad="$bad said kept, and has '$after'"
      elif [ -n "$state" ] && [ "$after" != "$before" ] && [ "$after" != "$tries" ]; then
        bad="$bad has '$after'"
      fi
      [ -z "$bad" ] || wrong="$wrong$kind $all $at: $bad
"
      at=$((at + pace))
    done
  done
  is "$wrong" "" "$1"
  echo "# $1: $tries places where a call failed, $survived kept all the same, $(printf '%s' "$wrong" | grep -c .) wrong"
  is "$([ "$tries" -gt 40 ] && echo many)" many "in each of $tries places"
  [ -z "$state" ] || is "$([ "$survived" -gt 0 ] && [ "$survived" -lt "$tries" ] && echo some)" some "some were kept, some were not"
}

torture "a page for everybody" GET signup /home ''
post signup /start ''
cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
# A number behind a name tells which of the forms was kept.
torture "a form that is kept" POST signup /name 'full_name=Ann+Torr&call_name=' "select coalesce((select call_name from person where full_name = 'Ann Torr'), '')"
sign_in coordinator
torture "a list of the desk" GET desk /todo ''
torture "rows of a file that are looked at" POST desk /import/1 'mark=none&act=look&text=full_name%2Cphone%0AGwen+Price%2C01632+960+96'
is "$("$builddir/programs/bothways" check | grep -v '^ok ')" "" "the audit's chain holds, and all that must always be true"
is "$(ask 'pragma integrity_check')" ok "the database is sound"
done_testing
