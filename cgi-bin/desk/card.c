/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A card of ten numbered codes for somebody without e-mail: printed, then kept as hashes alone, and struck
   out one by one. */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "cgi-bin/desk-views.h"
#include "cgi-bin/desk/desk.h"
#include "crypto/crypto.h"
#include "domain/audit.h"
#include "pages_desk.h"
#include "sql_account.h"

enum { CARD_CODES = 10 };

struct outcome card_show(struct request *q, void *into)
{
	struct desk_card *view = into;

	if (!sql_card_person(&q->work, &(struct card_person_in){ param_id(q) }, &view->person))
		return missing;
	view->codes = sql_card_codes(&q->work, &(struct card_codes_in){ param_id(q) });
	q->formless = view->person.unused == 0;
	return shown;
}

struct outcome card_strike(struct request *q, const void *answers)
{
	const struct desk_card_form *f = answers;
	const struct paper_code_use_in in = { .now = q->work.now, .person_id = param_id(q), .kind = "card", .number = f->number };

	bool struck = sql_paper_code_use(&q->work, &in) > 0;
	audit_add(&q->work, "card.strike", "person", in.person_id, "code");
	return when(q, struck, go_to(q, "desk", arena_printf(q->work.arena, "/card/%lld", (long long)in.person_id)));
}

/* New codes, or those of the page that was just sent back. */
static const char *card_codes(struct request *q)
{
	const char *sent = http_pair(&q->sent, "sealed");
	const char *before = sent ? crypto_unseal(q->work.arena, q->work.key, "card", sent) : NULL;
	struct buffer all = buffer_in(q->work.arena, 128);

	if (before)
		return before;
	for (int i = 0; i < CARD_CODES; i++)
		buffer_printf(&all, "%s%s", i ? " " : "", crypto_code(q->work.arena));
	return buffer_string(&all);
}

struct outcome new_card_show(struct request *q, void *into)
{
	struct desk_new_card *view = into;
	struct arena *arena = q->work.arena;
	const char *all = card_codes(q), *rest = all, *code;
	struct desk_card_code *codes = arena_array(arena, CARD_CODES, sizeof *codes);

	if (!sql_card_person(&q->work, &(struct card_person_in){ param_id(q) }, &view->person))
		return missing;
	while (view->codes.count < CARD_CODES && (code = text_piece(arena, &rest, ' '))) {
		codes[view->codes.count] = (struct desk_card_code){ (int64_t)view->codes.count + 1, crypto_code_shown(arena, code) };
		view->codes.count++;
	}
	view->codes.rows = codes;
	view->sealed = crypto_seal(arena, q->work.key, "card", all);
	view->address = q->settings.address;
	return shown;
}

struct outcome new_card_slow(struct request *q, const void *answers)
{
	const struct desk_new_card_form *f = answers;
	const char *rest = crypto_unseal(q->work.arena, q->work.key, "card", f->sealed), *code;
	const char **hashes = arena_array(q->work.arena, CARD_CODES, sizeof *hashes);

	for (int i = 0; i < CARD_CODES; i++) {
		code = rest ? text_piece(q->work.arena, &rest, ' ') : NULL;
		if (!code)
			return denied;
		hashes[i] = crypto_slow_hash(q->work.arena, code);
	}
	q->scratch = hashes;
	return shown;
}

struct outcome new_card_keep(struct request *q, const void *answers)
{
	const char *const *hashes = q->scratch;
	int64_t person_id = param_id(q);

	(void)answers;
	sql_paper_codes_clear(&q->work, &(struct paper_codes_clear_in){ .person_id = person_id, .kind = "card" });
	for (int i = 0; i < CARD_CODES; i++)
		sql_paper_code_put(&q->work, &(struct paper_code_put_in){ .person_id = person_id, .kind = "card", .number = i + 1, .hash = hashes[i] });
	audit_add(&q->work, "card.make", "person", person_id, "code");
	return when(q, true, go_to(q, "desk", arena_printf(q->work.arena, "/card/%lld", (long long)person_id)));
}
