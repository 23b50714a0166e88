/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Signing in with a card of numbered codes on paper, for whoever has no e-mail: each code works once. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/account/account.h"
#include "crypto/crypto.h"
#include "domain/audit.h"
#include "pages_account.h"
#include "sql_account.h"

enum { TRIES_LAST = 15 * 60, CARD_TRIES = 10, HOUR = 3600, NETWORK_TRIES = 60 };

struct outcome card_count(struct request *q, const void *answers)
{
	const struct account_card_form *f = answers;
	bool network = web_too_often(q, "card network", web_network(q), NETWORK_TRIES, HOUR);
	bool card = web_too_often(q, "card", arena_printf(q->work.arena, "%lld", (long long)f->card), CARD_TRIES, TRIES_LAST);

	return network || card ? too_often : go_on;
}

/* A card that we do not know takes as long as one that we know. */
struct outcome card_slow(struct request *q, const void *answers)
{
	const struct account_card_form *f = answers;
	const char *typed = crypto_code_read(q->work.arena, f->code);
	const struct card_code_in in = { .person_id = f->card, .number = f->number };
	struct card_code row;

	if (!sql_card_code(&q->work, &in, &row)) {
		crypto_slow_hash(q->work.arena, typed ? typed : f->code);
		return blamed(q, "code", REASON_WRONG_CODE);
	}
	return crypto_slow_is(row.hash, typed ? typed : f->code) ? go_on : blamed(q, "code", REASON_WRONG_CODE);
}

struct outcome card_keep(struct request *q, const void *answers)
{
	const struct account_card_form *f = answers;
	const struct paper_code_use_in in = { .now = q->work.now, .person_id = f->card, .kind = "card", .number = f->number };

	if (!sql_paper_code_use(&q->work, &in))
		return blamed(q, "code", REASON_WRONG_CODE);
	return sign_in(q, f->card, false, false);
}
