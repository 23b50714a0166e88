/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How often is too often. Who is kept as a keyed hash, for a day at most. */
#include <string.h>

#include "base/arena.h"
#include "sql_counter.h"
#include "web/internal.h"

enum { A_DAY = 86400 };

const char *web_network(const struct request *q)
{
	const char *remote = q->http->remote;

	if (!strchr(remote, ':'))
		return remote;
	/* A visitor has a whole /64 of IPv6: the first four groups, as they are written. */
	const char *at = remote;
	for (int groups = 0; *at && groups < 4; at++)
		groups += *at == ':';
	return arena_slice(q->work.arena, remote, (size_t)(at - remote));
}

bool web_too_often(struct request *q, const char *kind, const char *who, int64_t most, int64_t seconds)
{
	struct counter_add row = { 0 };
	struct counter_add_in one = { .kind = kind, .who = crypto_keyed(q->work.arena, q->work.key, "counter", who),
		.now = q->work.now, .over = q->work.now - seconds };

	/* Now and then what is over a day old is forgotten. */
	if (one.who[0] == 'A')
		sql_counter_forget(&q->work, &(struct counter_forget_in){ q->work.now - A_DAY });
	return sql_counter_add(&q->work, &one, &row) && row.times > most;
}
