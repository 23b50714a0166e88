/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What is printed and posted to whoever has no e-mail: one run, a page each; and what of it is in the post. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-people-views.h"
#include "cgi-bin/desk/people.h"
#include "domain/audit.h"
#include "pages_desk.h"
#include "post/post.h"

enum { RUN_MOST = 50 };

struct list letter_paragraphs(struct arena *arena, const char *text)
{
	struct desk_paragraph *rows = arena_array(arena, strlen(text) / 2 + 1, sizeof *rows);
	struct list list = { rows, 0 };

	while (*text) {
		const char *end = strstr(text, "\n\n");
		size_t length = end ? (size_t)(end - text) : strlen(text);
		if (length)
			rows[list.count++].words = arena_slice(arena, text, length);
		text += length + strspn(text + length, "\n");
	}
	return list;
}

/* What the site says of itself in each language, read once. */
struct spoken {
	const char *language, *dir;
	struct settings settings;
};

static const struct spoken *spoken_in(struct request *q, struct spoken *all, size_t *count, const char *language)
{
	for (size_t i = 0; i < *count; i++)
		if (text_is(all[i].language, language))
			return &all[i];
	all[*count] = (struct spoken){ language, language_use(q->work.arena, language).dir, site_settings(&q->work, language) };
	return &all[(*count)++];
}

struct outcome letters_show(struct request *q, void *into)
{
	struct desk_letters *view = into;
	unsigned who = q->visitor.who;
	struct list waiting = sql_letters_waiting(&q->work, &(struct letters_waiting_in){ .is_lead = (who & LEAD) != 0, .is_coordinator = (who & COORDINATOR) != 0 });
	struct desk_letter *rows = arena_array(q->work.arena, waiting.count + 1, sizeof *rows);
	struct spoken *languages = arena_array(q->work.arena, waiting.count + 1, sizeof *languages);
	struct post_letter letter;
	size_t spoken = 0;

	view->further = waiting.count > RUN_MOST;
	for (size_t i = 0; i < waiting.count && i < RUN_MOST; i++) {
		const struct letters_waiting *row = list_row(&letters_waiting_view, waiting, i);
		const struct spoken *in = spoken_in(q, languages, &spoken, row->language);
		if (!post_letter(&q->work, q->site, &in->settings, &(struct post_to){ row->kind, row->language, row->person_id }, &letter))
			continue;
		rows[view->rows.count++] = (struct desk_letter){ .outbox_id = row->outbox_id, .full_name = row->full_name, .address = row->address, .subject = letter.subject, .lang = letter.language, .dir = in->dir,
			.paragraphs = letter_paragraphs(q->work.arena, letter.text), .ticked = true };
	}
	view->rows.rows = rows;
	language_use(q->work.arena, q->language.code);
	q->formless = view->rows.count == 0;
	return shown;
}

struct outcome letters_posted(struct request *q, const void *answers)
{
	const struct desk_letters_form *f = answers;
	struct letter_posted row;
	unsigned who = q->visitor.who;
	struct letter_posted_in in = { .now = q->work.now, .is_lead = (who & LEAD) != 0, .is_coordinator = (who & COORDINATOR) != 0 };

	/* A lead's letter in the story of somebody who has left would tell as much as the letter. */
	for (size_t i = 0; i < f->letters.count; i++)
		if (text_is_count(f->letters.values[i], &in.outbox_id) && sql_letter_posted(&q->work, &in, &row))
			audit_add(&q->work, row.of_erasure ? "erase.letter" : "letter.post", "person", row.person_id, "");
	return when(q, true, next_page);
}

static bool is_among(struct list possible, const char *kind)
{
	for (size_t i = 0; i < possible.count; i++)
		if (text_is(((const struct letters_possible *)list_row(&letters_possible_view, possible, i))->kind, kind))
			return true;
	return false;
}

/* No row of the outbox stands behind it, so no code or address that signs in could be in it. */
static struct list letter_of(struct request *q, const struct person_shown *person, const char *kind)
{
	struct desk_letter *row = arena_array(q->work.arena, 1, sizeof *row);
	const char *dir = language_use(q->work.arena, person->language).dir;
	struct settings settings = site_settings(&q->work, person->language);
	struct post_letter letter;

	if (!post_letter(&q->work, q->site, &settings, &(struct post_to){ kind, person->language, person->person_id }, &letter))
		return (struct list){ NULL, 0 };
	*row = (struct desk_letter){ .full_name = person->full_name, .address = person->address, .subject = letter.subject, .lang = letter.language, .dir = dir,
		.paragraphs = letter_paragraphs(q->work.arena, letter.text) };
	return (struct list){ row, 1 };
}

struct outcome letter_show(struct request *q, void *into)
{
	struct desk_one_letter *view = into;
	const char *kind = query_value(q, "kind");
	struct list possible;

	if (!sql_person_shown(&q->work, &(struct person_shown_in){ param_id(q) }, &view->person) || text_is(view->person.state, "died"))
		return missing;
	possible = sql_letters_possible(&q->work, &(struct letters_possible_in){ .person_id = param_id(q), .now = q->work.now });
	struct desk_letter_kind *kinds = arena_array(q->work.arena, possible.count + 1, sizeof *kinds);
	for (size_t i = 0; i < possible.count; i++) {
		const struct letters_possible *row = list_row(&letters_possible_view, possible, i);
		kinds[i] = (struct desk_letter_kind){ row->kind, post_subject(q->work.arena, &q->settings, row->kind, q->language.code) };
	}
	view->kinds = (struct list){ kinds, possible.count };
	view->is_here = text_is(view->person.state, "active") || text_is(view->person.state, "paused");
	if (*kind && !is_among(possible, kind))
		return missing;
	if (*kind)
		view->letters = letter_of(q, &view->person, kind);
	language_use(q->work.arena, q->language.code);
	return shown;
}

void letter_noted(struct request *q)
{
	const struct desk_one_letter *view = q->view;

	if (view->letters.count)
		audit_add(&q->work, "letter.print", "person", param_id(q), "");
}
