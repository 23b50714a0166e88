/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How often is too often. Who is kept as a keyed hash, for a day at most. */
#include <arpa/inet.h>
#include <string.h>

#include "base/arena.h"
#include "sql_counter.h"
#include "web/internal.h"

enum { A_DAY = 86400 };

const char *web_network(const struct request *q)
{
	static const unsigned char mapped[12] = { [10] = 0xff, [11] = 0xff };
	struct arena *arena = q->work.arena;
	unsigned char a[16];

	if (inet_pton(AF_INET6, q->http->remote, a) != 1)
		return q->http->remote;
	/* An IPv4 visitor to a server that listens on both. */
	if (memcmp(a, mapped, sizeof mapped) == 0)
		return arena_printf(arena, "%d.%d.%d.%d", a[12], a[13], a[14], a[15]);
	/* A visitor has a whole /64, however it is written. */
	return arena_printf(arena, "%02x%02x:%02x%02x:%02x%02x:%02x%02x", a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]);
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
