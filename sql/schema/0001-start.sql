-- The whole of a programme in one file. Every process reads this schema before its first statement, so
-- tables are few and narrow and no index is there that no statement needs.
--
-- Moments are seconds since 1970 in UTC; days are text, 2026-03-03, in the site's own time; a set of
-- words is text with one space between them. Every fact on a person says what it is for and when it ends:
-- `for: … · until: …`. "end" is the end of the person's record: erasure, or the retention rule.

-- The charity's own settings, by name.
create table setting (
  name text primary key,
  value text not null default ''
) strict, without rowid;

create table programme (
  id integer primary key,
  slug text not null unique,               -- its own address: /signup/programme/SLUG
  kind text not null check (kind in ('institutional', 'teaching', 'everyday')),
  state text not null default 'open' check (state in ('draft', 'open', 'closed')),
  intergenerational integer not null default 0,
  trial_meetings integer not null default 3,
  trial_days integer not null default 42,
  reverse_years integer not null default 25,
  quiet_days integer not null default 15,  -- without a meeting, after which a pair is a line on the desk
  review_days integer not null default 90,
  open_asks integer not null default 3,    -- how many asks of one person may be open at once
  group_most integer not null default 1,   -- how many a teaching offer may take at once
  measures text not null default '',       -- the short measures that it asks for: ucla-3, direct, ons-4
  moderation text not null default 'careful' check (moderation in ('careful', 'shared', 'light')),
  mentee_weeks integer not null default 0, -- who asks and offers is helped so long before they help: lib/domain/choice.h
  mentor_lessons text not null default 'listening safety', -- which lessons a mentor does before a first meeting
  mentee_lessons text not null default 'mentored safety'   -- and which a mentee: lib/domain/lesson.h
) strict;

-- The charity's own words, in each language: names of programmes, topics and places, with a second
-- text where one is wanted (a topic's examples).
create table wording (
  subject text not null check (subject in ('programme', 'topic', 'place', 'organisation')),
  subject_id integer not null,
  language text not null,
  words text not null,
  more text not null default '',
  primary key (subject, subject_id, language)
) strict, without rowid;

create table topic (
  id integer primary key,
  programme_id integer not null references programme,
  position integer not null
) strict;

-- What a reason counts for in matching, where the programme wants it other than usual (lib/domain/part.c).
create table part (
  programme_id integer not null references programme,
  kind text not null,
  points integer not null check (points between 0 and 1000),
  primary key (programme_id, kind)
) strict, without rowid;

-- Where a programme's pairs may meet, when it keeps a list of its own.
create table place (
  id integer primary key,
  programme_id integer not null references programme,
  position integer not null
) strict;

create table person (
  id integer primary key,
  state text not null default 'new' check (state in ('new', 'active', 'paused', 'left', 'died', 'erased')),
  paused_until text not null default '',   -- for: not being put forward until that day; '': nobody paused, or no day · until: end
  due_at integer not null default 253402300799, -- by when somebody has to act
  call_name text not null default '',      -- for: what others call them · until: end
  full_name text not null default '',      -- for: letters, conflict rules; coordinators only · until: end
  reach text not null default '',          -- for: which of email, phone, post to use · until: end
  email text not null default '',          -- for: sign-in and notices · until: end
  phone text not null default '',          -- for: a coordinator's calls · until: end
  address text not null default '',        -- for: letters, only where post was chosen · until: end
  language text not null default 'en',     -- for: pages, mail and letters · until: end
  age_band text not null default ''        -- for: older and younger wishes, reverse pairs · until: end
    check (age_band in ('', 'unsaid', '18-29', '30-44', '45-59', '60-74', '75-')),
  thanks_to text not null default '',      -- for: the person's own eyes, who once mentored them · until: end
  email_checked_at integer not null default 0, -- when a code that was sent to it was used; 0: not yet; -1: mail to it came back
  lessons text not null default '',        -- for: which short lessons they have done, on which day and how · until: end
  found_by text not null default '',       -- for: the desk's search, the folded words that are in person_word · until: end
  created_at integer not null
) strict;
create index person_email on person (lower(email)) where email <> '';

-- By what the desk finds a person: each word of their names and of how to reach them, folded; and their whole name as
-- it is put in order, the last word first. Kept by lib/domain/find.c alone.
create table person_word (
  kind text not null check (kind in ('name', 'word')),
  word text not null,
  person_id integer not null references person on delete cascade,
  primary key (kind, word, person_id)
) strict, without rowid;

-- What a person may do besides.
create table role (
  person_id integer not null references person,
  role text not null check (role in ('coordinator', 'lead', 'trustee', 'keeper', 'reader')),
  away_from text not null default '',      -- a coordinator's absence, first and last day: the deputy gets what waits
  away_until text not null default '',
  deputy_id integer references person,
  seen_at integer not null default 0,      -- when they were last signed in, or were given the role
  primary key (person_id, role)
) strict, without rowid;

-- A person in a programme: from the first question to the day they leave. Its life is lib/domain/signup.c.
create table signup (
  id integer primary key,
  person_id integer not null references person,
  programme_id integer references programme,
  state text not null default 'open'
    check (state in ('open', 'sent', 'asked', 'approved', 'declined', 'withdrawn', 'lapsed')),
  due_at integer not null,                 -- by when somebody has to act
  return_code text not null default '',    -- for: coming back (keyed hash) · until: sent
  adult integer not null default 0,        -- for: adults only · until: end
  time_offered text not null default '',   -- for: matching · until: end
  capacity integer not null default 1,     -- for: how many they can mentor at once · until: end
  ways text not null default '',           -- for: how to meet · until: end
  district text not null default '',       -- for: meeting near each other; coordinators only · until: end
  place_id integer references place,       -- for: the same, from the programme's list · until: end
  tongues text not null default '',        -- for: a language in common · until: end
  other_tongue text not null default '',   -- for: the same · until: end
  core_values text not null default '',    -- for: values in common · until: end
  talk_ask integer not null default 0,     -- for: the coordinator, "talk it over with me" · until: approved
  talk_offer integer not null default 0,   -- for: the same · until: approved
  question text not null default '',       -- for: what the coordinator asks again · until: approved
  reply text not null default '',          -- for: what they answer to that · until: approved
  reason text not null default '',         -- for: why it was declined; coordinators only · until: end
  started_at integer not null,
  changed_at integer not null,
  sent_at integer not null default 0
) strict;
create index signup_person on signup (person_id);
create index signup_state on signup (state, programme_id);
create index signup_return on signup (return_code) where return_code <> '';

-- What a person would like help with; each ask is matched on its own.
create table ask (
  id integer primary key,
  signup_id integer not null references signup on delete cascade,
  topic_id integer not null references topic,
  words text not null default '',          -- for: the mentor and the coordinator · until: end
  wish text not null default 'any'         -- for: matching · until: end
    check (wish in ('any', 'older', 'younger')),
  level integer not null default 0,        -- of a subject, 1 to 3, in a teaching programme; 0: none said
  state text not null default 'open' check (state in ('open', 'met', 'closed')),
  since integer not null,
  missed integer not null default 0,       -- on how many days matching found nobody for it
  left_why text not null default '',       -- for: the coordinator, what stood in the way then · until: met
  left_count integer not null default 0    -- and how many people that was about
) strict;
create index ask_signup on ask (signup_id);

-- What a person could help with.
create table offer (
  id integer primary key,
  signup_id integer not null references signup on delete cascade,
  topic_id integer not null references topic,
  words text not null default '',          -- for: the mentee and the coordinator · until: end
  wish text not null default 'any'         -- for: matching · until: end
    check (wish in ('any', 'older', 'younger')),
  level integer not null default 0,        -- up to which level, in a teaching programme; 0: any
  group_most integer not null default 1,   -- how many at once
  state text not null default 'open' check (state in ('open', 'closed'))
) strict;
create index offer_signup on offer (signup_id);
create index offer_topic on offer (topic_id);

-- The charity's own lists of organisations, departments and posts; and each spelling that is one of them, so
-- that "Ty Hafan" and "Tŷ Hafan Ltd" are one, whoever types them next.
create table organisation (
  id integer primary key,
  kind text not null default 'organisation' check (kind in ('organisation', 'department', 'post')),
  name text not null,
  list_id integer references organisation, -- of a spelling: what it is on the list
  folded text                              -- and its letters alone
) strict;
create unique index organisation_folded on organisation (kind, folded);

-- Whom a person must not be matched with. An organisation or department bars whoever names the same one, a
-- post whoever is after the same until a day. A name bars everybody it could mean until it is settled: of the
-- person's own list (`person`) by a safeguarding lead, else by a coordinator. `line` ties a person to whoever is
-- over them and bars along the whole line, both ways; family and care (carer, landlord, attorney, money) tie two
-- people; friend warns; other waits for a coordinator; concern is left by a pair that a concern ended. Words are
-- empty where the desk, not the person, has put it.
create table bar (
  id integer primary key,
  person_id integer not null references person on delete cascade,
  kind text not null check (kind in ('organisation', 'department', 'post', 'line', 'family', 'care', 'friend', 'other', 'person', 'concern')),
  words text not null,                     -- for: conflict rules; of `person` the lead alone · until: end
  folded text not null,
  organisation_id integer references organisation,
  other_id integer references person,      -- the one person that it means; null: not settled
  until text not null default '',          -- the last day of a post; '': for good
  reason text not null default '',         -- for: the record, why a coordinator settled it so · until: end
  state text not null default 'open' check (state in ('open', 'tied', 'aside'))
) strict;
create index bar_person on bar (person_id);
create index bar_state on bar (kind, state, organisation_id);

-- One press of Match.
create table match_run (
  id integer primary key,
  programme_id integer not null references programme,
  by_id integer references person,         -- null: the command line
  at integer not null,
  people integer not null,                 -- who took part
  asks integer not null,
  met integer not null,                    -- asks that a proposal meets
  both_sides integer not null,             -- people who would both give and receive
  bound integer not null                   -- no choice at all could have met more
) strict;

-- A mentor and a mentee put forward to each other. Its life is lib/domain/proposal.c.
create table proposal (
  id integer primary key,
  programme_id integer not null references programme,
  run_id integer references match_run,
  ask_id integer not null references ask,
  offer_id integer not null references offer,
  mentor_id integer not null references person,
  mentee_id integer not null references person,
  weight integer not null,
  state text not null default 'proposed'
    check (state in ('proposed', 'kept', 'sent', 'agreed', 'opened', 'dropped', 'replaced', 'declined', 'withdrawn', 'lapsed')),
  due_at integer not null,
  mentor_answer text not null default '' check (mentor_answer in ('', 'yes', 'no')),
  mentee_answer text not null default '' check (mentee_answer in ('', 'yes', 'no')),
  mentor_how text not null default '',     -- how it was given: by self, phone, paper
  mentee_how text not null default '',
  origin text not null default 'run' check (origin in ('run', 'hand', 'asked', 'suggested', 'invited')),
  words text not null default '',          -- for: the mentor, how a mentee who asks puts it · until: end
  first_day text not null default '',      -- the day of the first meeting, set in the acceptance
  reminded integer not null default 0,     -- how many reminders went
  mentor_rung integer not null default 0,  -- when a coordinator last rang or reminded a side that has not answered
  mentee_rung integer not null default 0,
  allowed_why text not null default '',    -- for: the record, why a coordinator let them help each other · until: end
  warned integer not null default 0,       -- they may be friends or neighbours: a coordinator has to allow it
  friend_why text not null default '',     -- for: the record, why one did · until: end
  mentor_shows text not null default '',   -- for: which of their own phone and email the mentee may see · until: end
  mentee_shows text not null default '',
  changed_at integer not null
) strict;
create index proposal_ask on proposal (ask_id);
create index proposal_mentor on proposal (mentor_id);
create index proposal_mentee on proposal (mentee_id);
create index proposal_state on proposal (state, programme_id);

-- Why: each reason with its share of the weight.
create table reason (
  proposal_id integer not null references proposal on delete cascade,
  position integer not null,
  kind text not null,
  points integer not null,
  words text not null default '',
  primary key (proposal_id, position)
) strict, without rowid;

-- A mentor and a mentee who have both said yes. Its life is lib/domain/pair.c.
create table pair (
  id integer primary key,
  proposal_id integer not null unique references proposal,
  state text not null default 'trial' check (state in ('trial', 'active', 'paused', 'ended')),
  before_pause text not null default '',
  paused_why text not null default ''      -- for: safeguarding leads alone · until: end
    check (paused_why in ('', 'asked', 'conflict', 'concern', 'person', 'death')),
  due_at integer not null,
  opened_at integer not null,
  trial_until text not null,
  coordinator_id integer references person,
  rhythm text not null default '',         -- how often they mean to meet, when it is not as offered
  mentor_agreed integer not null default 0, -- when each ticked the agreement; 0: not yet
  mentee_agreed integer not null default 0,
  mentor_says text not null default '' check (mentor_says in ('', 'go-on', 'change', 'end')),  -- to the review that is open
  mentee_says text not null default '' check (mentee_says in ('', 'go-on', 'change', 'end')),
  review_state text not null default ''    -- lib/domain/review.c; '': none is open
    check (review_state in ('', 'open', 'half', 'silent')),
  review_number integer not null default 0, -- of the one that is open, or was the last; 0: none yet
  mentor_signal integer not null default 0, -- since when the mentor is asked whether it is time for a change; 0: not
  mentee_signal integer not null default 0,
  quiet_from text not null default '',     -- the day from which not meeting counts
  quiet_said integer not null default 0,   -- how often the desk was told of this silence
  ended_at integer not null default 0,
  ended_how text not null default '' check (ended_how in ('', 'planned', 'sudden', 'death', 'mistake')),
  told_by text not null default '',        -- for: the record, who told them of a sudden end · until: end
  follow_up text not null default ''       -- the day on which a coordinator asks how both are
) strict;
create index pair_state on pair (state, due_at);

create table meeting (
  id integer primary key,
  pair_id integer not null references pair,
  day text not null,
  way text not null default '',
  state text not null default 'held' check (state in ('planned', 'held', 'missed', 'off')),
  noted_by integer not null references person,
  noted_how text not null default 'self' check (noted_how in ('self', 'phone', 'paper')),
  created_at integer not null,
  unique (pair_id, day)
) strict;

-- What each side says of a meeting, apart.
create table feedback (
  meeting_id integer not null references meeting,
  side text not null check (side in ('mentor', 'mentee')),
  did_meet text not null check (did_meet in ('yes', 'no')),
  productive text not null default '',     -- for: the writer, and its coordinator as a trend · until: end
  useful text not null default '',         -- for: the same · until: end
  energising text not null default '',     -- for: the same · until: end
  listened text not null default '',       -- for: the mentee alone, whether they felt listened to · until: end
  split text not null default '',          -- for: the mentor alone, how the time was split · until: end
  next_time text not null default '',      -- for: the writer · until: end
  private_word text not null default '',   -- for: the writer and the coordinator · until: end
  given_how text not null default 'self' check (given_how in ('self', 'phone', 'paper')),
  given_at integer not null,
  thanked_at integer not null default 0,   -- when a coordinator pressed "seen, thank you"
  primary key (meeting_id, side)
) strict, without rowid;

-- What the mentee of a pair aims at; may change.
create table aim (
  pair_id integer not null references pair,
  number integer not null,
  kind text not null check (kind in ('practical', 'personal')),
  words text not null,                     -- for: the pair; the coordinator only when shared · until: end
  shared integer not null default 0,
  state text not null default 'open' check (state in ('open', 'reached', 'dropped')),
  since integer not null,
  changed_at integer not null,
  primary key (pair_id, number)
) strict, without rowid;

-- What each side says when a trial, a review or a pair ends.
create table review (
  pair_id integer not null references pair,
  number integer not null,                 -- 1 is the trial's
  side text not null check (side in ('mentor', 'mentee')),
  kind text not null check (kind in ('trial', 'review', 'change', 'closing')),
  answer text not null default '' check (answer in ('', 'go-on', 'change', 'pause', 'end')),
  words text not null default '',          -- for: the writer and the coordinator, what should change · until: end
  gained text not null default '',         -- for: the same, what was gained · until: end
  next_step text not null default '',      -- for: the same, what comes next · until: end
  again text not null default '' check (again in ('', 'yes', 'no', 'unsure')),
  given_how text not null default 'self' check (given_how in ('self', 'phone', 'paper')),
  given_at integer not null,
  primary key (pair_id, number, side)
) strict, without rowid;

-- What somebody answered to a short measure, where their programme asks for it: lib/domain/measure.c has the items and
-- how they are scored. The desk shows no answer of one person, only what many of them come to.
create table measure (
  programme_id integer not null references programme,
  moment text not null check (moment in ('start', 'half-year', 'end')),
  person_id integer not null references person,
  item text not null check (item in ('companionship', 'left-out', 'isolated', 'lonely', 'satisfied', 'worthwhile', 'happy', 'anxious')),
  answered integer not null check (answered between -1 and 10), -- for: counts in reports, and their own eyes; -1: rather not say · until: end
  at integer not null,
  given_how text not null default 'self' check (given_how in ('self', 'paper')),
  primary key (programme_id, moment, person_id, item)
) strict, without rowid;

-- Somebody suggested or invited: by a mentor who has no time, or by whoever knows somebody already. Its
-- life is lib/domain/invitation.c.
create table invitation (
  id integer primary key,
  by_id integer not null references person,
  kind text not null check (kind in ('suggest', 'invite', 'again')),
  ask_id integer references ask,
  person_id integer references person,     -- somebody of the programme, or who has signed up since
  name text not null default '',           -- for: the letter; the mentee only after a yes · until: 30 days after the end
  email text not null default '',          -- for: the same · until: the same
  address text not null default '',        -- for: the same, where it goes by post · until: the same
  words text not null default '',          -- for: the same · until: the same
  consent integer not null default 0,      -- whoever suggests said that their name may be told
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn', 'lapsed')),
  told_at integer not null default 0,      -- when it went to them; 0: a coordinator has to print it, or to say whom it means
  due_at integer not null,
  at integer not null
) strict;
create index invitation_state on invitation (state, person_id);
create index invitation_by on invitation (by_id);

-- What somebody of the charity has to do that no state of another table says: a call, a complaint, a request.
create table task (
  id integer primary key,
  kind text not null,
  role text not null check (role in ('coordinator', 'lead', 'trustee', 'keeper')),
  owner_id integer references person,      -- whose it is; null: anybody with the role
  person_id integer references person,     -- about whom
  subject text not null default '',
  subject_id integer not null default 0,
  words text not null default '',          -- for: whoever does it · until: 12 months after it is done
  state text not null default 'open' check (state in ('open', 'done')),
  due_at integer not null,
  at integer not null,
  done_at integer not null default 0
) strict;
create index task_state on task (state, due_at);
create index task_person on task (person_id);

-- A worry, for safeguarding leads alone. Its life is lib/domain/concern.c.
create table concern (
  id integer primary key,
  raised_by integer references person,     -- for: the lead · until: the policy's end, never of itself
  who_about text not null,                 -- for: the lead · until: the same
  what text not null,                      -- for: the lead · until: the same
  reply_to text not null default '',       -- for: the lead's answer · until: the same
  about_us integer not null default 0,     -- is it about someone who runs the programme?
  not_for integer references person,       -- the lead or trustee whom it names: they never see it
  state text not null default 'new' check (state in ('new', 'taken', 'closed', 'reopened')),
  owner_id integer references person,      -- who took it on
  due_at integer not null,
  late_told integer not null default 0,    -- of which due_at its readers were told that it has passed
  replied_at integer not null default 0,
  needs text not null default '' check (needs in ('', 'yes', 'no', 'unsure')),       -- for: the lead, has care and support needs · until: the same
  risk text not null default '' check (risk in ('', 'yes', 'no', 'unsure')),         -- for: the lead, experiences or risks abuse or neglect · until: the same
  protect text not null default '' check (protect in ('', 'yes', 'no', 'unsure')),   -- for: the lead, cannot protect themself because of the needs · until: the same
  wants text not null default '',          -- for: the lead, what the person wants to happen · until: the same
  serious text not null default '' check (serious in ('', 'yes', 'no')),             -- for: the lead, a serious incident considered · until: the same
  serious_why text not null default '',    -- for: the same · until: the same
  serious_day text not null default '',    -- for: the same, when it was reported · until: the same
  raised_at integer not null
) strict;

-- Who may read a concern: leads, never one whom it names; of what is about those who run the programme the
-- trustee for safeguarding. Where one kind has nobody who may, the other kind may.
create view concern_reader as
select c.id as concern_id, r.person_id as person_id
  from concern c join role r on r.role in ('lead', 'trustee') join person p on p.id = r.person_id
 where p.state = 'active' and (c.not_for is null or c.not_for <> r.person_id)
   and ((r.role = 'trustee') = (c.about_us = 1)
        or not exists (select 1 from role o
                        where o.role = case when c.about_us = 1 then 'trustee' else 'lead' end and (c.not_for is null or c.not_for <> o.person_id)
                          and exists (select 1 from person q where q.id = o.person_id and q.state = 'active')));

-- Who looked at a concern, and when.
create table concern_look (
  concern_id integer not null references concern,
  person_id integer not null references person,
  at integer not null,
  primary key (concern_id, person_id, at)
) strict, without rowid;

-- What was done about it, by whom and why.
create table concern_entry (
  concern_id integer not null references concern,
  number integer not null,
  at integer not null,
  person_id integer references person,     -- null: whoever raised it
  kind text not null check (kind in ('take', 'take-over', 'action', 'decision', 'reply', 'care', 'serious', 'tie', 'pause', 'release', 'end', 'close', 'reopen')),
  words text not null,                     -- for: safeguarding leads · until: the policy's end, never of itself
  pair_id integer references pair,         -- of a pair that it concerns
  primary key (concern_id, number)
) strict, without rowid;

-- A browser that began something: a sign-up, asking for a code, a login (then with its person).
create table browser (
  token text primary key,                  -- keyed hash of the cookie
  person_id integer references person on delete cascade,
  signup_id integer references signup on delete set null,
  own_device integer not null default 0,
  strong_at integer not null default 0,    -- when six digits of an app were last given; 0: never
  wanted text not null default '',         -- where to go after signing in
  helps_id integer references person,      -- whose pages a coordinator fills in with it
  helps_until integer not null default 0,
  created_at integer not null,
  seen_at integer not null
) strict, without rowid;

-- A code that was sent by e-mail. A new one replaces the old.
create table sign_in_code (
  email text primary key,                  -- for: signing in · until: 15 minutes
  code text not null,                      -- keyed hash
  link text not null,                      -- keyed hash
  browser text not null,                   -- keyed hash: the browser that asked
  tries integer not null default 0,
  proven integer not null default 0,
  own_device integer not null default 0,
  expires_at integer not null
) strict, without rowid;

-- The key of an authenticator app.
create table totp (
  person_id integer primary key references person on delete cascade,
  sealed text not null,
  last_step integer not null default 0,
  confirmed_at integer not null default 0
) strict;

-- Codes on paper, each good once: eight for recovery.
create table paper_code (
  person_id integer not null references person on delete cascade,
  kind text not null check (kind in ('recovery', 'card')),
  number integer not null,
  hash text not null,                      -- Argon2id
  used_at integer not null default 0,
  primary key (person_id, kind, number)
) strict, without rowid;

-- A form that was kept, and where it led: pressed twice is pressed once.
create table once (
  key text primary key,
  path text not null,
  at integer not null
) strict, without rowid;

-- What was typed when a login had run out, sealed; opens for the same person and page.
create table unsent (
  person_id integer not null references person on delete cascade,
  path text not null,                      -- for: which page it belongs to · until: one day
  sealed text not null,                    -- for: giving it back after signing in · until: one day
  at integer not null,
  primary key (person_id, path)
) strict, without rowid;

-- Mail, in the same transaction as what it tells of.
create table outbox (
  id integer primary key,
  person_id integer references person on delete cascade,
  kind text not null,
  recipient text not null,                 -- for: sending · until: 30 days after
  language text not null,                  -- for: the mail's words · until: the same
  sealed text not null default '',         -- for: what only this mail knows, a code or link · until: sent
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'cancelled', 'letter', 'posted')),
  tries integer not null default 0,
  not_before integer not null,
  urgent integer not null default 0,
  created_at integer not null,
  sent_at integer not null default 0
) strict;
create index outbox_state on outbox (state, urgent, not_before);

-- Who did what: numbers and verbs, never values or names. Each row holds the hash of the one before.
create table audit (
  id integer primary key,
  at integer not null,
  person_id integer not null,              -- who acted; 0: nobody who signed in
  verb text not null,
  subject text not null,
  subject_id integer not null,
  columns text not null default '',
  hash text not null
) strict;
create index audit_subject on audit (subject, subject_id);
create trigger audit_keeps before update on audit begin select raise(abort, 'the audit is not changed'); end;
create trigger audit_stays before delete on audit begin select raise(abort, 'the audit is not changed'); end;

-- How often something was done in a while, by a keyed hash of who: never an address.
create table counter (
  kind text not null,
  who text not null,
  began_at integer not null,
  times integer not null,
  primary key (kind, who)
) strict, without rowid;

-- Whom a bar kept apart in a run, though one offers what the other asks.
create table run_bar (
  run_id integer not null references match_run,
  mentor_id integer not null references person,
  mentee_id integer not null references person,
  kind text not null,
  primary key (run_id, mentor_id, mentee_id)
) strict, without rowid;
