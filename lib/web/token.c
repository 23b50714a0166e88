/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* That a form is ours and was sent from our page; and that a second press does nothing twice. */
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "web/internal.h"

/* Of the browser's own token where it has one; else of the page and the day. */
static const char *token_of(struct request *q, const char *day)
{
	struct arena *arena = q->work.arena;

	if (q->visitor.known)
		return crypto_keyed(arena, q->work.key, "form", q->visitor.token);
	return crypto_keyed(arena, q->work.key, "form of a visitor",
			    arena_printf(arena, "%s%s %s", q->program->name, q->path, day));
}

/* Whose page it is, where a coordinator fills it in: a form never reaches another person's. */
static const char *mark_of(const struct request *q)
{
	bool helps = q->visitor.helps_id && q->page && q->page->helped;

	return helps ? arena_printf(q->work.arena, ".%lld", (long long)q->visitor.helps_id) : "";
}

const char *form_token(struct request *q)
{
	return arena_printf(q->work.arena, "%s%s", token_of(q, q->work.today), mark_of(q));
}

static bool is_of_another(const struct request *q, const char *token)
{
	const char *mark = strchr(token, '.');

	return q->page && q->page->helped && !text_is(mark ? mark : "", mark_of(q));
}

/* https://charity.example and "charity.example" are one place. */
static bool is_own_origin(const struct request *q, const char *origin)
{
	const char *host = strstr(origin, "://");

	return host && text_is(host + 3, q->http->host);
}

static bool is_from_here(const struct request *q)
{
	if (*q->http->fetch_site)
		return text_is(q->http->fetch_site, "same-origin");
	return !*q->http->origin || is_own_origin(q, q->http->origin);
}

enum token_state check_token(struct request *q)
{
	const char *token = http_pair(&q->sent, "token");

	if (!is_from_here(q))
		return TOKEN_FOREIGN;
	if (!token)
		return TOKEN_STALE;
	if (is_of_another(q, token))
		return TOKEN_OTHER;
	token = arena_slice(q->work.arena, token, strcspn(token, "."));
	if (crypto_same(token, token_of(q, q->work.today)))
		return TOKEN_GOOD;
	const char *yesterday = day_add(q->work.arena, q->work.today, -1);
	return crypto_same(token, token_of(q, yesterday)) ? TOKEN_GOOD : TOKEN_STALE;
}

const char *once_key(struct request *q)
{
	struct buffer all = buffer_in(q->work.arena, 1024);
	const char *once = http_pair(&q->sent, "once");

	if (!once || !*once)
		return NULL;
	/* With all that was sent: whoever goes back, changes an answer and presses again, means it. */
	buffer_printf(&all, "%s%s", q->program->name, q->path);
	for (size_t i = 0; i < q->sent.count; i++)
		if (!text_is(q->sent.pairs[i].name, "token"))
			buffer_printf(&all, "\n%s=%s", q->sent.pairs[i].name, q->sent.pairs[i].value);
	return crypto_keyed(q->work.arena, q->work.key, "once", buffer_string(&all));
}
