/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/tell.h"

#include "base/arena.h"
#include "crypto/crypto.h"
#include "sql_outbox.h"
#include "sql_person.h"

bool tell_sealed(struct work *work, int64_t person_id, const char *kind, const char *words)
{
	struct person_mail person;

	if (!*kind || !sql_person_mail(work, &(struct person_mail_in){ person_id }, &person))
		return false;
	if (!*person.email) {
		sql_outbox_letter(work, &(struct outbox_letter_in){ .kind = kind, .now = work->now, .person_id = person_id });
		return false;
	}
	sql_outbox_add(work, &(struct outbox_add_in){ .person_id = person_id, .kind = kind, .recipient = person.email,
		.language = person.language, .sealed = *words ? crypto_seal(work->arena, work->key, "outbox", words) : "", .now = work->now, .urgent = 0 });
	return true;
}

bool tell(struct work *work, int64_t person_id, const char *kind)
{
	return tell_sealed(work, person_id, kind, "");
}

void tell_code(struct work *work, const char *email, const char *language, const char *code, const char *link)
{
	const char *secret = arena_printf(work->arena, "%s %s", code, link);

	sql_outbox_add(work, &(struct outbox_add_in){ .person_id = 0, .kind = "code", .recipient = email, .language = language,
		.sealed = crypto_seal(work->arena, work->key, "outbox", secret), .now = work->now, .urgent = 1 });
}

void tell_guest(struct work *work, const char *email, const char *language, const char *code, const char *key)
{
	const char *secret = arena_printf(work->arena, "%s %s", code, key);

	sql_outbox_add(work, &(struct outbox_add_in){ .person_id = 0, .kind = "invitation", .recipient = email, .language = language,
		.sealed = crypto_seal(work->arena, work->key, "outbox", secret), .now = work->now, .urgent = 0 });
}
