/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Sign-ups, and what people add and change about themselves later. */
#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "domain/ask.h"
#include "domain/bar.h"
#include "domain/invitation.h"
#include "domain/person.h"
#include "domain/signup.h"
#include "sql_demo.h"
#include "sql_person.h"
#include "sql_signup.h"
#include "tools/demo/demo.h"

enum { REPLY_DAYS = 4, NUMBERED_PHONES = 700 };

struct soul *soul_of_signup(struct demo *d, int64_t signup_id)
{
	for (int i = 0; i < d->people; i++)
		if (d->souls[i].signup_id == signup_id)
			return &d->souls[i];
	return NULL;
}

static struct texts topics_of(struct demo *d, const struct demo_programme *p, const char *codes)
{
	const char **ids = arena_array(d->work.arena, TOPICS, sizeof *ids);
	struct texts list = { ids, 0 };
	const char *rest = codes, *code;

	while ((code = text_piece(d->work.arena, &rest, ' ')))
		ids[list.count++] = arena_printf(d->work.arena, "%lld", (long long)topic_id(d, p, code));
	return list;
}

static int64_t person_of(struct demo *d, int64_t signup_id)
{
	struct signup_state state;

	must(d, sql_signup_state(&d->work, &(struct signup_state_in){ signup_id }, &state), "a sign-up");
	return state.person_id;
}

/* The numbers are those that Ofcom keeps for stories; there are a thousand. */
static void keep_reach(struct demo *d, const struct soul *s, int64_t signup_id)
{
	struct arena *arena = d->work.arena;
	bool phone = text_has_word(s->f[REACH], "phone") && s->number < NUMBERED_PHONES, post = text_has_word(s->f[REACH], "post");

	sql_signup_keep_reach(&d->work, &(struct signup_keep_reach_in){ .reach = s->f[REACH], .email = cast_email(d, s->number), .signup_id = signup_id,
		.phone = phone ? arena_printf(arena, "01632 960 %03d", 200 + s->number) : "", .address = post ? arena_printf(arena, "%d Mill Lane\nRiverside", s->number) : "" });
	must(d, signup_email_checked(&d->work, d->work.person_id, cast_email(d, s->number)), "an address");
}

static void keep_wishes(struct demo *d, const struct soul *s, const struct demo_programme *p, int64_t signup_id)
{
	bool levels = text_is(p->kind, "teaching");
	const struct signup_wish ask = { .signup_id = signup_id, .topic_id = topic_id(d, p, s->f[ASK_TOPIC]), .words = s->f[ASK_WORDS], .wish = s->f[ASK_WISH],
		.level = !levels ? 0 : s->ring ? 1 : 1 + chance("level", s->number, 0) % 3 };
	const struct signup_wish offer = { .signup_id = signup_id, .words = s->f[OFFER_WORDS], .wish = s->f[OFFER_WISH],
		.level = levels ? 2 + chance("level", s->number, 1) % 2 : 0, .group_most = levels && happens(50, "group", s->number, 0) ? 4 : 1 };

	signup_put_ask(&d->work, &ask);
	signup_put_offers(&d->work, &offer, topics_of(d, p, s->f[OFFER_TOPICS]));
}

static void keep_answers(struct demo *d, const struct soul *s, const struct demo_programme *p, int64_t signup_id)
{
	int64_t capacity = 1, place = p->place_ids[chance("place", s->number, 0) % 2];

	text_is_count(s->f[CAPACITY], &capacity);
	sql_demo_answers(&d->work, &(struct demo_answers_in){ .time_offered = s->f[TIME], .capacity = capacity, .ways = s->f[WAYS], .district = s->f[DISTRICT],
		.place_id = happens(40, "place", s->number, 1) ? place : 0, .tongues = s->f[TONGUES], .core_values = s->f[VALUES], .signup_id = signup_id });
}

/* Every question answered, as the pages would. */
static void sign_up(struct demo *d, struct soul *s)
{
	const struct demo_programme *p = programme_named(d, s->f[PROGRAMME]);
	struct work *w = &d->work;
	int64_t id = signup_start(w, p->id, text_starts(s->f[TONGUES], "cy") && s->number % 3 == 2 ? "cy" : "en");

	if (s->invitation_id)
		invitation_joins(w, s->invitation_id, id);
	s->signup_id = id;
	w->person_id = s->person_id = person_of(d, id);
	sql_signup_keep_think(w, &(struct signup_keep_think_in){ .thanks_to = s->f[THANKS], .signup_id = id });
	sql_signup_keep_name(w, &(struct signup_keep_name_in){ .full_name = s->f[FULL_NAME], .call_name = s->f[CALLED], .signup_id = id });
	keep_reach(d, s, id);
	sql_signup_keep_age_band(w, &(struct signup_keep_age_band_in){ .age_band = p->intergenerational ? s->f[AGE] : "", .signup_id = id });
	keep_answers(d, s, p, id);
	keep_wishes(d, s, p, id);
	signup_bar(w, id, &(struct bar_lists){ .organisations = s->f[ORGANISATIONS], .departments = s->f[DEPARTMENTS], .people = s->f[PEOPLE] });
	if (s->waits != WAITS_OPEN)
		must(d, signup_send(w, id), "send");
}

/* Another programme, with what it still needs: an ask and an offer of its own. */
static void join_another(struct demo *d, const struct soul *s)
{
	const struct demo_programme *p = &d->programmes[text_is(s->f[PROGRAMME], d->programmes[0].slug) ? 1 : 0];
	struct soul other = *s;
	int64_t id = signup_join(&d->work, s->person_id, p->id);

	if (!id)
		return;
	other.f[ASK_TOPIC] = p->topics[chance("joins", s->number, 0) % 5].code;
	other.f[ASK_WORDS] = say(d, "ask", other.f[ASK_TOPIC], (unsigned)s->number);
	other.f[OFFER_TOPICS] = p->topics[5 + chance("joins", s->number, 1) % 3].code;
	other.f[OFFER_WORDS] = say(d, "offer", other.f[OFFER_TOPICS], (unsigned)s->number);
	keep_answers(d, &other, p, id);
	keep_wishes(d, &other, p, id);
	must(d, signup_send(&d->work, id), "join");
}

static void ask_more(struct demo *d, const struct soul *s)
{
	const struct demo_programme *p = programme_named(d, s->f[PROGRAMME]);
	int topic = (int)(chance("more", s->number, 2) % 6);
	const struct ask_put ask = { .person_id = s->person_id, .signup_id = s->signup_id, .topic_id = p->topic_ids[topic], .wish = "any",
		.words = say(d, "ask", p->topics[topic].code, chance("more", s->number, 3)), .level = text_is(p->kind, "teaching") ? 1 : 0, .group_most = 1 };

	if (!text_has_word(s->f[OFFER_TOPICS], p->topics[topic].code) && !text_is(s->f[ASK_TOPIC], p->topics[topic].code))
		ask_add(&d->work, &ask);
}

static void change_reach(struct demo *d, const struct soul *s)
{
	const char *phone = s->number < NUMBERED_PHONES ? arena_printf(d->work.arena, "01632 960 %03d", 100 + s->number % 99) : "";

	if (*cast_email(d, s->number))
		person_reached_by(&d->work, s->person_id, &(struct person_reached){ "email phone", cast_email(d, s->number), phone, "" });
}

/* Some weeks after they came. */
static void live_as(struct demo *d, const struct soul *s)
{
	int since = s->day - d->day;
	struct person_state state;

	if (s->waits != WAITS_NOT || s->ring || since < 40 || !sql_person_state(&d->work, &(struct person_state_in){ s->person_id }, &state) || !text_is(state.state, "active"))
		return;
	d->work.person_id = s->person_id;
	if (since == 40 + s->number % 50 && happens(25, "asks more", s->number, 0))
		ask_more(d, s);
	else if (since == 60 + s->number % 70 && happens(9, "joins", s->number, 0))
		join_another(d, s);
	else if (since == 70 + s->number % 90 && happens(7, "rests", s->number, 0))
		person_pause(&d->work, s->person_id, d->day > 30 ? day_add(d->work.arena, d->work.today, 21) : "", true, ACTOR_SELF);
	else if (since == 50 + s->number % 100 && happens(5, "moves", s->number, 0))
		change_reach(d, s);
}

/* What was asked again is answered by most. */
static void reply(struct demo *d)
{
	struct list rows = sql_demo_signups(&d->work);

	for (size_t i = 0; i < rows.count; i++) {
		const struct demo_signups *row = list_row(&demo_signups_view, rows, i);
		if (!text_is(row->state, "asked") || days_since(d, row->changed_at) != REPLY_DAYS + row->signup_id % 5 || !happens(75, "replies", row->signup_id, 0))
			continue;
		at(d, 19, row->person_id);
		sql_signup_keep_reply(&d->work, &(struct signup_keep_reply_in){ .reply = say(d, "reply", NULL, (unsigned)row->signup_id), .signup_id = row->signup_id });
		must(d, signup_send(&d->work, row->signup_id), "reply");
	}
}

void arrive(struct demo *d)
{
	for (int i = 0; i < d->people; i++) {
		struct soul *s = &d->souls[i];
		if (s->day == d->day) {
			at(d, 10 + s->number % 10, 0);
			sign_up(d, s);
		} else if (s->person_id) {
			at(d, 12 + s->number % 9, s->person_id);
			live_as(d, s);
		}
	}
	reply(d);
}
