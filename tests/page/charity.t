#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# How a charity shows itself: its name and how it is reached, in each language; its colours, which are judged by a calculation of
# this test's own, looked at by one alone, and then in a style sheet of custom properties that every page links to.
. "$srcdir/tests/page/lib.sh"
# press PATH QUERY FIELDS: the form of that page, as it is shown.
press() { get desk "$1" "$2"; request POST desk "$1" "$2" "token=$(field token)&once=$(field once)&filled=$(field filled)&$3"; }
setting() { ask "select value from setting where name = '$1'"; }
audited() { ask "select verb || ' ' || columns from audit order by id desc limit 1"; }
us() { echo "site_name=${1:-Riverside}&phone=01632+960+000&phone_hours=${2:-Mornings}&concern_phone=&concern_hours=12&email=$3&post_address=$4"; }

sign_in coordinator
phone=$(setting phone)
press /charity '' "$(us Hafod+Friends Mornings 'help%40hafod.example' '1+Mill+Lane%0D%0AHafod')"
is "$status $(setting site_name)|$(setting phone)|$(setting phone_hours)|$(setting concern_hours)|$(setting email)|$(setting post_address | tr '\n' '/')" \
  "303 Hafod Friends|01632 960 000|Mornings|12|help@hafod.example|1 Mill Lane/Hafod/" "a coordinator says how the charity is reached"
is "$(ask "select verb from audit order by id desc limit 1")" setting.change "and the audit knows"
get signup /home ''
is "$(grep -c '<bdi translate="no">Hafod Friends</bdi>' "$folder/plain") $(grep -c 'href="mailto:help@hafod.example"' "$folder/plain")" "1 1" "every page says it"
shows '1 Mill Lane Hafod' "and the first one where letters go"
hours=$(setting phone_hours.cy)
is "$([ -n "$hours" ] && echo own) $(setting phone_hours.pl)" "own " "Welsh has hours of its own here, Polish has none"
press /charity 'lang=cy' "$(us Ffrindiau+Hafod Boreau 'help%40hafod.example' '')"
is "$status $(setting site_name)|$(setting site_name.cy)|$(setting phone_hours)|$(setting phone_hours.cy)" "303 Hafod Friends|Ffrindiau Hafod|Mornings|Boreau" "what is said in Welsh is Welsh"
get signup /home 'lang=cy'
is "$(grep -c '<bdi translate="no">Ffrindiau Hafod</bdi>' "$folder/plain")" 1 "and stands on the Welsh pages"
press /charity 'lang=cy' "$(us Hafod+Friends Boreau 'help%40hafod.example' '')"
is "$status $(ask "select count(*) from setting where name = 'site_name.cy'")" "303 0" "one that is the same in both needs no row of its own"
press /charity 'lang=en' "$(us '' Mornings nobody '')"
is "$status $(setting site_name) $(grep -c 'Enter an e-mail address like' "$folder/plain")" "422 Hafod Friends 2" "what is wrong is refused, and nothing of it is kept"

# Somebody else was faster.
get desk /charity 'lang=en'
mine="token=$(field token)&once=$(field once)&filled=$(field filled)"
press /charity lang=en "$(us Hafod+Friends Evenings 'help%40hafod.example' '')"
request POST desk /charity '' "$mine&$(us Hafod Mornings 'help%40hafod.example' '')"
is "$status $(setting site_name)" "409 Hafod Friends" "two at once never undo each other"

# Colours.
sheet=$srcdir/templates/static/style.css
grounds=$(grep -oE -- '--(paper|card|note|press-ink): #[0-9a-f]+' "$sheet" | sed 's/.*: //' | tr '\n' ' ')
is "$(echo "$grounds" | wc -w)" 8 "the style sheet has four grounds in each scheme"
told=
for ground in $grounds; do grep -q "\"$ground\"" "$srcdir/lib/web/colours.c" || told="$told $ground"; done
is "$told" "" "and the colours of a charity are judged on those"
get signup /home ''
is "$(grep -c 'static/colours-' "$folder/plain")" 0 "at first there is nothing but the style sheet"
press /colours '' 'colour=%23767676&colour_dark=&act=show'
is "$status $(setting colour) $(place)" "422  " "a colour that is read on white, and not on a note, is refused"
is "$(grep -c 'too pale for many eyes on a light page. Choose a darker one' "$folder/plain")" 2 "in words that say what to do"
press /colours '' 'colour=%23A3195B&colour_dark=&act=show'
is "$status $(setting colour)" "422 " "6.69 to 1 is too little: words in it are text, and text has 7"
press /colours '' 'colour=red&colour_dark=&act=look'
is "$status" 422 "and what is no colour"
press /colours '' 'colour=%239D1857&colour_dark=%239d1857&act=look'
is "$status $(grep -c 'too dim for many eyes on a dark page. Choose a lighter one' "$folder/plain")" "422 2" "the dark page is judged too"
press /colours '' 'colour=%239D1857&colour_dark=&act=show'
look=$(place | sed 's/#.*//')
is "$status $(setting colour) $(echo "$look" | sed 's/dark=.*/dark=/')" "303  /desk/colours?light=9d1857&dark=" "what nobody has looked at yet is looked at first"
query=${look#*\?}
dark=${query##*=}
get desk /colours "$query"
is "$(grep -c "href=\"/signup/static/colours-9d1857-$dark.css\"" "$folder/plain") $(grep -c 'You alone see it' "$folder/plain")" "1 1" "the page that looks has them"
get signup /home ''
is "$(grep -c 'static/colours-' "$folder/plain")" 0 "and nobody else"
press /colours "$query" 'colour=%23123456&colour_dark=&act=show'
is "$status $(setting colour)" "303 " "another one than was looked at is looked at first, too"
press /colours "$query" 'colour=%239D1857&colour_dark=&act=show'
is "$status $(setting colour) $(setting colour_dark)" "303 #9d1857 #$dark" "then it is shown to everybody"
for page in 'signup /home' 'account /sign-in' 'signup /nowhere'; do get $page ''; grep -q "href=\"/signup/static/colours-9d1857-$dark.css\"" "$folder/plain" || told="$told $page"; done
is "$told $(grep -c "style-src 'self';" "$folder/plain") $(grep -c ' style=' "$folder/plain")" " 1 0" "on every page, and none has a style of its own"
get signup "/static/colours-9d1857-$dark.css" ''
is "$status $(grep -c '^Content-Type: text/css' "$folder/plain") $(grep -c '^Cache-Control: public, max-age=31536000, immutable' "$folder/plain")" "200 1 1" "a style sheet that a browser keeps"
is "$(sed '1,/^$/d' "$folder/plain" | sed 's/@media (prefers-color-scheme: dark)//; s/:root//g; s/--\(press\|link\): #[0-9a-f]\{6\}//g' | tr -d '{}; \n')" "" "of nothing but custom properties, for light pages and dark ones"
for name in 'colours-9d1857-zzzzzz.css' 'colours-9d1857.css' 'colours-9d1857-9fe0d4.css.x' 'colours-#a3195-9fe0d4.css' 'colours-9d1857-9fe0d4}.css'; do
  get signup "/static/$name" ''
  [ "$status" = 404 ] || told="$told $name"
done
is "$told" "" "no other word comes into it"
press /colours '' 'colour=%239D1857&colour_dark=&act=back'
back=$status
get signup /home ''
is "$back $(setting colour)$(setting colour_dark) $(grep -c 'static/colours-' "$folder/plain")" "303  0" "one press goes back"

get desk /colours ''
mine="token=$(field token)&once=$(field once)&filled=$(field filled)"
press /colours 'light=123456' 'colour=%23123456&colour_dark=&act=show'
request POST desk /colours '' "$mine&colour=%239d1857&colour_dark=&act=look"
is "$status $(setting colour)" "409 #123456" "nor do two who choose a colour"

# As the published formula has it, worked out anew.
python3 - $grounds >"$folder/judged" <<'END'
import random, sys
def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    return sum(w * (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4) for w, c in zip((0.2126, 0.7152, 0.0722), parts))
def contrast(a, b):
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)
lit = [g for g in sys.argv[1:] if luminance(g) > 0.5]
dim = [g for g in sys.argv[1:] if luminance(g) <= 0.5]
assert len(lit) == len(dim) == 4
random.seed(7)
colours = ['#%06x' % random.randrange(1 << 24) for _ in range(16)]
# The last that are taken and the first that are not, on light pages and on dark ones.
colours += ['#9d1857', '#9e1858', '#0f51a2', '#0f51a3', '#dba5bf', '#dba6bf', '#92bea8', '#93bea8']
for colour in colours:
    print(colour[1:], 422 if min(contrast(colour, g) for g in lit) < 7 else 303, 422 if min(contrast(colour, g) for g in dim) < 7 else 303)
END
while read -r colour light dim; do
  press /colours '' "colour=$colour&colour_dark=&act=look"
  [ "$status" = "$light" ] || told="$told $colour:$status"
  place | sed 's/#.*//; s/.*dark=//' >>"$folder/made"
  press /colours '' "colour=123456&colour_dark=$colour&act=look"
  [ "$status" = "$dim" ] || told="$told dark-$colour:$status"
done <"$folder/judged"
is "$told $(cut -d' ' -f2 "$folder/judged" | sort -u | tr '\n' ' ')$(cut -d' ' -f3 "$folder/judged" | sort -u | tr '\n' ' ')" " 303 422 303 422 " "colours are taken and refused as the formula of WCAG 2.2 has it"
made=$(sed -n '/^[0-9a-f]\{6\}$/p' "$folder/made" | sort -u)
for colour in $made; do
  press /colours '' "colour=123456&colour_dark=$colour&act=look"
  [ "$status" = 303 ] || told="$told $colour"
done
is "$told" "" "what is made lighter is read on dark pages"

sign_in mentee
get desk /charity ''
is "$status" 403 "nobody else settles any of it"
done_testing
