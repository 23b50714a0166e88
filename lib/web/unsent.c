/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A login that ran out while somebody typed: what was typed is kept, sealed, until the same person is
   back on the same page. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "sql_once.h"
#include "web/internal.h"

enum { KEPT_SECONDS = 86400 };

static const char *whole_path(const struct request *q)
{
	return arena_printf(q->work.arena, "%s%s", q->program->name, q->path);
}

void keep_unsent(struct request *q)
{
	struct arena *arena = q->work.arena;
	struct buffer typed = buffer_in(arena, 1024);

	for (size_t i = 0; i < q->sent.count; i++) {
		const struct http_pair *pair = &q->sent.pairs[i];
		if (!text_is(pair->name, "token") && !text_is(pair->name, "once"))
			buffer_printf(&typed, "%s=%s&", text_encoded(arena, pair->name), text_encoded(arena, pair->value));
	}
	struct work apart = q->work;
	if (!db_begin_write(&apart))
		return;
	sql_unsent_keep(&apart, &(struct unsent_keep_in){ .person_id = q->visitor.own_id, .path = whole_path(q),
		.sealed = crypto_seal(arena, q->work.key, "unsent", buffer_string(&typed)), .now = q->work.now });
	db_commit(&apart);
}

bool find_unsent(struct request *q)
{
	struct unsent_one row;
	struct arena *arena = q->work.arena;

	if (!(q->visitor.who & PERSON) || !q->template || !template_has_form(q->template))
		return false;
	if (!sql_unsent_one(&q->work, &(struct unsent_one_in){ .person_id = q->visitor.own_id, .path = whole_path(q),
			.since = q->work.now - KEPT_SECONDS }, &row))
		return false;
	const char *typed = crypto_unseal(arena, q->work.key, "unsent", row.sealed);
	return typed && http_pairs_read(arena, typed, strlen(typed), FIELDS_MAX_SENT, &q->sent);
}

void forget_unsent(struct request *q)
{
	if (q->visitor.who & PERSON)
		sql_unsent_done(&q->work, &(struct unsent_done_in){ .person_id = q->visitor.own_id, .path = whole_path(q) });
}
