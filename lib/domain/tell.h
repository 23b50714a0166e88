/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a person is told by mail. The mail says that there is news; the news stands on the site. */
#ifndef DOMAIN_TELL_H
#define DOMAIN_TELL_H

#include <stdbool.h>
#include <stdint.h>

struct work;

/* Queues a mail of that kind (templates/mail/KIND.xml) in the person's language, in the transaction of
   what it tells of. False where the person gave no e-mail: a letter waits to be printed where there is an address,
   and a coordinator has to ring. */
bool tell(struct work *work, int64_t person_id, const char *kind);

/* The same with words that only this mail holds, after those of its kind: sealed until it has gone. */
bool tell_sealed(struct work *work, int64_t person_id, const char *kind, const char *words);

/* A code for signing in, to an address that may belong to nobody we know. */
void tell_code(struct work *work, const char *email, const char *language, const char *code, const char *link);

/* Queues an invitation for somebody who is nobody of ours yet, with the code and the key of an address that open it. */
void tell_guest(struct work *work, const char *email, const char *language, const char *code, const char *key);

#endif
