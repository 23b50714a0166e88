# SPDX-License-Identifier: AGPL-3.0-or-later
# Every page that shows something of a site, as those who may open it: for tests and for script/bench. Expects lib.sh.

# Who stands behind the door of a mentor or mentee: of the oldest pair that meets and whose members both have e-mail.
door_side() {
  ask "select z.$1 from pair y join proposal z on z.id = y.proposal_id join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
    where m.email <> '' and e.email <> '' and y.state in ('trial', 'active') order by y.id limit 1"
}

# A number of the kind that a route wants, which the door of $role may open: of the site that $db is.
number_for() {
  case $role in mentor) side=mentor_id ;; *) side=mentee_id ;; esac
  mine="select y.id from pair y join proposal z on z.id = y.proposal_id where z.$side = $me and y.state in ('trial', 'active')"
  case $1 in
    desk:proposal_id) ask "select min(id) from proposal where state = 'proposed'" ;;
    desk:pair_id | desk:meeting_id) case $2 in
      desk/review/*) ask "select min(id) from pair where review_state = 'open' and state in ('trial', 'active')" ;;
      desk/closing/* | desk/gained/*) ask "select max(id) from pair where state = 'ended' and ended_how = 'planned'" ;;
      desk/move/*) ask "select max(t.id) from meeting t join pair y on y.id = t.pair_id where t.state = 'planned' and y.state in ('trial', 'active')" ;;
      *:pair_id) ask "select y.id from pair y order by (select count(*) from meeting t where t.pair_id = y.id and state = 'held') desc, y.id limit 1" ;;
      *) ask "select max(t.id) from meeting t join pair y on y.id = t.pair_id where y.state <> 'ended' and t.state = 'held'" ;; esac ;;
    desk:signup_id) case $2 in
      desk/how-*) ask "select s.id from signup s join person p on p.id = s.person_id join programme g on g.id = s.programme_id where s.state = 'approved' and p.state = 'active' and p.email = '' and g.measures <> ''
        and not exists (select 1 from proposal z join pair y on y.proposal_id = z.id where p.id in (z.mentor_id, z.mentee_id))
        order by exists (select 1 from measure m where m.person_id = p.id), s.id limit 1" ;;
      *) ask "select min(id) from signup where state = 'sent'" ;; esac ;;
    desk:ask_id) ask "select min(a.id) from ask a join signup s on s.id = a.signup_id join person p on p.id = s.person_id where a.state = 'open' and s.state = 'approved' and p.state = 'active'
      and not exists (select 1 from proposal x where x.ask_id = a.id and x.state in ('proposed', 'kept', 'sent', 'agreed'))" ;;
    desk:person_id) case $2 in desk/role/*) ask "select min(person_id) from role where role = 'trustee'" ;; *) ask "select min(id) from person where email = '' and state = 'active'" ;; esac ;;
    desk:task_id) ask "select min(id) from task where state = 'open' and role = 'coordinator'" ;;
    desk:bar_id) case $2 in */join*) ask "select min(id) from bar where kind = 'organisation' and organisation_id is null" ;; */tie*) ask "select min(id) from bar where kind in ('line', 'family', 'care', 'friend', 'other') and state = 'open'" ;;
      *) ask "select min(id) from bar where kind = 'person' and state = 'open'" ;; esac ;;
    desk:invitation_id) ask "select min(id) from invitation where state = 'open' and told_at = 0 and email = ''" ;;
    desk:programme_id | desk:organisation_id | *:concern_id) ask "select min(id) from ${1#*:}" 2>/dev/null || echo 1 ;;
    *:pair_id) ask "$mine limit 1" ;;
    *:meeting_id) ask "select max(id) from meeting where pair_id in ($mine)" ;;
    *:proposal_id) ask "select max(id) from proposal where $me in (mentor_id, mentee_id) and state = 'sent'" ;;
    *:signup_id) ask "select max(id) from signup where person_id = $me and state = 'approved'" ;;
    *:ask_id) ask "select max(a.id) from ask a join signup s on s.id = a.signup_id where s.person_id = $me" ;;
    account:offer_id) ask "select max(a.id) from offer a join signup s on s.id = a.signup_id where s.person_id = $me" ;;
    *:topic_id) ask "select topic_id from offer group by topic_id order by count(*) desc limit 1" ;;
    *:slug) echo valley ;;
    *) echo 1 ;;
  esac
}

# A sign-up of this browser's own, whose programme is chosen, so that each of its pages is there.
begin_signup() {
  post signup /start ''
  cookie=$(sed -n 's/^Set-Cookie: \([^;]*\).*/\1/p' "$folder/plain" | tail -1)
  post signup /which programme_id=1
}

# walk_pages DOES: runs DOES with the role, the program, its path and the route, once for each page that somebody may read.
walk_pages() {
  for role in visitor owner mentee mentor coordinator safeguarding-lead trustee; do
    cookie=
    me=0
    case $role in
      visitor | owner) programs=signup ;;
      mentee | mentor) programs='account match feedback' ;;
      *) programs=desk ;;
    esac
    case $role in
      visitor) ;;
      owner) begin_signup ;;
      *) sign_in $role ;;
    esac
    case $role in mentor) me=$(door_side mentor_id) ;; mentee) me=$(door_side mentee_id) ;; esac
    for program in $programs; do
      for route in $(routes $program); do
        case $route in /sign-out | /demo/*) continue ;; esac
        path=$route
        case $route in *:*) path=${route%%:*}$(number_for "$program:${route#*:}" "$program$route") ;; esac
        $1 "$role" "$program" "$path" "$route"
      done
    done
  done
}
