/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The main of every page program. */
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/log.h"
#include "base/text.h"
#include "language/words.h"
#include "post/post.h"
#include "web/internal.h"

/* "/cgi-bin" and ".cgi" of "/cgi-bin/signup.cgi". */
static struct link_base links_of(struct arena *arena, const char *script)
{
	const char *slash = strrchr(script, '/');
	const char *file = slash ? slash + 1 : script;
	const char *dot = strchr(file, '.');

	return (struct link_base){ arena_slice(arena, script, slash ? (size_t)(slash - script) : 0), arena_copy(arena, dot) };
}

/* A test measures by it that no page does more where there are more people. */
static void log_work(struct request *q)
{
	const struct db_worked w = db_worked(q->work.db);

	if (text_is(q->settings.demo, "work"))
		log_line("%s work %s%s statements %lld rows %lld steps %lld", q->work.request, q->program->name, q->page ? q->page->path : "",
			 (long long)w.statements, (long long)w.rows, (long long)w.steps);
}

static void answer(void *context, struct arena *arena, const struct http_request *http, struct http_answer *answer)
{
	struct site *site = context;
	struct request *q = arena_alloc(arena, sizeof *q);

	site_retry(site);
	*q = (struct request){
		.site = site, .http = http, .answer = answer, .program = &page_program,
		.links = links_of(arena, http->script),
		.work = { .arena = arena, .db = site->db, .key = &site->key, .request = crypto_code(arena), .now = clock_now() },
	};
	q->work.today = day_of(arena, q->work.now);
	answer_outcome(q, route(q));
	/* A site of script/server has its nights when somebody says so. */
	site->night_due = q->work.db && !*q->settings.demo && q->settings.setup_done_at && !text_is(q->settings.night_day, q->work.today);
	if (q->work.db)
		log_work(q);
	/* This program is an old one, still running: the one that lies there now is to take its place. */
	if (q->work.trouble == TROUBLE_NEWER || site->state == SITE_NEWER)
		http_begin_anew();
}

static void after(void *context, struct arena *arena)
{
	struct site *site = context;

	/* What only a look at the desk is shown goes out in no mail. */
	words_drafts(false);
	post_send_one(site, arena);
	if (site->night_due)
		site_night_start(arena, site);
	site->night_due = false;
	if (site->db)
		db_tidy(site->db);
}

int main(int argc, char **argv)
{
	/* Not closed at the end: taking apart what SQLite knows costs a tenth of a page, and the process is over. */
	static struct site *site;

	site = site_open(argc > 0 ? argv[0] : page_program.name);
	const struct http_program program = { site, answer, after, ARENA_MAX, argv, site->program };
	return http_run(&program);
}
