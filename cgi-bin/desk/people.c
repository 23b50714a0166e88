/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Finding somebody; all that there is about one person. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-people-views.h"
#include "cgi-bin/desk/people.h"
#include "crypto/crypto.h"
#include "domain/find.h"
#include "domain/merge.h"
#include "pages_desk.h"
#include "sql_programme.h"
#include "sql_report.h"

enum { SHOWN_MOST = 50 };

static const char *one_of(const char *asked, const char *words, const char *otherwise)
{
	return *asked && text_has_word(words, asked) ? asked : otherwise;
}

/* Where a page goes on is sealed with what stood there last, so that no address holds a name. */
static void go_on_from(struct request *q, struct desk_people *view, const char *word, int64_t id)
{
	view->further = true;
	view->after = crypto_seal(q->work.arena, q->work.key, "people page", arena_printf(q->work.arena, "%lld %s", (long long)id, word));
}

static const char *came_from(struct request *q, int64_t *id)
{
	const char *sent = query_value(q, "after");
	const char *plain = *sent ? crypto_unseal(q->work.arena, q->work.key, "people page", sent) : NULL;
	char *end;

	*id = 0;
	if (!plain)
		return "";
	*id = strtoll(plain, &end, 10);
	return *end ? end + 1 : "";
}

static const char *first_line(struct arena *arena, const char *lines)
{
	return arena_slice(arena, lines, strcspn(lines, "\n"));
}

/* Of those who have a word, all that fit are put in order; page by page by how many were shown. */
static void find_by_word(struct request *q, struct desk_people *view, struct people_some_in *in, struct texts words)
{
	struct people_reach_word row;

	in->how = "word";
	in->start = words.values[0];
	in->beyond = find_beyond(q->work.arena, words.values[0]);
	in->also = words.count > 1 ? words.values[1] : "";
	in->besides = words.count > 2 ? words.values[2] : "";
	view->rows = sql_people_some(&q->work, in);
	view->too_many = view->rows.count > SHOWN_MOST
		|| sql_people_reach_word(&q->work, &(struct people_reach_word_in){ .start = in->start, .beyond = in->beyond }, &row);
	if (view->rows.count > SHOWN_MOST)
		view->rows.count = SHOWN_MOST;
}

/* One page of all: after the last that was shown, or after the last that was looked at where fewer fit. */
static void walk(struct request *q, struct desk_people *view, struct people_some_in *in)
{
	struct people_reach_name name;
	struct people_reach_newest newest;
	bool by_name = text_is(in->how, "name");

	view->rows = sql_people_some(&q->work, in);
	if (view->rows.count > SHOWN_MOST) {
		view->rows.count = SHOWN_MOST;
		const struct people_some *last = list_row(&people_some_view, view->rows, SHOWN_MOST - 1);
		go_on_from(q, view, first_line(q->work.arena, last->found_by), last->person_id);
	} else if (by_name && sql_people_reach_name(&q->work, &(struct people_reach_name_in){ .after = in->after, .after_id = in->after_id }, &name)) {
		go_on_from(q, view, name.word, name.person_id);
	} else if (!by_name && sql_people_reach_newest(&q->work, &(struct people_reach_newest_in){ in->after_id }, &newest)) {
		go_on_from(q, view, "", newest.person_id);
	}
	view->looked = view->further && view->rows.count < SHOWN_MOST;
}

struct outcome people_show(struct request *q, void *into)
{
	struct desk_people *view = into;
	struct texts words = find_words(q->work.arena, query_value(q, "words"));

	view->words = query_value(q, "words");
	view->sort = text_is(query_value(q, "sort"), "newest") ? "newest" : "name";
	view->state = one_of(query_value(q, "state"), "new active paused left died", "all");
	view->lacks = one_of(query_value(q, "lacks"), "ask offer mentor email", "all");
	if (!text_is_count(query_value(q, "programme"), &view->programme_id))
		view->programme_id = 0;
	view->programmes = sql_report_programmes(&q->work, &(struct report_programmes_in){ q->language.code });
	view->open = sql_programmes_open(&q->work, &(struct programmes_open_in){ q->language.code });
	view->asked = !text_is(view->state, "all") || !text_is(view->lacks, "all") || view->programme_id || text_is(view->sort, "newest");
	struct people_some_in in = { .how = view->sort, .start = "", .beyond = "", .also = "", .besides = "", .language = q->language.code,
		.state = view->state, .programme_id = view->programme_id, .lacks = view->lacks };
	in.after = came_from(q, &in.after_id);
	if (text_is(view->sort, "newest") && !in.after_id)
		in.after_id = INT64_MAX;
	view->after = "";
	if (words.count)
		find_by_word(q, view, &in, words);
	else if (!*view->words)
		walk(q, view, &in);
	view->nothing = !view->rows.count;
	return shown;
}

struct outcome people_ask(struct request *q, const void *answers)
{
	const struct desk_people_form *f = answers;
	struct arena *arena = q->work.arena;

	return go_to(q, "desk", arena_printf(arena, "/people?words=%s&sort=%s&state=%s&programme=%lld&lacks=%s#found", text_encoded(arena, f->words), f->sort, f->state,
					     (long long)f->programme_id, f->lacks));
}

/* Verbs of the audit, or their first parts, and the words of the story that say them. The first that fits. */
static const struct { const char *verb, *what; } told_as[] = {
	{ "signup.start", "signup-began" }, { "signup.join", "signup-began" }, { "signup.send", "signup-sent" }, { "signup.approve", "came-in" },
	{ "signup.check", "came-in" }, { "signup.phone", "by-phone" }, { "signup.paper", "on-paper" }, { "signup.file", "imported" }, { "signup.ask", "was-asked" }, { "signup.remind", "was-asked" }, { "signup.decline", "declined" },
	{ "signup.withdraw", "signup-over" }, { "signup.lapse", "signup-over" }, { "signup.", "details" }, { "person.pause", "rests" },
	{ "person.resume", "back" }, { "person.die", "died" }, { "person.undo", "not-died" }, { "person.leave", "left" }, { "person.return", "returned" },
	{ "person.merge", "merged" }, { "person.import", "imported" },
	{ "person.email-back", "" }, { "person.", "details" }, { "ask.", "ask" }, { "offer.", "offer" }, { "bar.", "ties" },
	{ "proposal.send", "proposal-sent" }, { "proposal.remind", "reminded" }, { "proposal.put-forward", "put-forward" }, { "proposal.put-again", "put-forward" }, { "proposal.by-hand", "put-forward" },
	{ "proposal.asked", "put-forward" }, { "proposal.suggested", "put-forward" }, { "proposal.invited", "put-forward" }, { "proposal.", "proposal" },
	{ "pair.begin", "pair-began" }, { "pair.pause", "pair-rests" }, { "pair.death", "pair-rests" }, { "pair.resume", "pair-goes-on" },
	{ "pair.release", "pair-goes-on" }, { "pair.undo", "pair-goes-on" }, { "pair.go-on", "pair-goes-on" }, { "pair.reopen", "pair-goes-on" },
	{ "pair.end", "pair-ended" }, { "pair.leave", "pair-ended" }, { "pair.told", "pair-ended" }, { "pair.close", "pair-ended" }, { "pair.", "pair" },
	{ "review.", "review" }, { "meeting.", "meeting" }, { "feedback.", "feedback" }, { "card.", "card" }, { "login.", "signed-in" },
	{ "help.begin", "helped" }, { "help.", "help-over" }, { "letter.print", "letter-print" }, { "letter.", "letter" },
	{ "lesson.read", "lesson" }, { "lesson.person", "lesson-person" }, { "lesson.undo", "lesson-not" },
};

static const char *what_was_done(const char *verb)
{
	for (size_t i = 0; i < sizeof told_as / sizeof *told_as; i++) {
		bool whole = !text_ends(told_as[i].verb, ".");
		if (whole ? text_is(told_as[i].verb, verb) : text_starts(verb, told_as[i].verb))
			return told_as[i].what;
	}
	return "";
}

/* Rows that say the same of the same day are one line. */
static void tell_story(struct request *q, struct desk_person *view, int64_t person_id)
{
	const char *from = query_value(q, "from");
	const char *plain = *from ? crypto_unseal(q->work.arena, q->work.key, "story", from) : NULL;
	struct list rows = sql_person_done(&q->work, &(struct person_done_in){ .person_id = person_id, .before = plain ? strtoll(plain, NULL, 10) : INT64_MAX });
	struct desk_done *done = arena_array(q->work.arena, rows.count + 1, sizeof *done);

	view->older = "";
	for (size_t i = 0; i < rows.count; i++) {
		const struct person_done *row = list_row(&person_done_view, rows, i);
		const struct desk_done *last = view->done.count ? &done[view->done.count - 1] : NULL;
		struct desk_done one = { .at = row->at, .what = what_was_done(row->verb), .who = row->person_id == person_id ? "" : row->who };
		if (i == SHOWN_MOST) {
			const struct person_done *before = list_row(&person_done_view, rows, i - 1);
			view->older = crypto_seal(q->work.arena, q->work.key, "story", arena_printf(q->work.arena, "%lld", (long long)before->id));
			break;
		}
		one.pair_id = text_is(row->subject, "pair") ? row->subject_id : 0;
		if (!*one.what || (last && text_is(last->what, one.what) && text_is(last->who, one.who) && last->pair_id == one.pair_id && last->at / 86400 == one.at / 86400))
			continue;
		done[view->done.count++] = one;
	}
	view->done.rows = done;
}

struct outcome person_show(struct request *q, void *into)
{
	struct desk_person *view = into;
	int64_t person_id = param_id(q);
	const char *language = q->language.code;

	if (!sql_person_shown(&q->work, &(struct person_shown_in){ person_id }, &view->person))
		return missing;
	view->signups = sql_person_signups(&q->work, &(struct person_signups_in){ .language = language, .person_id = person_id });
	view->asks = sql_person_asks(&q->work, &(struct person_asks_in){ .language = language, .person_id = person_id });
	view->offers = sql_person_offers(&q->work, &(struct person_offers_in){ .language = language, .person_id = person_id });
	view->pairs = sql_person_pairs(&q->work, &(struct person_pairs_in){ .language = language, .person_id = person_id });
	view->bars = open_bars(q, person_id);
	view->is_here = text_is(view->person.state, "active") || text_is(view->person.state, "paused");
	view->has_twins = merge_twins(&q->work, person_id).count > 0;
	view->measures = how_on_paper(q, view);
	view->lessons = lessons_told(&q->work, person_id);
	q->formless = !view->is_here || !view->lessons.count;
	tell_story(q, view, person_id);
	return shown;
}

/* One that is noted as done in person is taken back; any other is done. */
struct outcome person_press(struct request *q, const void *answers)
{
	const struct desk_person_form *f = answers;
	int64_t person_id = param_id(q);
	bool kept = lesson_undo(&q->work, person_id, f->lesson) || lesson_do(&q->work, person_id, f->lesson, "person");

	return when(q, kept, go_to(q, "desk", arena_printf(q->work.arena, "/person/%lld#lessons", (long long)person_id)));
}
