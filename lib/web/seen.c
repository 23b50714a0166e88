/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Two at the desk never undo each other: a form says what it was filled with and what was last done to its subject
   when it was shown. Where somebody else has filled it otherwise, or done something since, the second is told, and
   keeps what they typed. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "sql_audit.h"
#include "web/internal.h"

enum { SEEN_LENGTH = 16 };

/* Elsewhere a form is its one person's own, who may go Back and press again. */
static bool is_shared(const struct request *q)
{
	return q->program->section == SECTION_DESK && q->page && q->template && q->view && template_has_form(q->template);
}

static const char *hashed(struct request *q, const char *what)
{
	return arena_slice(q->work.arena, crypto_keyed(q->work.arena, q->work.key, "seen", what), SEEN_LENGTH);
}

/* The page's noun and number, /signup/:signup_id, are what the audit calls its subject. */
static struct audit_last_of last_change(struct request *q)
{
	struct audit_last_of last = { .call_name = "" };
	const char *colon = strchr(q->page->path, ':');

	if (q->changing) {
		sql_audit_last_of(&q->work, &(struct audit_last_of_in){ .subject = q->changing, .subject_id = q->changing_id }, &last);
		return last;
	}
	if (!colon || !text_ends(colon, "_id"))
		return last;
	const struct audit_last_of_in in = { .subject = arena_slice(q->work.arena, colon + 1, strlen(colon + 1) - strlen("_id")),
		.subject_id = param_id(q) };
	sql_audit_last_of(&q->work, &in, &last);
	return last;
}

/* Two hashes: the fields, and the number of the change, which nobody is to count. */
static const char *seen_now(struct request *q, const struct audit_last_of *last)
{
	const char *filled = template_filled(q->work.arena, q->template, q->view);
	const char *fields = hashed(q, q->beside ? arena_printf(q->work.arena, "%s%s", filled, q->beside) : filled);

	return arena_printf(q->work.arena, "%s%s", fields, hashed(q, arena_printf(q->work.arena, "%lld", (long long)last->id)));
}

const char *seen_of(struct request *q)
{
	const char *sent = http_pair(&q->sent, "filled");

	if (!is_shared(q))
		return "";
	/* Another language in the middle of a form is no look at it anew. */
	if (sent && http_pair(&q->sent, "to_lang"))
		return sent;
	const struct audit_last_of last = last_change(q);
	return seen_now(q, &last);
}

bool seen_differs(struct request *q)
{
	const char *sent = http_pair(&q->sent, "filled");

	if (!sent || !is_shared(q))
		return false;
	const struct audit_last_of last = last_change(q);
	const char *now = seen_now(q, &last);
	/* Whoever goes Back to their own and presses again, means it. */
	if (text_is(sent, now) || last.person_id == q->work.person_id)
		return false;
	/* What the clock does leaves the fields as they are, and no press undoes it. */
	return last.person_id || strncmp(sent, now, SEEN_LENGTH) != 0;
}

/* What would be lost with the form: long texts. */
static struct list long_texts(struct request *q)
{
	const struct form *form = q->answers.form;
	struct typed_text *rows = arena_array(q->work.arena, form->count + 1, sizeof *rows);
	struct list list = { rows, 0 };

	for (size_t i = 0; i < form->count; i++) {
		const struct texts typed = q->answers.of[i].typed;
		if (form->fields[i].kind == FIELD_LONG_TEXT && typed.count && *typed.values[0])
			rows[list.count++].words = typed.values[0];
	}
	return list;
}

struct outcome show_changed(struct request *q)
{
	struct outcome outcome = changed;

	q->work.trouble = TROUBLE_NONE;
	if (!q->template || !q->page || !db_begin_read(&q->work))
		return outcome;
	q->facts.changed = true;
	q->facts.changed_by = "";
	if (q->typed)
		q->facts.typed = long_texts(q);
	if (q->program->section == SECTION_DESK) {
		struct audit_last_of last = last_change(q);
		q->facts.changed_by = last.person_id == q->work.person_id ? "" : last.call_name;
		q->facts.changed_at = last.at;
	}
	q->formless = false;
	if (read_view(q).kind == OUTCOME_PAGE) {
		fill_facts(q);
		outcome = (struct outcome){ OUTCOME_ANSWERED, NULL };
	}
	db_end_read(&q->work);
	if (outcome.kind == OUTCOME_ANSWERED)
		render_page(q, 409);
	return outcome;
}
