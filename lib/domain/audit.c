/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/audit.h"

#include "base/arena.h"
#include "base/text.h"
#include "crypto/crypto.h"
#include "db/work.h"
#include "sql_audit.h"

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

bool audit_holds(struct work *work, int64_t *broken)
{
	int64_t after = 0;
	const char *before = "";

	for (;;) {
		struct list rows = sql_audit_all(work, &(struct audit_all_in){ after });
		*broken = after + 1;
		if (!rows.count)
			return ends_at(work, after, before) && work->trouble == TROUBLE_NONE;
		for (size_t i = 0; i < rows.count; i++) {
			const struct audit_all *r = list_row(&audit_all_view, rows, i);
			struct audit_append_in row = { .audit_id = r->id, .now = r->at, .person_id = r->person_id, .verb = r->verb,
				.subject = r->subject, .subject_id = r->subject_id, .columns = r->columns };
			*broken = after + 1;
			if (r->id != after + 1 || !text_is(hash_of(work->arena, &row, before), r->hash))
				return false;
			before = r->hash;
			after = r->id;
		}
	}
}
