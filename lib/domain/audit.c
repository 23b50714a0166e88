/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/audit.h"

#include "base/arena.h"
#include "base/text.h"
#include "crypto/crypto.h"
#include "db/work.h"
#include "sql_audit.h"

/* What one batch of the walk may use: a thousand rows with their hashes. A search looks at so many rows at once. */
enum { BATCH_BYTES = 8 * 1024 * 1024, HASH_LENGTH = 64, LOOKED_AT = 5000 };

static const char *hash_of(struct arena *arena, const struct audit_append_in *row, const char *before)
{
	return crypto_digest(arena, arena_printf(arena, "%s\n%lld\n%lld\n%lld\n%s\n%s\n%lld\n%s", before, (long long)row->audit_id,
						 (long long)row->now, (long long)row->person_id, row->verb, row->subject,
						 (long long)row->subject_id, row->columns));
}

/* The head, bound to the site's key: without it, the last rows could be dropped and nothing would lack them. */
static const char *head_sealed(const struct work *work, int64_t row, const char *hash)
{
	return crypto_keyed(work->arena, work->key, "audit", arena_printf(work->arena, "%lld:%s", (long long)row, hash));
}

void audit_add(struct work *work, const char *verb, const char *subject, int64_t subject_id, const char *columns)
{
	struct audit_last last = { .id = 0, .hash = "" };

	sql_audit_last(work, &last);
	struct audit_append_in row = { .audit_id = last.id + 1, .now = work->now, .person_id = work->person_id, .verb = verb,
		.subject = subject, .subject_id = subject_id, .columns = columns };
	row.hash = hash_of(work->arena, &row, last.hash);
	sql_audit_append(work, &row);
	sql_audit_head_put(work, &(struct audit_head_put_in){ head_sealed(work, row.audit_id, row.hash) });
}

void audit_add_unsaid(struct work *work, const char *verb, const char *subject, int64_t subject_id)
{
	struct work nobody = *work;

	nobody.person_id = 0;
	audit_add(&nobody, verb, subject, subject_id, "");
	work->trouble = nobody.trouble;
}

struct audit_head audit_head_of(struct work *work)
{
	struct audit_last last = { .id = 0, .hash = "" };

	sql_audit_last(work, &last);
	return (struct audit_head){ last.id, last.hash };
}

bool audit_goes_through(struct work *work, const struct audit_head *head)
{
	struct list rows = sql_audit_all(work, &(struct audit_all_in){ head->row - 1 });
	const struct audit_all *row = rows.count ? list_row(&audit_all_view, rows, 0) : NULL;

	return row && row->id == head->row && text_is(row->hash, head->hash);
}

/* Whether the chain ends where it did when the last row was written. */
static bool ends_at(struct work *work, int64_t row, const char *hash)
{
	struct audit_head_kept kept = { .value = "" };

	sql_audit_head_kept(work, &kept);
	return row ? text_is(kept.value, head_sealed(work, row, hash)) : !*kept.value;
}

/* How far the walk has come. */
struct walk {
	int64_t after;
	char before[HASH_LENGTH + 1];
};

static bool follows(struct work *work, struct walk *walk, const struct audit_all *r)
{
	struct audit_append_in row = { .audit_id = r->id, .now = r->at, .person_id = r->person_id, .verb = r->verb, .subject = r->subject,
		.subject_id = r->subject_id, .columns = r->columns };
	const char *hash = hash_of(work->arena, &row, walk->before);

	if (r->id != walk->after + 1 || !text_is(hash, r->hash))
		return false;
	walk->after = r->id;
	for (int i = 0; i < HASH_LENGTH; i++)
		walk->before[i] = hash[i];
	return true;
}

static bool walk_all(struct work *work, bool to_end, int64_t *broken)
{
	struct work batch = *work;
	struct walk walk = { 0 };
	bool holds = true, more = true;

	batch.arena = arena_new(BATCH_BYTES);
	while (holds && more) {
		struct list rows = sql_audit_all(&batch, &(struct audit_all_in){ walk.after });
		more = rows.count > 0;
		for (size_t i = 0; i < rows.count && holds; i++)
			holds = follows(&batch, &walk, list_row(&audit_all_view, rows, i));
		if (holds && !more && to_end)
			holds = ends_at(&batch, walk.after, walk.before);
		arena_reset(batch.arena);
	}
	arena_free(batch.arena);
	work->trouble = batch.trouble;
	*broken = walk.after + 1;
	return holds && work->trouble == TROUBLE_NONE;
}

bool audit_holds(struct work *work, int64_t *broken)
{
	return walk_all(work, true, broken);
}

bool audit_follows(struct work *work, int64_t *broken)
{
	return walk_all(work, false, broken);
}

void audit_seal(struct work *work)
{
	struct audit_last last = { .id = 0, .hash = "" };

	if (sql_audit_last(work, &last))
		sql_audit_head_put(work, &(struct audit_head_put_in){ head_sealed(work, last.id, last.hash) });
}

/* The last row before a moment. Rows follow each other in time, but for a clock that was set back. */
static int64_t last_before(struct work *work, int64_t moment, int64_t last)
{
	int64_t low = 0, high = last;

	while (low < high) {
		int64_t middle = low + (high - low + 1) / 2;
		struct audit_moment row;
		if (sql_audit_moment(work, &(struct audit_moment_in){ middle }, &row) && row.at < moment)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

struct list audit_search(struct work *work, const struct audit_question *asked, int64_t *older)
{
	struct audit_last last = { .id = 0 };
	int64_t from = asked->from;

	sql_audit_last(work, &last);
	if (!from)
		from = last_before(work, asked->until, last.id);
	const struct audit_found_in in = { .from_id = from, .to_id = from > LOOKED_AT ? from - LOOKED_AT : 0, .who = asked->who, .verb = asked->verb,
		.verbs = arena_printf(work->arena, "%s.", asked->verb), .since = asked->since, .until = asked->until, .person_id = work->person_id,
		.as_lead = asked->as_lead };
	struct list rows = sql_audit_found(work, &in);
	const struct audit_found *end = rows.count ? list_row(&audit_found_view, rows, rows.count - 1) : NULL;
	int64_t next = rows.count == AUDIT_PAGE ? end->id - 1 : in.to_id;
	struct audit_moment before;
	bool passed = next > 0 && sql_audit_moment(work, &(struct audit_moment_in){ next }, &before) && before.at < asked->since;
	*older = passed ? 0 : next;
	return rows;
}
