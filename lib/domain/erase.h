/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What is held on somebody is erased. A number is left, so that the history of the others can still be read; what a
   worry says stays as long as the policy says, and so does the audit, which holds no names. */
#ifndef DOMAIN_ERASE_H
#define DOMAIN_ERASE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"

/* It is done after a week, in which a mistake can be taken back; by law it is answered within a month. */
enum { ERASE_WAIT_DAYS = 7, ERASE_DAYS = 30, ERASE_LONGER_DAYS = 60 };

/* Whoever has left asks for it. */
void erase_ask(struct work *work, int64_t person_id);

/* Worries about somebody that are not closed, as rows of erase_tied_view: by a pair that was tied to one, or by the name
   that was typed. While there is one nothing is erased. Only those who may read it are shown it. */
struct list erase_held(struct work *work, int64_t person_id);

/* Erases all that is said of them, of whoever has left or died, or never came in. False where they are still here. */
bool erase_person(struct work *work, int64_t person_id);

/* After a restore: whoever was erased at that moment is erased again, wherever they stand now. False where nobody of that
   number was here then, or they are erased already. */
bool erase_again(struct work *work, int64_t person_id, int64_t at);

/* What is due by now. Whoever waits for longer than the law's month is told so, once. */
void erase_nightly(struct work *work);

#endif
