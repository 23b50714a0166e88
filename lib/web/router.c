/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The order of a request, the same for every page:
     limits; bytes that are not UTF-8 refused; (read transaction:) settings, who it is, language; token
     and origin; a second press; who may; what the page shows; the form judged; (end of it) counting;
     slow hashing; (write transaction:) keep, commit; answer. */
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "language/words.h"
#include "sql_browser.h"
#include "sql_once.h"
#include "web/internal.h"

enum { A_DAY = 86400 };

static const struct outcome answered = { OUTCOME_ANSWERED, NULL };
static const struct outcome stopped = { OUTCOME_STOPPED, NULL };

static const char *state_kind(enum site_state state)
{
	switch (state) {
	case SITE_NO_DATA:
	case SITE_NO_KEY: return "no-data";
	case SITE_NO_DATABASE: return "no-database";
	case SITE_OLDER: return "older";
	case SITE_STUCK: return "stuck";
	case SITE_NEWER: return "newer";
	default: return "damaged";
	}
}

/* Everything that has to be known before the page is asked. */
static void learn(struct request *q)
{
	q->settings = site_settings(&q->work, "");
	q->work.today = day_of(q->work.arena, q->work.now);
	find_visitor(q);
	/* Whoever may write words at the desk looks at any page with those that nobody sees yet. */
	words_drafts(!is_post(q) && q->visitor.who & (COORDINATOR | KEEPER) && *query_value(q, "draft"));
	choose_language(q);
	if (!text_is(q->language.code, "en"))
		q->settings = site_settings(&q->work, q->language.code);
	q->known.now = q->work.now;
	q->known.today = q->work.today;
	q->known.person_id = q->visitor.helps_id && q->page->helped ? q->visitor.helps_id : q->work.person_id;
	q->known.signup_id = q->visitor.signup_id;
}

/* Somebody who may not: is there a way for them to become somebody who may? */
static struct outcome turn_away(struct request *q)
{
	const struct visitor *v = &q->visitor;
	unsigned signed_in = PERSON | COORDINATOR | LEAD | TRUSTEE | KEEPER | READER;

	if (q->page->who & DEMO)
		return missing;
	if (q->page->who & SETTER)
		return refuse(q, 403, "setup-closed");
	q->unsent = is_post(q) && (v->run_out || v->who & HALF);
	const char *back = arena_printf(q->work.arena, "?to=%s%s", q->program->name, text_encoded(q->work.arena, q->path));
	if (v->who & HALF && q->page->who & signed_in)
		return go_to(q, "account", arena_printf(q->work.arena, "%s%s", v->has_app ? "/app" : "/enrol", back));
	if (q->page->who & OWNER && !(v->who & OWNER) && !(q->page->who & signed_in))
		return refuse(q, 403, v->has_sent ? "sent" : "no-signup");
	if (!(v->who & PERSON))
		return go_to(q, "account", arena_printf(q->work.arena, "/sign-in%s", back));
	return denied;
}

struct outcome read_view(struct request *q)
{
	const struct page_reads *reads = &q->page->reads;

	q->view = arena_alloc(q->work.arena, q->template ? q->template->view->size + 1 : 1);
	if (reads->statement)
		return run_reads(q, reads->statement, q->view) ? shown : q->work.trouble == TROUBLE_NONE ? missing : stopped;
	if (reads->show) {
		struct outcome outcome = reads->show(q, q->view);
		return q->work.trouble == TROUBLE_NONE ? outcome : stopped;
	}
	return shown;
}

static void read_answers(struct request *q)
{
	struct arena *arena = q->work.arena;
	struct form *form = arena_alloc(arena, sizeof *form);
	struct sent *sent = arena_array(arena, q->sent.count + 1, sizeof *sent);

	*form = template_form(q->template);
	for (size_t i = 0; i < q->sent.count; i++)
		sent[i] = (struct sent){ q->sent.pairs[i].name, q->sent.pairs[i].value };
	q->sending = (struct form_sending){ sent, q->sent.count, template_offers(arena, q->template, q->view), language_months(arena) };
	q->answers = form_read(arena, form, &q->sending);
	q->typed = true;
}

static struct outcome get(struct request *q)
{
	struct outcome outcome = read_view(q);

	if (outcome.kind == OUTCOME_PAGE && find_unsent(q)) {
		read_answers(q);
		q->facts.kept = true;
	}
	if (outcome.kind == OUTCOME_PAGE && !q->template)
		return missing;
	return outcome;
}

/* The part of a POST that only reads. OUTCOME_NEXT: the form is good. */
static struct outcome judge(struct request *q, enum token_state token)
{
	struct outcome outcome = read_view(q);

	/* At the desk, what was there when the page was shown is gone because somebody was faster. */
	if (outcome.kind == OUTCOME_MISSING && q->program->section == SECTION_DESK && token == TOKEN_GOOD)
		return changed;
	if (outcome.kind != OUTCOME_PAGE)
		return outcome;
	if (!q->template)
		return token == TOKEN_GOOD ? next_page : denied;
	read_answers(q);
	if (http_pair(&q->sent, "to_lang"))
		return shown;
	if (token == TOKEN_STALE) {
		q->facts.stale = true;
		render_page(q, 403);
		return answered;
	}
	if (seen_differs(q))
		return changed;
	form_judge(q->work.arena, &q->answers, &q->sending);
	if (q->answers.refused)
		return (struct outcome){ OUTCOME_INVALID, NULL };
	return q->page->looks ? q->page->looks(q) : next_page;
}

static const char *next_path(struct request *q)
{
	const char *back = query_value(q, "then");
	bool after = false;

	/* Change links on the page that checks the answers come back to it. */
	for (size_t i = 0; *back && i < q->program->page_count; i++)
		if (text_is(q->program->pages[i].path, back))
			return back;
	if (q->page->next)
		return q->page->next;
	for (size_t i = 0; i < q->program->page_count; i++) {
		const struct page *page = &q->program->pages[i];
		if (after && page->question && (!page->applies || page->applies(q)))
			return page->path;
		after |= page == q->page;
	}
	return q->path;
}

static struct outcome run_keep(struct request *q, const void *answers)
{
	const struct page_keeps *keeps = &q->page->keeps;

	if (keeps->keep)
		return keeps->keep(q, answers);
	const struct view *form = q->template ? q->template->form_view : NULL;
	return when(q, run_keeps(q, keeps->statement, form, answers), next_page);
}

/* What a signed-in person's language is now. */
static void keep_language(struct request *q)
{
	if (q->visitor.who & PERSON && q->visitor.person_id == q->visitor.own_id && !text_is(q->visitor.language, q->language.code))
		sql_person_speaks(&q->work, &(struct person_speaks_in){ .language = q->language.code, .person_id = q->visitor.person_id });
}

/* For a day, a second press of the same leads where the first did. */
static void remember(struct request *q, const char *once, const char *where)
{
	if (once[0] == 'A')
		sql_once_forget(&q->work, &(struct once_forget_in){ q->work.now - A_DAY });
	sql_once_add(&q->work, &(struct once_add_in){ .key = once, .path = where, .now = q->work.now });
}

/* In the write transaction. */
static struct outcome keep(struct request *q, const void *answers, const char *once)
{
	struct once_path before;

	if (once && sql_once_path(&q->work, &(struct once_path_in){ once }, &before))
		return (struct outcome){ OUTCOME_REDIRECT, before.path };
	/* What was read before the lock may have changed before it. */
	if (http_pair(&q->sent, "filled") && (read_view(q).kind != OUTCOME_PAGE || seen_differs(q)))
		return changed;
	struct outcome outcome = run_keep(q, answers);
	if (q->work.trouble != TROUBLE_NONE)
		return stopped;
	if (outcome.kind == OUTCOME_NEXT && !outcome.where)
		outcome = go_to(q, q->program->name, next_path(q));
	if (outcome.kind != OUTCOME_REDIRECT)
		return outcome;
	keep_language(q);
	forget_unsent(q);
	if (once)
		remember(q, once, outcome.where);
	return outcome;
}

static struct outcome write_kept(struct request *q, const void *answers, const char *once)
{
	if (!db_begin_write(&q->work))
		return stopped;
	struct outcome outcome = keep(q, answers, once);
	if (outcome.kind != OUTCOME_REDIRECT) {
		db_rollback(&q->work);
		return outcome;
	}
	return db_commit(&q->work) ? outcome : stopped;
}

static struct outcome count_first(struct request *q, const void *answers)
{
	if (!q->page->counts)
		return shown;
	if (!db_begin_write(&q->work))
		return stopped;
	struct outcome outcome = q->page->counts(q, answers);
	return db_commit(&q->work) ? outcome : stopped;
}

/* The part of a POST that writes. */
static struct outcome act(struct request *q)
{
	const struct view *view = q->template ? q->template->form_view : NULL;
	void *answers = arena_alloc(q->work.arena, view ? view->size : 1);
	struct outcome outcome;

	if (view)
		form_fill(q->work.arena, &q->answers, view, answers);
	outcome = count_first(q, answers);
	if (outcome.kind == OUTCOME_PAGE && q->page->slow)
		outcome = q->page->slow(q, answers);
	if (outcome.kind != OUTCOME_PAGE)
		return outcome;
	return write_kept(q, answers, once_key(q));
}

static struct outcome post(struct request *q)
{
	enum token_state token = check_token(q);
	const char *once = once_key(q);
	struct once_path before;

	if (token == TOKEN_FOREIGN)
		return refuse(q, 403, "foreign");
	if (token == TOKEN_OTHER)
		return refuse(q, 403, "help-over");
	if (once && sql_once_path(&q->work, &(struct once_path_in){ once }, &before)) {
		give_login_again(q);
		return (struct outcome){ OUTCOME_REDIRECT, before.path };
	}
	if (!(q->page->who & q->visitor.who))
		return turn_away(q);
	return judge(q, token);
}

/* A page, or a download, which its show answers with. */
static bool is_looked_at(const struct request *q, struct outcome outcome)
{
	return outcome.kind == OUTCOME_PAGE || (outcome.kind == OUTCOME_ANSWERED && q->page->type && q->answer->status == 200);
}

/* The few things that a GET writes. */
static void note(struct request *q, struct outcome outcome)
{
	note_seen(q);
	if (is_post(q) || !q->page || !q->page->noted || !is_looked_at(q, outcome) || !db_begin_write(&q->work))
		return;
	q->page->noted(q);
	db_commit(&q->work);
}

/* Set-up makes the site that is not there; every other program says that it is not. */
static const char *why_not_ready(struct request *q)
{
	bool nothing = q->site->state == SITE_NO_DATA || q->site->state == SITE_NO_KEY;
	const char *kind = nothing && q->program->prepare ? q->program->prepare(q) : state_kind(q->site->state);

	q->work.db = q->site->db;
	return kind;
}

struct outcome route(struct request *q)
{
	struct outcome outcome;

	q->settings = (struct settings){ .site_name = "Bothways", .phone = "", .phone_hours = "", .email = "", .post_address = "", .colour = "", .colour_dark = "", .languages = "en",
		.source_address = "", .demo = "", .hidden_languages = "", .address = "", .ending = "" };
	q->visitor = (struct visitor){ .who = ANYONE, .cookie = "", .token = "", .call_name = "", .language = "", .wanted = "", .helped_name = "" };
	words_drafts(false);
	q->language = language_use(q->work.arena, "en");
	outcome = receive(q);
	if (outcome.kind == OUTCOME_ANSWERED)
		return outcome;
	const char *unready = q->site->state == SITE_READY ? NULL : why_not_ready(q);
	if (unready)
		return refuse(q, 503, unready);
	if (!db_begin_read(&q->work))
		return stopped;
	learn(q);
	if (outcome.kind == OUTCOME_PAGE)
		outcome = is_post(q) ? post(q) : q->page->who & q->visitor.who ? get(q) : turn_away(q);
	if (outcome.kind == OUTCOME_PAGE || outcome.kind == OUTCOME_INVALID)
		fill_facts(q);
	db_end_read(&q->work);
	if (q->unsent)
		keep_unsent(q);
	if (is_post(q) && outcome.kind == OUTCOME_NEXT)
		outcome = act(q);
	else if (q->work.trouble == TROUBLE_NONE)
		note(q, outcome);
	if (outcome.kind == OUTCOME_CHANGED || q->work.trouble == TROUBLE_CHANGED)
		return show_changed(q);
	return q->work.trouble == TROUBLE_NONE ? outcome : stopped;
}
