/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "post/bounce.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/text.h"
#include "crypto/crypto.h"

#define MARK "bothways-"
enum { TAG_LETTERS = 12, STATUS_MOST = 11 };

static const char *tag_of(struct arena *arena, const struct crypto_key *key, const char *numbers)
{
	return arena_slice(arena, crypto_keyed(arena, key, "message-id", numbers), TAG_LETTERS);
}

const char *bounce_mark(struct arena *arena, const struct crypto_key *key, int64_t outbox_id, int64_t now)
{
	const char *numbers = arena_printf(arena, "%lld-%lld", (long long)outbox_id, (long long)now);

	return arena_printf(arena, MARK "%s-%s", numbers, tag_of(arena, key, numbers));
}

static const char *count_at(const char *at, int64_t *number)
{
	*number = 0;
	if (*at < '0' || *at > '9')
		return NULL;
	for (; *at >= '0' && *at <= '9'; at++) {
		if (*number > INT64_MAX / 10 - 1)
			return NULL;
		*number = *number * 10 + (*at - '0');
	}
	return at;
}

/* 12-1772548200-3fB…: numbers, and the tag that only we can have made. */
static bool read_mark(struct arena *arena, const struct crypto_key *key, const char *at, struct bounce *b)
{
	const char *start = at;

	if (!(at = count_at(at, &b->outbox_id)) || *at != '-' || !(at = count_at(at + 1, &b->sent_at)) || *at != '-')
		return false;
	const char *tag = tag_of(arena, key, arena_slice(arena, start, (size_t)(at - start)));
	return strlen(at + 1) >= TAG_LETTERS && crypto_same(arena_slice(arena, at + 1, TAG_LETTERS), tag);
}

/* Anywhere after the name of the header, on its line or the next. */
static bool find_mark(struct arena *arena, const struct crypto_key *key, const char *text, struct bounce *b)
{
	for (const char *at = text; (at = strstr(at, "<" MARK)); at++)
		if (read_mark(arena, key, at + sizeof MARK, b))
			return true;
	return false;
}

/* What mail programs put before a line that is quoted. */
static const char *bare(const char *line)
{
	return line + strspn(line, "> \t");
}

/* The rest of a line that begins with a header's name, in any case; NULL: it does not. */
static const char *value_of(const char *line, const char *name)
{
	for (; *name; line++, name++) {
		char c = *line >= 'A' && *line <= 'Z' ? (char)(*line - 'A' + 'a') : *line;
		if (c != *name)
			return NULL;
	}
	return *line == ':' ? line + 1 + strspn(line + 1, " \t") : NULL;
}

/* 5.1.1, with what may follow it. */
static const char *read_status(struct arena *arena, const char *value)
{
	size_t length = strspn(value, "0123456789.");
	bool good = length >= 5 && length <= STATUS_MOST && value[1] == '.' && strchr("245", value[0]);

	return good ? arena_slice(arena, value, length) : "";
}

/* A full mailbox empties, a filter changes its mind: neither says that the address is wrong. */
static bool is_for_good(const char *status)
{
	return status[0] == '5' && !text_is(status, "5.2.2") && !text_starts(status, "5.3.") && !text_starts(status, "5.6.")
		&& !text_starts(status, "5.7.");
}

enum bounce_read bounce_read(struct arena *arena, const struct crypto_key *key, const char *text, struct bounce *bounce)
{
	const char *rest = text, *line, *value;
	bool failed = false, delayed = false;

	*bounce = (struct bounce){ .status = "" };
	while ((line = text_piece(arena, &rest, '\n'))) {
		line = bare(line);
		if (!failed && (value = value_of(line, "action"))) {
			failed = strncasecmp(value, "failed", 6) == 0;
			delayed |= strncasecmp(value, "delayed", 7) == 0;
		} else if (!*bounce->status && (value = value_of(line, "status"))) {
			bounce->status = read_status(arena, value);
		}
	}
	if (!failed && !delayed)
		return BOUNCE_NO_REPORT;
	bounce->is_hard = failed && is_for_good(bounce->status);
	return find_mark(arena, key, text, bounce) ? BOUNCE_READ : BOUNCE_NOT_OURS;
}
