/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The charity: its settings, programmes with topics and places, and who runs them. */
#include "base/arena.h"
#include "base/text.h"
#include "crypto/crypto.h"
#include "crypto/totp.h"
#include "domain/find.h"
#include "domain/measure.h"
#include "sql_account.h"
#include "sql_demo.h"
#include "sql_person.h"
#include "sql_programme.h"
#include "sql_setting.h"
#include "tools/demo/demo.h"

struct demo_programme demo_programmes[PROGRAMMES_MOST] = {
	{ .slug = "valley", .kind = "institutional", .intergenerational = true, .group_most = 1, .districts = "NP20 NP19 NP18 NP10 NP44 NP11",
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
	{ .slug = "everyday", .kind = "everyday", .group_most = 1, .districts = "CF10 CF24 CF14 CF5 CF11",
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
	{ .slug = "learn", .kind = "teaching", .group_most = 4, .districts = "NP20 CF10 NP19 CF24 NP10 CF14",
	  .name = { "", "Learn with a neighbour", "Subjects from the first step on, alone or in a small group.", "Dysgu gyda chymydog", "Pynciau o'r cam cyntaf, ar eich pen eich hun neu mewn grŵp bach." },
	  .topics = {
		{ "english", "English", "talking, reading, an examination", "Saesneg", "siarad, darllen, arholiad" },
		{ "computer", "Computers from the start", "switching on, letters, tables", "Cyfrifiaduron o'r dechrau", "troi ymlaen, llythyrau, tablau" },
		{ "numbers", "Numbers", "everyday sums, school, an examination", "Rhifau", "symiau bob dydd, ysgol, arholiad" },
		{ "sewing", "Sewing", "by hand, by machine", "Gwnïo", "â llaw, â pheiriant" },
		{ "bread", "Bread", "flat, round, sour", "Bara", "fflat, crwn, sur" },
		{ "drawing", "Drawing and painting", "pencil, water colour", "Tynnu lluniau a phaentio", "pensil, dyfrlliw" },
		{ "aid", "First aid", "at home, in the street", "Cymorth cyntaf", "gartref, ar y stryd" },
		{ "history", "Local history", "a house, a street, a family", "Hanes lleol", "tŷ, stryd, teulu" } },
	  .places = { { "", "The old school", "", "Yr hen ysgol", "" }, { "", "The library, Bridge Street", "", "Y llyfrgell, Stryd y Bont", "" } } },
};


static void put_setting(struct demo *d, const char *name, const char *value)
{
	sql_setting_put(&d->work, &(struct setting_put_in){ .name = name, .value = value });
}

static void put_settings(struct demo *d, const char *address)
{
	put_setting(d, "news_read", BOTHWAYS_VERSION);
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
	sql_demo_programme_rules(&d->work, &(struct demo_programme_rules_in){ .group_most = p->group_most, .moderation = "careful", .programme_id = p->id });
	if (p->intergenerational)
		must(d, measures_choose(&d->work, p->id, "ucla-3 direct ons-4"), "measures");
	put_wording(d, "programme", p->id, &p->name);
	for (int i = 0; i < TOPICS && p->topics[i].code; i++) {
		must(d, sql_topic_add(&d->work, &(struct topic_add_in){ .programme_id = p->id, .position = i }, &topic), p->topics[i].code);
		p->topic_ids[i] = topic.id;
		put_wording(d, "topic", topic.id, &p->topics[i]);
	}
	for (int i = 0; i < PLACES && p->places[i].english; i++) {
		must(d, sql_place_add(&d->work, &(struct place_add_in){ .programme_id = p->id, .position = i }, &place), p->places[i].english);
		p->place_ids[i] = place.id;
		put_wording(d, "place", place.id, &p->places[i]);
	}
}

struct staff {
	const char *called, *name, *email, *roles;
};

/* A small charity has the first three. */
static const struct staff staff[] = {
	{ "Delyth", "Delyth Owen", "delyth@riverside.example", "coordinator keeper" },
	{ "Hari", "Harinder Lal", "hari@riverside.example", "lead" },
	{ "Judith", "Judith Frame", "judith@riverside.example", "trustee" },
	{ "Gareth", "Gareth Whitlock", "gareth@riverside.example", "coordinator" },
	{ "Sunita", "Sunita Rao-Phillips", "sunita@riverside.example", "coordinator" },
	{ "Bronagh", "Bronagh Quill", "bronagh@riverside.example", "lead" },
};

/* Somebody of the charity, with the key of an app as if they had set it up. */
static void put_staff(struct demo *d, const struct staff *s)
{
	struct person_add_staff added;
	const char *rest = s->roles, *role;
	struct person_add_staff_in in = { .call_name = s->called, .full_name = s->name, .email = s->email, .language = "en", .now = d->work.now };

	must(d, sql_person_add_staff(&d->work, &in, &added), s->called);
	find_learn(&d->work, added.id);
	while ((role = text_piece(d->arena, &rest, ' ')))
		sql_person_role_add(&d->work, &(struct person_role_add_in){ .person_id = added.id, .role = role, .now = d->start });
	sql_totp_put(&d->work, &(struct totp_put_in){ .person_id = added.id, .last_step = 0, .now = d->work.now,
		.sealed = crypto_seal(d->arena, d->work.key, "totp", totp_key(d->arena)) });
	if (text_has_word(s->roles, "coordinator"))
		d->coordinators[d->coordinator_count++] = added.id;
	else if (text_has_word(s->roles, "lead"))
		d->leads[d->lead_count++] = added.id;
	else
		d->trustee = added.id;
}

void charity_make(struct demo *d, const char *address)
{
	put_settings(d, address);
	for (int i = 0; i < d->programme_count; i++)
		put_programme(d, &d->programmes[i]);
	for (int i = 0; i < d->staff_count; i++)
		put_staff(d, &staff[i]);
}

struct demo_programme *programme_named(struct demo *d, const char *slug)
{
	for (int i = 0; i < d->programme_count; i++)
		if (text_is(d->programmes[i].slug, slug))
			return &d->programmes[i];
	must(d, false, slug);
	return NULL;
}

int64_t topic_id(struct demo *d, const struct demo_programme *p, const char *code)
{
	for (int i = 0; i < TOPICS && p->topics[i].code; i++)
		if (text_is(p->topics[i].code, code))
			return p->topic_ids[i];
	must(d, false, code);
	return 0;
}

const char *topic_code(const struct demo *d, int64_t topic_id)
{
	for (int g = 0; g < d->programme_count; g++)
		for (int i = 0; i < TOPICS && d->programmes[g].topics[i].code; i++)
			if (d->programmes[g].topic_ids[i] == topic_id)
				return d->programmes[g].topics[i].code;
	return "";
}

int64_t some_coordinator(const struct demo *d, int64_t number)
{
	return d->coordinators[chance("coordinator", number, 0) % d->coordinator_count];
}
