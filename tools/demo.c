/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways-demo make PEOPLE-FILE ADDRESS: fills the empty site of SITE with people and a little history,
   by the same acts that the pages use. bothways-demo doors ADDRESS: prints where to sign in. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/log.h"
#include "base/text.h"
#include "crypto/totp.h"
#include "domain/bar.h"
#include "domain/concern.h"
#include "domain/meeting.h"
#include "domain/night.h"
#include "domain/pair.h"
#include "domain/proposal.h"
#include "domain/review.h"
#include "domain/run.h"
#include "domain/signup.h"
#include "site/site.h"
#include "sql_account.h"
#include "sql_demo.h"
#include "sql_person.h"
#include "sql_programme.h"
#include "sql_setting.h"
#include "sql_signup.h"
#include "tools/files.h"

enum { DAY = 86400, ARENA_BYTES = 256 * 1024 * 1024, TOPICS = 9, PROGRAMMES = 2, FIELDS = 21 };

enum field {
	PROGRAMME, CALLED, FULL_NAME, REACH, AGE, ASK_TOPIC, ASK_WORDS, ASK_WISH, OFFER_TOPICS, OFFER_WORDS, OFFER_WISH, VALUES, TIME, CAPACITY,
	WAYS, DISTRICT, TONGUES, ORGANISATIONS, DEPARTMENTS, PEOPLE, THANKS
};

struct wording {
	const char *code, *english, *examples, *welsh, *welsh_examples;
};

struct demo_programme {
	const char *slug, *kind;
	bool intergenerational;
	struct wording name;
	struct wording topics[TOPICS];
	struct wording places[3];
	int64_t id;
	int64_t topic_ids[TOPICS];
};

static struct demo_programme programmes[PROGRAMMES] = {
	{ .slug = "valley", .kind = "institutional", .intergenerational = true,
	  .name = { "", "Young and old in the valley", "People of all ages help each other, one to one.", "Hen ac ifanc yn y cwm", "Pobl o bob oed yn helpu ei gilydd, un wrth un." },
	  .topics = {
		{ "phone", "My phone, tablet or computer", "video calls, photographs, staying safe online", "Fy ffôn, llechen neu gyfrifiadur", "galwadau fideo, lluniau, diogelwch ar-lein" },
		{ "work", "Work and study", "choosing, applying, starting, stopping", "Gwaith ac astudio", "dewis, ymgeisio, dechrau, gorffen" },
		{ "settle", "Settling in somewhere new", "a country, a town, living alone", "Ymgartrefu mewn lle newydd", "gwlad, tref, byw ar eich pen eich hun" },
		{ "think", "Someone to think things over with", "a decision, a change, a loss", "Rhywun i feddwl pethau drosodd gyda nhw", "penderfyniad, newid, colled" },
		{ "cook", "Cooking and baking", "for one, for many, on little money", "Coginio a phobi", "i un, i lawer, ar ychydig o arian" },
		{ "welsh", "Talking Welsh", "first words, or finding them again", "Siarad Cymraeg", "y geiriau cyntaf, neu eu cael yn ôl" },
		{ "forms", "Money and forms", "letters, taxes, the council", "Arian a ffurflenni", "llythyrau, trethi, y cyngor" },
		{ "mend", "Making and mending", "wood, bicycles, clothes", "Gwneud a thrwsio", "pren, beiciau, dillad" },
		{ "garden", "Growing things", "a garden, a yard, a window sill", "Tyfu pethau", "gardd, iard, sil ffenestr" } },
	  .places = { { "", "The library, Bridge Street", "", "Y llyfrgell, Stryd y Bont", "" }, { "", "The church hall", "", "Neuadd yr eglwys", "" }, { "", "Caffi Cwm", "", "Caffi Cwm", "" } } },
	{ .slug = "everyday", .kind = "everyday", .intergenerational = false,
	  .name = { "", "Everyday mentors", "Help from somebody who has done it, for everybody in the city.", "Mentoriaid bob dydd", "Help gan rywun sydd wedi ei wneud, i bawb yn y ddinas." },
	  .topics = {
		{ "change", "Finding my feet after a change", "work, family, health, a move", "Cael fy nhraed danaf ar ôl newid", "gwaith, teulu, iechyd, symud" },
		{ "business", "Starting something of my own", "a stall, a shop, a trade", "Dechrau rhywbeth fy hun", "stondin, siop, crefft" },
		{ "speak", "Speaking in front of others", "a speech, a meeting, a reading", "Siarad o flaen eraill", "araith, cyfarfod, darlleniad" },
		{ "read", "Reading and writing", "letters, books, reading aloud", "Darllen ac ysgrifennu", "llythyrau, llyfrau, darllen yn uchel" },
		{ "languages", "Another language", "first words, or just talking", "Iaith arall", "y geiriau cyntaf, neu ddim ond siarad" },
		{ "active", "Getting moving", "walking, swimming, a first run", "Dechrau symud", "cerdded, nofio, y rhediad cyntaf" },
		{ "music", "Music and singing", "a song, a choir, an instrument", "Cerddoriaeth a chanu", "cân, côr, offeryn" },
		{ "talk", "Somebody to talk to", "long days, hard days, good days", "Rhywun i siarad â nhw", "dyddiau hir, anodd, da" } } },
};

struct demo {
	struct arena *arena;
	struct site *site;
	struct work work;
	int64_t start;          /* the moment that counts as now */
};

static void at(struct demo *d, int days_ago, int64_t person_id)
{
	d->work.now = d->start - (int64_t)days_ago * DAY;
	d->work.today = day_of(d->arena, d->work.now);
	d->work.person_id = person_id;
}

static void must(struct demo *d, bool done, const char *what)
{
	if (!done || d->work.trouble != TROUBLE_NONE)
		die("the demo site cannot be made: %s", what);
}

static void put_setting(struct demo *d, const char *name, const char *value)
{
	sql_setting_put(&d->work, &(struct setting_put_in){ .name = name, .value = value });
}

static void put_settings(struct demo *d, const char *address)
{
	put_setting(d, "site_name", "Riverside Neighbours");
	put_setting(d, "phone", "01632 960 123");
	put_setting(d, "phone_hours", "Monday to Friday, 10 to 4. A person answers.");
	put_setting(d, "phone_hours.cy", "Dydd Llun i ddydd Gwener, 10 tan 4. Mae person yn ateb.");
	put_setting(d, "concern_phone", "01632 960 124");
	put_setting(d, "concern_hours", "24");
	put_setting(d, "address", address);
	put_setting(d, "languages", "en cy");
	put_setting(d, "hidden_languages", "en-XA ar-XB");
	put_setting(d, "time_rule", "GMT0BST,M3.5.0/1,M10.5.0");
	put_setting(d, "mail_way", "folder");
	put_setting(d, "mail_from", "hello@riverside.example");
	put_setting(d, "mail_an_hour", "1000");
	put_setting(d, "demo", "1");
}

static void put_wording(struct demo *d, const char *subject, int64_t id, const struct wording *w)
{
	sql_wording_put(&d->work, &(struct wording_put_in){ .subject = subject, .subject_id = id, .language = "en", .words = w->english, .more = w->examples });
	sql_wording_put(&d->work, &(struct wording_put_in){ .subject = subject, .subject_id = id, .language = "cy", .words = w->welsh, .more = w->welsh_examples });
}

static void put_programme(struct demo *d, struct demo_programme *p)
{
	struct programme_add added;
	struct topic_add topic;
	struct place_add place;

	must(d, sql_programme_add(&d->work, &(struct programme_add_in){ .slug = p->slug, .kind = p->kind, .intergenerational = p->intergenerational }, &added), p->slug);
	p->id = added.id;
	put_wording(d, "programme", p->id, &p->name);
	for (int i = 0; i < TOPICS && p->topics[i].code; i++) {
		must(d, sql_topic_add(&d->work, &(struct topic_add_in){ .programme_id = p->id, .position = i }, &topic), p->topics[i].code);
		p->topic_ids[i] = topic.id;
		put_wording(d, "topic", topic.id, &p->topics[i]);
	}
	for (int i = 0; i < 3 && p->places[i].english; i++) {
		must(d, sql_place_add(&d->work, &(struct place_add_in){ .programme_id = p->id, .position = i }, &place), p->places[i].english);
		put_wording(d, "place", place.id, &p->places[i]);
	}
}

/* Somebody of the charity, with the key of an app as if they had set it up. */
static int64_t put_staff(struct demo *d, const char *called, const char *name, const char *email, const char *roles)
{
	struct person_add_staff added;
	const char *rest = roles, *role;
	struct person_add_staff_in in = { .call_name = called, .full_name = name, .email = email, .language = "en", .now = d->work.now };

	must(d, sql_person_add_staff(&d->work, &in, &added), called);
	while ((role = text_piece(d->arena, &rest, ' ')))
		sql_person_role_add(&d->work, &(struct person_role_add_in){ .person_id = added.id, .role = role });
	sql_totp_put(&d->work, &(struct totp_put_in){ .person_id = added.id, .last_step = 0, .now = d->work.now,
		.sealed = crypto_seal(d->arena, d->work.key, "totp", totp_key(d->arena)) });
	return added.id;
}

static int64_t topic_of(struct demo *d, const struct demo_programme *p, const char *code)
{
	for (int i = 0; i < TOPICS && p->topics[i].code; i++)
		if (text_is(p->topics[i].code, code))
			return p->topic_ids[i];
	must(d, false, code);
	return 0;
}

static struct texts topics_of(struct demo *d, const struct demo_programme *p, const char *codes)
{
	const char **ids = arena_array(d->arena, TOPICS, sizeof *ids);
	struct texts list = { ids, 0 };
	const char *rest = codes, *code;

	while ((code = text_piece(d->arena, &rest, ' ')))
		ids[list.count++] = arena_printf(d->arena, "%lld", (long long)topic_of(d, p, code));
	return list;
}

static const char *mailbox(struct demo *d, const char *const *f, int number)
{
	return text_has_word(f[REACH], "email") ? arena_printf(d->arena, "person%d@example.org", number) : "";
}

static int64_t person_of(struct demo *d, int64_t signup_id)
{
	struct signup_state state;

	must(d, sql_signup_state(&d->work, &(struct signup_state_in){ signup_id }, &state), "a sign-up");
	return state.person_id;
}

/* Every question answered, as the pages would. */
static int64_t sign_up(struct demo *d, const char *const *f, int number)
{
	const struct demo_programme *p = text_is(f[PROGRAMME], programmes[0].slug) ? &programmes[0] : &programmes[1];
	struct work *w = &d->work;
	int64_t id = signup_start(w, p->id, text_starts(f[TONGUES], "cy") && number % 3 == 0 ? "cy" : "en"), capacity = 1;
	bool phone = text_has_word(f[REACH], "phone"), post = text_has_word(f[REACH], "post");

	text_is_count(f[CAPACITY], &capacity);
	w->person_id = person_of(d, id);
	sql_signup_keep_think(w, &(struct signup_keep_think_in){ .thanks_to = f[THANKS], .signup_id = id });
	sql_signup_keep_name(w, &(struct signup_keep_name_in){ .full_name = f[FULL_NAME], .call_name = f[CALLED], .signup_id = id });
	sql_signup_keep_reach(w, &(struct signup_keep_reach_in){ .reach = f[REACH], .email = mailbox(d, f, number), .signup_id = id,
		.phone = phone ? arena_printf(d->arena, "01632 960 %03d", 200 + number) : "",
		.address = post ? arena_printf(d->arena, "%d Mill Lane\nRiverside", number) : "" });
	sql_signup_keep_age_band(w, &(struct signup_keep_age_band_in){ .age_band = p->intergenerational ? f[AGE] : "", .signup_id = id });
	sql_demo_answers(w, &(struct demo_answers_in){ .time_offered = f[TIME], .capacity = capacity, .ways = f[WAYS], .district = f[DISTRICT],
		.tongues = f[TONGUES], .core_values = f[VALUES], .signup_id = id });
	signup_put_ask(w, &(struct signup_wish){ .signup_id = id, .topic_id = topic_of(d, p, f[ASK_TOPIC]), .words = f[ASK_WORDS], .wish = f[ASK_WISH] });
	signup_put_offers(w, &(struct signup_wish){ .signup_id = id, .words = f[OFFER_WORDS], .wish = f[OFFER_WISH] }, topics_of(d, p, f[OFFER_TOPICS]));
	signup_bar(w, id, &(struct bar_lists){ .organisations = f[ORGANISATIONS], .departments = f[DEPARTMENTS], .people = f[PEOPLE] });
	return id;
}

/* Two in three came long ago, some lately; of the last, a few are still to be read. */
static void take_people(struct demo *d, const char *file, int64_t coordinator, bool early)
{
	const char *rest = file_read(d->arena, file), *line;
	int number = 0;

	while ((line = text_piece(d->arena, &rest, '\n'))) {
		const char *fields[FIELDS], *left = line;
		if (*line == '#' || !*line)
			continue;
		for (int i = 0; i < FIELDS; i++)
			fields[i] = text_piece(d->arena, &left, '|');
		must(d, fields[FIELDS - 1] != NULL, line);
		number++;
		int place = (number - 1) % 30;
		if (early != (place < 20))
			continue;
		bool waits = place >= 27;
		at(d, early ? 110 - place : waits ? 30 - place : 45 - place, 0);
		int64_t id = sign_up(d, fields, number);
		if (place == 29)
			continue;
		must(d, signup_send(&d->work, id), "send");
		at(d, early ? 105 - place : 40 - place, coordinator);
		if (!waits)
			must(d, signup_approve(&d->work, id), "approve");
		else if (place == 28)
			must(d, signup_ask_again(&d->work, id, "Which days of the week are good for you?"), "ask");
	}
}

static void answer(struct demo *d, int64_t proposal_id, int64_t person_id, bool yes, const char *shows)
{
	d->work.person_id = person_id;
	must(d, proposal_answer(&d->work, &(struct proposal_answer){ proposal_id, person_id, yes, shows, "self", "" }), "answer");
}

static void hold_meetings(struct demo *d, int64_t pair_id, const struct demo_kept *p, int count)
{
	/* Some have not met for a while. */
	int last = pair_id % 5 ? 4 : 23;
	static const char *const taps[] = { "yes", "yes", "bit", "yes", "no" };

	for (int i = 0; i < count; i++) {
		const char *first = taps[(pair_id + i) % 5], *second = taps[(pair_id + 2 * i + 1) % 5];
		at(d, last + 9 * (count - 1 - i), p->mentee_id);
		int64_t meeting_id = meeting_note(&d->work, &(struct meeting){ pair_id, d->work.today, i % 2 ? "phone" : "in-person", "self" });
		must(d, meeting_id != 0, "meeting");
		feedback_give(&d->work, &(struct feedback_given){ meeting_id, false, "yes", first, second, "yes", "yes", "", "", "", "self" });
		if (i + 1 == count)
			continue;
		d->work.person_id = p->mentor_id;
		feedback_give(&d->work, &(struct feedback_given){ meeting_id, true, "yes", second, first, "bit", "", "listening", "", "", "self" });
	}
}

/* A run of long ago: most said yes and meet, one said no, some are still to answer. */
static void live_through(struct demo *d, const struct demo_programme *programme, int64_t coordinator)
{
	at(d, 75, coordinator);
	must(d, run_match(&d->work, programme->id) != 0, "match");
	struct list rows = sql_demo_kept(&d->work, &(struct demo_kept_in){ .programme_id = programme->id, .state = "proposed" });
	for (size_t i = 0; i < rows.count; i++) {
		const struct demo_kept *p = list_row(&demo_kept_view, rows, i);
		at(d, 74, coordinator);
		must(d, proposal_keep(&d->work, p->proposal_id), "keep");
		if (i % 7 == 6)
			continue;
		at(d, i % 7 == 5 ? 4 : 73, coordinator);
		must(d, proposal_send(&d->work, p->proposal_id), "send");
		if (i % 7 == 5)
			continue;
		at(d, 70, 0);
		answer(d, p->proposal_id, p->mentee_id, true, "phone");
		answer(d, p->proposal_id, p->mentor_id, i % 7 != 4, "phone email");
		if (i % 7 == 4)
			continue;
		at(d, 60, coordinator);
		int64_t pair_id = i % 7 == 3 ? 0 : proposal_open(&d->work, p->proposal_id);
		if (pair_id)
			hold_meetings(d, pair_id, p, (int)(pair_id % 4) + 1);
	}
}

/* Trials that are over: most have said how they would like to go on, some have to be rung. */
static void answer_reviews(struct demo *d)
{
	struct list rows = sql_demo_reviews(&d->work);

	for (size_t i = 0; i < rows.count; i++) {
		const struct demo_reviews *row = list_row(&demo_reviews_view, rows, i);
		struct review_answer said = { row->pair_id, true, "go-on", "", "self" };
		if (row->pair_id % 4 == 3)
			continue;
		must(d, pair_agree(&d->work, row->pair_id, true) && pair_agree(&d->work, row->pair_id, false), "promise");
		d->work.person_id = row->mentor_id;
		must(d, review_answer(&d->work, &said), "review");
		said.by_mentor = false;
		if (row->pair_id % 6 == 1)
			said = (struct review_answer){ row->pair_id, false, "change", "I would like to meet at the library.", "self" };
		d->work.person_id = row->mentee_id;
		must(d, review_answer(&d->work, &said), "review");
	}
}

static void make(struct demo *d, const char *people, const char *address)
{
	must(d, db_begin_write(&d->work), "begin");
	at(d, 120, 0);
	put_settings(d, address);
	day_use_rule("GMT0BST,M3.5.0/1,M10.5.0");
	for (int i = 0; i < PROGRAMMES; i++)
		put_programme(d, &programmes[i]);
	int64_t coordinator = put_staff(d, "Delyth", "Delyth Owen", "delyth@riverside.example", "coordinator keeper");
	put_staff(d, "Hari", "Harinder Lal", "hari@riverside.example", "lead");
	put_staff(d, "Judith", "Judith Frame", "judith@riverside.example", "trustee");
	take_people(d, people, coordinator, true);
	for (int i = 0; i < PROGRAMMES; i++)
		live_through(d, &programmes[i], coordinator);
	take_people(d, people, coordinator, false);
	at(d, 2, 0);
	concern_raise(&d->work, &(struct concern_told){ .who_about = "The man who says he is from the gas company", .what = "He came twice while we met at the church hall.",
		.reply_to = "01632 960 231, mornings", .hours = 24 });
	at(d, 1, coordinator);
	must(d, run_match(&d->work, programmes[0].id) != 0, "match");
	at(d, 3, 0);
	night_run(&d->work);
	answer_reviews(d);
	at(d, 0, 0);
	night_run(&d->work);
	sql_demo_mail_done(&d->work);
	must(d, db_commit(&d->work), "commit");
}

static void print_doors(struct demo *d, const char *address)
{
	struct list doors = sql_demo_doors(&d->work);

	for (size_t i = 0; i < doors.count; i++) {
		const struct demo_doors *door = list_row(&demo_doors_view, doors, i);
		const char *key = crypto_seal(d->arena, d->work.key, "demo", arena_printf(d->arena, "%lld", (long long)door->person_id));
		const char *role = text_is(door->role, "lead") ? "safeguarding-lead" : text_is(door->role, "keeper") ? "site-keeper" : door->role;
		struct totp_one totp;
		bool has_app = sql_totp_one(&d->work, &(struct totp_one_in){ door->person_id }, &totp);
		printf("sign-in %s %s/account/demo/%s%s%s\n", role, address, key, has_app ? " " : "",
		       has_app ? crypto_unseal(d->arena, d->work.key, "totp", totp.sealed) : "");
	}
}

int main(int argc, char **argv)
{
	bool makes = argc == 4 && text_is(argv[1], "make"), doors = argc == 3 && text_is(argv[1], "doors");
	const char *folder = getenv("SITE");

	if (!folder || (!makes && !doors))
		die("use: SITE=FOLDER bothways-demo make PEOPLE-FILE ADDRESS, or doors ADDRESS");
	struct demo d = { .arena = arena_new(ARENA_BYTES), .start = clock_now() };
	if (makes && !site_make(arena_printf(d.arena, "%s/data", folder), true))
		return 1;
	d.site = site_open(argv[0]);
	if (d.site->state != SITE_READY)
		die("the site of %s cannot be opened", folder);
	d.work = (struct work){ .arena = d.arena, .db = d.site->db, .key = &d.site->key, .request = "demo", .now = d.start };
	if (makes)
		make(&d, argv[2], argv[3]);
	else
		print_doors(&d, argv[2]);
	site_close(d.site);
	arena_free(d.arena);
	return 0;
}
