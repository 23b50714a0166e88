/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to the program: what its files give its table of pages. */
#ifndef ACCOUNT_ACCOUNT_H
#define ACCOUNT_ACCOUNT_H

#include "web/web.h"

/* Goes on with the next stage of a POST. */
extern const struct outcome go_on;

/* Signs in on this browser and goes where the person wanted to, or where people like them begin. */
struct outcome sign_in(struct request *q, int64_t person_id, bool own_device, bool strong);
struct outcome land(struct request *q, int64_t person_id, const char *wanted, bool strong);

/* Whether an address is one of ours that somebody may be sent to: program, slash, page. */
bool is_page(const char *wanted);

/* sign-in.c: a code or link by e-mail. */
struct outcome sign_in_count(struct request *q, const void *answers);
struct outcome sign_in_keep(struct request *q, const void *answers);
struct outcome code_show(struct request *q, void *into);
struct outcome code_count(struct request *q, const void *answers);
struct outcome code_keep(struct request *q, const void *answers);
struct outcome link_show(struct request *q, void *into);
struct outcome link_keep(struct request *q, const void *answers);
struct outcome who_show(struct request *q, void *into);
struct outcome who_keep(struct request *q, const void *answers);

/* second.c: the six digits of an app, for those who work at the desk. */
struct outcome digits_count(struct request *q, const void *answers);
struct outcome app_keep(struct request *q, const void *answers);
struct outcome recovery_slow(struct request *q, const void *answers);
struct outcome recovery_keep(struct request *q, const void *answers);
struct outcome enrol_show(struct request *q, void *into);
struct outcome enrol_slow(struct request *q, const void *answers);
struct outcome enrol_keep(struct request *q, const void *answers);

/* bars.c: whom somebody should not be matched with. */
struct outcome bars_show(struct request *q, void *into);
struct outcome bars_keep(struct request *q, const void *answers);

/* card.c: codes on paper, for whoever has no e-mail. */
struct outcome card_count(struct request *q, const void *answers);
struct outcome card_slow(struct request *q, const void *answers);
struct outcome card_keep(struct request *q, const void *answers);

/* me.c: a person's own page. */
struct outcome me_show(struct request *q, void *into);
struct outcome lesson_show(struct request *q, void *into);
struct outcome lesson_keep(struct request *q, const void *answers);

/* details.c: what they told of themselves, changed. */
struct outcome details_show(struct request *q, void *into);
/* Whether they have signed in lately. */
bool is_fresh(struct request *q);
struct outcome name_keep(struct request *q, const void *answers);
struct outcome reach_show(struct request *q, void *into);
struct outcome reach_keep(struct request *q, const void *answers);
struct outcome values_keep(struct request *q, const void *answers);
struct outcome time_keep(struct request *q, const void *answers);
struct outcome tongues_keep(struct request *q, const void *answers);
struct outcome meet_show(struct request *q, void *into);
struct outcome meet_keep(struct request *q, const void *answers);

/* asks.c: what they ask and offer. */
struct outcome asks_show(struct request *q, void *into);
struct outcome new_ask_show(struct request *q, void *into);
struct outcome new_ask_keep(struct request *q, const void *answers);
struct outcome ask_show(struct request *q, void *into);
struct outcome ask_keep(struct request *q, const void *answers);
struct outcome new_offer_show(struct request *q, void *into);
struct outcome new_offer_keep(struct request *q, const void *answers);
struct outcome offer_show(struct request *q, void *into);
struct outcome offer_keep(struct request *q, const void *answers);

/* rest.c: resting, being back, joining another programme. */
struct outcome pause_show(struct request *q, void *into);
struct outcome pause_keep(struct request *q, const void *answers);
struct outcome back_keep(struct request *q, const void *answers);
struct outcome join_show(struct request *q, void *into);
struct outcome join_keep(struct request *q, const void *answers);

/* data.c: all that is held on them. */
struct outcome data_show(struct request *q, void *into);
struct outcome data_file_show(struct request *q, void *into);
struct outcome complaint_show(struct request *q, void *into);
struct outcome complaint_count(struct request *q, const void *answers);
struct outcome complaint_keep(struct request *q, const void *answers);
struct outcome complaint_sent_show(struct request *q, void *into);

/* leave.c: leaving, and having what is held erased. */
struct outcome leave_show(struct request *q, void *into);
struct outcome leave_keep(struct request *q, const void *answers);
struct outcome erase_show(struct request *q, void *into);
struct outcome erase_keep(struct request *q, const void *answers);

/* demo.c: the doors of a site that script/server made. */
struct outcome demo_show(struct request *q, void *into);
struct outcome demo_keep(struct request *q, const void *answers);
struct outcome outgoing_show(struct request *q, void *into);

/* measures.c: how they are, where a programme asks; what waits for an answer. */
struct list measures_waiting(struct request *q);
struct outcome how_you_are_show(struct request *q, void *into);
struct outcome how_you_are_keep(struct request *q, const void *answers);

/* logins.c: where they are signed in. */
struct outcome logins_show(struct request *q, void *into);
struct outcome logins_keep(struct request *q, const void *answers);

#endif
