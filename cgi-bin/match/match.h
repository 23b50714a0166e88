/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to the program: what its files give its table of pages. */
#ifndef MATCH_MATCH_H
#define MATCH_MATCH_H

#include "web/web.h"

struct pair_mine;

/* pair.c: one's own pair, what is promised in it, the sheet for its first meeting, aims. */
bool own_pair(struct request *q, struct pair_mine *pair);
struct outcome to_pair(struct request *q);
struct outcome pair_show(struct request *q, void *into);
struct outcome pair_press(struct request *q, const void *answers);
struct outcome agreement_show(struct request *q, void *into);
struct outcome agreement_keep(struct request *q, const void *answers);
struct outcome sheet_show(struct request *q, void *into);
struct outcome aims_show(struct request *q, void *into);
struct outcome aims_keep(struct request *q, const void *answers);

/* review.c: going on, changing, ending; how a mentor spends the time. */
struct outcome review_show(struct request *q, void *into);
struct outcome review_keep(struct request *q, const void *answers);
struct outcome change_show(struct request *q, void *into);
struct outcome change_keep(struct request *q, const void *answers);
struct outcome closing_show(struct request *q, void *into);
struct outcome closing_keep(struct request *q, const void *answers);
struct outcome balance_show(struct request *q, void *into);

/* circle.c: one's own circles and chains. */
struct outcome circle_show(struct request *q, void *into);

/* answer.c: a proposal, answered and taken back. */
struct outcome proposal_show(struct request *q, void *into);
struct outcome answer_keep(struct request *q, const void *answers);
struct outcome withdraw_keep(struct request *q, const void *answers);

/* offers.c: everyday asking, and choosing from three. */
struct outcome read_show(struct request *q, void *into);
struct outcome topic_show(struct request *q, void *into);
struct outcome choose_show(struct request *q, void *into);
struct outcome ask_show(struct request *q, void *into);
struct outcome ask_keep(struct request *q, const void *answers);

/* invitation.c: somebody suggested or invited, and what they say. */
struct outcome suggest_count(struct request *q, const void *answers);
struct outcome suggest_keep(struct request *q, const void *answers);
struct outcome invite_count(struct request *q, const void *answers);
struct outcome invite_keep(struct request *q, const void *answers);
struct outcome invited_count(struct request *q, const void *answers);
struct outcome invited_keep(struct request *q, const void *answers);
struct outcome invitation_show(struct request *q, void *into);
struct outcome invitation_keep(struct request *q, const void *answers);
struct outcome help_keep(struct request *q, const void *answers);
struct outcome take_back_keep(struct request *q, const void *answers);

#endif
