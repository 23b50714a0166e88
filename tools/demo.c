/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways-demo make [--small | --empty | --people N --days N] DATA-FOLDER ADDRESS: fills the empty site of SITE with a
   programme a year old and 200 people, with fewer people in fewer days, or with those alone who run it. bothways-demo doors
   ADDRESS: prints where to sign in. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/log.h"
#include "base/text.h"
#include "crypto/crypto.h"
#include "db/db.h"
#include "domain/night.h"
#include "site/site.h"
#include "sql_account.h"
#include "sql_demo.h"
#include "tools/demo/demo.h"
#include "tools/files.h"

enum { ARENA_BYTES = 1024 * 1024 * 1024, SMALL_PEOPLE = 62, SMALL_DAYS = 120, STAFF = 6, MAIL_DAYS = 30, HOUR = 3600 };

void must(struct demo *d, bool done, const char *what)
{
	if (!done || d->work.trouble != TROUBLE_NONE)
		die("the demo site cannot be made: %s, %d days ago", what, d->day);
}

void at(struct demo *d, int hour, int64_t person_id)
{
	const char *today = day_add(d->work.arena, d->start_day, -d->day);
	int64_t now = day_end(day_add(d->work.arena, today, -1)) + (int64_t)hour * HOUR + chance("minute", d->day, person_id + hour) % HOUR;

	d->work.now = now < d->start ? now : d->start;
	d->work.today = today;
	d->work.person_id = person_id;
}

int days_since(const struct demo *d, int64_t moment)
{
	return (int)day_between(day_of(d->work.arena, moment), d->work.today);
}

static void live_a_day(struct demo *d)
{
	at(d, 2, 0);
	night_run(&d->work);
	must(d, true, "night");
	/* Of today there is the night alone, so that what is asked for today is still to be done. */
	if (!d->day)
		return;
	desk_morning(d);
	arrive(d);
	answer_proposals(d);
	live_pairs(d);
	read_lessons(d);
	say_how_they_are(d);
	events_of_day(d);
	must(d, true, "a day");
}

static void make(struct demo *d, const char *folder, const char *address)
{
	day_use_rule("GMT0BST,M3.5.0/1,M10.5.0");
	d->start_day = day_of(d->arena, d->start);
	d->day = d->days;
	d->programmes = demo_programmes;
	words_read(d, folder);
	cast_read(d, folder);
	must(d, db_begin_write(&d->work), "begin");
	at(d, 9, 0);
	charity_make(d, address);
	while (d->people && d->day > 0) {
		d->day--;
		arena_reset(d->work.arena);
		live_a_day(d);
	}
	sql_demo_mail_sent(&d->work);
	sql_demo_mail_forget(&d->work, &(struct demo_mail_forget_in){ d->start - (int64_t)MAIL_DAYS * DAY });
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

/* The words after `make`: sizes, then two more. Returns where those begin, or 0. */
static int read_size(struct demo *d, int argc, char **argv)
{
	int64_t people = 200, days = 365;
	int i = 2;

	for (; i < argc && text_starts(argv[i], "--"); i++) {
		if (text_is(argv[i], "--small"))
			people = SMALL_PEOPLE, days = SMALL_DAYS;
		else if (text_is(argv[i], "--empty"))
			people = 0, days = SMALL_DAYS;
		else if (i + 1 == argc || !text_is_count(argv[i + 1], text_is(argv[i], "--people") ? &people : &days))
			return 0;
		else
			i++;
	}
	bool small = people <= SMALL_PEOPLE;
	d->people = (int)people;
	d->days = (int)days;
	d->programme_count = small ? 2 : PROGRAMMES_MOST;
	d->staff_count = small ? 3 : STAFF;
	return argc - i == 2 && people >= 0 && people < 20000 && days >= SMALL_DAYS && days < 2000 ? i : 0;
}

int main(int argc, char **argv)
{
	struct demo d = { .start = clock_now() };
	bool doors = argc == 3 && text_is(argv[1], "doors");
	int first = argc > 1 && text_is(argv[1], "make") ? read_size(&d, argc, argv) : 0;
	const char *folder = getenv("SITE");

	if (!folder || (!first && !doors))
		die("use: SITE=FOLDER bothways-demo make [--small | --empty | --people N --days N] DATA-FOLDER ADDRESS, or doors ADDRESS");
	d.arena = arena_new(ARENA_BYTES);
	if (first && !site_make(arena_printf(d.arena, "%s/data", folder), true))
		return 1;
	struct site *site = site_open(argv[0]);
	if (site->state != SITE_READY)
		die("the site of %s cannot be opened", folder);
	d.work = (struct work){ .arena = arena_new(ARENA_BYTES), .db = site->db, .key = &site->key, .request = "demo", .now = d.start };
	if (first) {
		make(&d, argv[first], argv[first + 1]);
		printf("%d people and %d days, made in %.1f s\n", d.people, d.days, (double)clock() / CLOCKS_PER_SEC);
	} else {
		print_doors(&d, argv[2]);
	}
	site_close(site);
	arena_free(d.work.arena);
	arena_free(d.arena);
	return 0;
}
