/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The people: first those of the file, then as many as are wanted with names put together by chance. */
#include "base/arena.h"
#include "base/text.h"
#include "tools/demo/demo.h"
#include "tools/files.h"

enum { COMMUNITIES_MOST = 20 };

struct community {
	const char *tongues;
	int64_t share;
	const char *first[4];    /* women older, women younger, men older, men younger */
	const char *families;
};

/* The number'th of some words, from 0. */
static const char *word_of(struct arena *arena, const char *words, unsigned number)
{
	unsigned count = 1;
	const char *word = "";

	for (const char *c = words; *c; c++)
		count += *c == ' ';
	number %= count;
	for (unsigned i = 0; i <= number; i++)
		word = text_piece(arena, &words, ' ');
	return word;
}

static size_t read_communities(struct demo *d, const char *folder, struct community *into)
{
	const char *rest = file_read(d->arena, arena_printf(d->arena, "%s/demo-names.txt", folder)), *line;
	size_t count = 0;

	while ((line = text_piece(d->arena, &rest, '\n'))) {
		const char *left = line;
		if (*line == '#' || !*line)
			continue;
		must(d, count < COMMUNITIES_MOST, "too many communities");
		struct community *c = &into[count++];
		c->tongues = text_piece(d->arena, &left, '|');
		must(d, text_is_count(text_piece(d->arena, &left, '|'), &c->share), line);
		for (int i = 0; i < 4; i++)
			c->first[i] = text_piece(d->arena, &left, '|');
		c->families = text_piece(d->arena, &left, '|');
		must(d, c->families != NULL, line);
	}
	return count;
}

static const struct community *community_of(const struct community *all, size_t count, int number)
{
	int64_t at = chance("community", number, 0) % 100;

	for (size_t i = 0; i < count; i++)
		if ((at -= all[i].share) < 0)
			return &all[i];
	return &all[0];
}

/* Nowicki/Nowicka: his and hers. */
static const char *family_of(struct demo *d, const struct community *c, bool woman, unsigned number)
{
	const char *both = word_of(d->arena, c->families, number), *his = text_piece(d->arena, &both, '/');

	return woman && both && *both ? both : his;
}

static void name_them(struct demo *d, struct soul *s, const struct community *c)
{
	bool woman = happens(58, "woman", s->number, 0), older = text_has_word("60-74 75-", s->f[AGE]) || (text_is(s->f[AGE], "45-59") && s->number % 2);
	const char *first = word_of(d->arena, c->first[(woman ? 0 : 2) + (older ? 0 : 1)], chance("first", s->number, 0));

	s->f[CALLED] = first;
	s->f[FULL_NAME] = arena_printf(d->arena, "%s %s", first, family_of(d, c, woman, chance("family", s->number, 0)));
	s->f[TONGUES] = c->tongues;
}

/* The first topics are what most people want; the last few hardly anybody. */
static int some_topic(const struct demo_programme *p, const char *what, int number)
{
	static const unsigned shares[TOPICS] = { 30, 22, 16, 12, 9, 7, 5, 3, 2, 1 };
	unsigned all = 0, at;
	int count = 0;

	for (; count < TOPICS && p->topics[count].code; count++)
		all += shares[count];
	if (!all)
		return 0;
	at = chance(what, number, 0) % all;
	for (int i = 0; i < count; i++) {
		if (at < shares[i])
			return i;
		at -= shares[i];
	}
	return 0;
}

static const char *sentence(struct demo *d, const char *kind, const char *topic, int number)
{
	const char *said = say(d, kind, topic, chance(kind, number, 1));

	return happens(22, "tail", number, *kind) ? arena_printf(d->arena, "%s %s", said, say(d, "tail", NULL, chance("tail", number, *kind + 1))) : said;
}

static void wish_them(struct demo *d, struct soul *s, const struct demo_programme *p)
{
	bool old = text_has_word("60-74 75-", s->f[AGE]);
	int ask = some_topic(p, "ask", s->number), offer = some_topic(p, "offer", s->number), more = some_topic(p, "more", s->number);

	if (offer == ask)
		offer = offer ? offer - 1 : 1;
	s->f[ASK_TOPIC] = p->topics[ask].code;
	s->f[ASK_WORDS] = sentence(d, "ask", s->f[ASK_TOPIC], s->number);
	s->f[ASK_WISH] = happens(15, "ask wish", s->number, 0) ? old ? "younger" : "older" : "any";
	s->f[OFFER_TOPICS] = more != offer && more != ask && happens(12, "two offers", s->number, 0)
		? arena_printf(d->arena, "%s %s", p->topics[offer].code, p->topics[more].code) : p->topics[offer].code;
	s->f[OFFER_WORDS] = sentence(d, "offer", p->topics[offer].code, s->number);
	s->f[OFFER_WISH] = happens(5, "offer wish", s->number, 0) ? old ? "younger" : "older" : "any";
}

/* Three of twelve, none twice. */
static const char *some_values(struct demo *d, int number)
{
	static const char all[] = "patience curiosity kindness courage learning humour making calm respect honesty loyalty fairness";
	unsigned first = chance("values", number, 0), step = 1 + chance("values", number, 1) % 3;

	return arena_printf(d->arena, "%s %s %s", word_of(d->arena, all, first), word_of(d->arena, all, first + step), word_of(d->arena, all, first + 2 * step + 1));
}

static void settle_them(struct demo *d, struct soul *s, const struct demo_programme *p)
{
	static const char *const times[] = { "hour-fortnight", "hour-month", "hour-fortnight", "hour-week", "call-fortnight", "hour-month", "hour-fortnight", "one-talk" };
	static const char *const ways[] = { "in-person phone", "in-person phone video", "in-person", "in-person video", "phone video", "in-person phone writing", "phone" };
	static const char *const workplaces[] = { "Severn Glass", "Severn Glass Ltd", "The Royal Infirmary", "Royal Infirmary", "Riverside Housing", "Riverside Housing Association",
		"Dock Street School", "Ysgol Glan yr Afon", "City Buses", "Pentwyn Foods" };
	bool old = text_is(s->f[AGE], "75-");

	s->f[REACH] = old && happens(35, "reach", s->number, 0) ? happens(30, "reach", s->number, 1) ? "post phone" : "phone"
		: happens(45, "reach", s->number, 2) ? "email phone" : "email";
	s->f[VALUES] = some_values(d, s->number);
	s->f[TIME] = old && happens(50, "time", s->number, 1) ? "call-fortnight" : times[chance("time", s->number, 0) % 8];
	s->f[CAPACITY] = happens(45, "capacity", s->number, 0) ? "2" : happens(12, "capacity", s->number, 1) ? "3" : "1";
	s->f[WAYS] = ways[chance("ways", s->number, 0) % 7];
	s->f[DISTRICT] = word_of(d->arena, p->districts, chance("district", s->number, 0));
	s->f[ORGANISATIONS] = !old && happens(18, "works", s->number, 0) ? workplaces[chance("works", s->number, 1) % 10] : "";
	s->f[DEPARTMENTS] = "";
	s->f[PEOPLE] = happens(4, "names", s->number, 0) ? arena_printf(d->arena, "%s", d->souls[s->number / 2].f[FULL_NAME]) : "";
	s->f[THANKS] = happens(60, "thanks", s->number, 0) ? say(d, "thanks", NULL, chance("thanks", s->number, 1)) : "";
}

static void make_up(struct demo *d, struct soul *s, const struct community *communities, size_t count)
{
	static const char *const ages[] = { "18-29", "18-29", "30-44", "30-44", "45-59", "45-59", "60-74", "60-74", "60-74", "75-", "75-" };
	unsigned at = chance("programme", s->number, 0) % 10;
	const struct demo_programme *p = &d->programmes[d->programme_count > 2 && at > 6 ? 2 : at > 3 ? 1 : 0];

	s->f[PROGRAMME] = p->slug;
	s->f[AGE] = ages[chance("age", s->number, 0) % 11];
	name_them(d, s, community_of(communities, count, s->number));
	wish_them(d, s, p);
	settle_them(d, s, p);
}

/* A wave when it begins, then some every week; the last few are still on their way. */
static void say_when(struct demo *d, struct soul *s)
{
	int place = (s->number - 1) % 30, wave = d->days / 6, rest = d->days - wave - 22;

	s->waits = place < 27 ? WAITS_NOT : (enum waits)(place - 26);
	s->day = place < 12 ? d->days - 8 - (int)(chance("wave", s->number, 0) % (unsigned)wave)
		: place < 27 ? 12 + (int)(chance("comes", s->number, 0) % (unsigned)rest)
		: s->waits == WAITS_SENT ? 1 + (int)(chance("comes", s->number, 0) % 3)
		: s->waits == WAITS_ASKED ? 5 + (int)(chance("comes", s->number, 0) % 2) : 1 + (int)(chance("comes", s->number, 0) % 20);
}

const char *cast_email(const struct demo *d, int number)
{
	return text_has_word(d->souls[number - 1].f[REACH], "email") ? arena_printf(d->arena, "person%d@example.org", number) : "";
}

static int read_people(struct demo *d, const char *folder)
{
	const char *rest = file_read(d->arena, arena_printf(d->arena, "%s/demo-people.txt", folder)), *line;
	int count = 0;

	while (count < d->people && (line = text_piece(d->arena, &rest, '\n'))) {
		const char *left = line;
		struct soul *s = &d->souls[count];
		if (*line == '#' || !*line)
			continue;
		for (int i = 0; i < FIELDS; i++)
			s->f[i] = text_piece(d->arena, &left, '|');
		must(d, s->f[FIELDS - 1] != NULL, line);
		count++;
	}
	return count;
}

void cast_read(struct demo *d, const char *folder)
{
	struct community communities[COMMUNITIES_MOST];
	size_t count = read_communities(d, folder, communities);

	d->souls = arena_array(d->arena, (size_t)d->people + 1, sizeof *d->souls);
	int of_file = read_people(d, folder);
	for (int i = 0; i < d->people; i++) {
		d->souls[i].number = i + 1;
		if (i >= of_file)
			make_up(d, &d->souls[i], communities, count);
		say_when(d, &d->souls[i]);
	}
	rings_cast(d);
}
