/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to the program: what its files give its table of pages. */
#ifndef DESK_DESK_H
#define DESK_DESK_H

#include "web/web.h"

struct desk_circles;
struct desk_proposal_row;
struct pair_one;

/* todo.c: what waits, worst first, each with its usual answer; away.c: who is away, and who stands in. */
struct outcome todo_show(struct request *q, void *into);
struct outcome todo_keep(struct request *q, const void *answers);
struct outcome away_show(struct request *q, void *into);
struct outcome away_keep(struct request *q, const void *answers);

/* signups.c: reading a sign-up, and deciding. */
struct outcome signups_show(struct request *q, void *into);
struct outcome signup_show(struct request *q, void *into);
struct outcome signup_decide(struct request *q, const void *answers);

/* matching.c: a run, its proposals, sending them. */
struct outcome matching_show(struct request *q, void *into);
struct outcome run_show(struct request *q, void *into);
struct outcome run_press(struct request *q, const void *answers);
struct outcome send_show(struct request *q, void *into);
struct outcome send_press(struct request *q, const void *answers);
struct outcome proposal_show(struct request *q, void *into);
struct outcome proposal_press(struct request *q, const void *answers);
struct outcome answer_keep(struct request *q, const void *answers);
/* NULL: there is no such programme. */
const char *programme_name(struct request *q, int64_t programme_id);

/* circles.c: circles and chains, and which one a proposal belongs to. */
struct desk_circles circles_shown(struct request *q, int64_t programme_id);
void circle_on_card(struct request *q, const struct desk_circles *shown, struct desk_proposal_row *card);

/* others.c: who else could help, putting two forward by hand, two proposals exchanging mentors. */
struct outcome swap_show(struct request *q, void *into);
struct outcome swap_keep(struct request *q, const void *answers);
struct outcome others_show(struct request *q, void *into);
struct outcome others_keep(struct request *q, const void *answers);

/* what-if.c: matching tried with one thing other than it is; what counts in matching. */
struct outcome what_if_show(struct request *q, void *into);
struct outcome what_if_ask(struct request *q, const void *answers);
struct outcome weights_show(struct request *q, void *into);
struct outcome weights_keep(struct request *q, const void *answers);
/* invitations.c: letters to guests, and names that somebody of the programme was suggested by. */
struct outcome invitation_show(struct request *q, void *into);
struct outcome invitation_press(struct request *q, const void *answers);

/* pairs.c: pairs, their meetings, and what was said by phone or on paper. */
struct outcome pairs_show(struct request *q, void *into);
struct outcome pair_show(struct request *q, void *into);
struct outcome pair_press(struct request *q, const void *answers);
struct outcome meeting_show(struct request *q, void *into);
struct outcome meeting_keep(struct request *q, const void *answers);
struct outcome mentor_says_show(struct request *q, void *into);
struct outcome mentor_says_keep(struct request *q, const void *answers);
struct outcome mentee_says_show(struct request *q, void *into);
struct outcome mentee_says_keep(struct request *q, const void *answers);

/* pair-life.c: how a pair goes on and ends, put in for them; its tasks. */
struct outcome review_show(struct request *q, void *into);
struct outcome review_keep(struct request *q, const void *answers);
struct outcome closing_show(struct request *q, void *into);
struct outcome closing_keep(struct request *q, const void *answers);
struct outcome gained_show(struct request *q, void *into);
struct outcome gained_keep(struct request *q, const void *answers);
struct outcome sheet_show(struct request *q, void *into);
struct outcome plan_show(struct request *q, void *into);
struct outcome plan_keep(struct request *q, const void *answers);
struct outcome move_show(struct request *q, void *into);
struct outcome move_keep(struct request *q, const void *answers);
struct outcome task_show(struct request *q, void *into);
struct outcome task_keep(struct request *q, const void *answers);
bool find_pair(struct request *q, int64_t pair_id, struct pair_one *pair);
struct outcome to_pair(struct request *q, int64_t pair_id);

/* deaths.c: somebody has died; whom they met with is told. */
struct outcome death_show(struct request *q, void *into);
struct outcome death_keep(struct request *q, const void *answers);
struct outcome bereaved_show(struct request *q, void *into);
struct outcome bereaved_keep(struct request *q, const void *answers);

/* bars.c: organisations, departments and posts, and how people typed them. */
struct outcome organisations_show(struct request *q, void *into);
struct outcome organisation_show(struct request *q, void *into);
struct outcome organisation_keep(struct request *q, const void *answers);
struct outcome join_show(struct request *q, void *into);
struct outcome join_keep(struct request *q, const void *answers);

/* ties.c: whom a typed name means; who is over whom. */
struct outcome ties_show(struct request *q, void *into);
struct outcome tie_show(struct request *q, void *into);
struct outcome tie_keep(struct request *q, const void *answers);
struct outcome lines_show(struct request *q, void *into);
struct outcome lines_keep(struct request *q, const void *answers);
struct outcome names_show(struct request *q, void *into);
struct outcome name_show(struct request *q, void *into);
struct outcome name_keep(struct request *q, const void *answers);

/* Who is meant by a number or a name that the desk types; 0 for nobody, or for several, who are in *people. */
int64_t person_typed(struct request *q, const char *typed, struct list *people);
/* audit.c: who did what. */
struct outcome audit_show(struct request *q, void *into);
struct outcome audit_keep(struct request *q, const void *answers);
struct outcome audit_chain_show(struct request *q, void *into);
/* requests.c: what people ask about what is held on them; who has left. */
struct outcome request_show(struct request *q, void *into);
struct outcome request_press(struct request *q, const void *answers);
struct outcome print_show(struct request *q, void *into);
void print_noted(struct request *q);
/* erasures.c: who asked to be erased; how long things are kept. */
struct outcome erasures_show(struct request *q, void *into);
struct outcome erasures_keep(struct request *q, const void *answers);
struct outcome leave_show(struct request *q, void *into);
struct outcome leave_keep(struct request *q, const void *answers);
struct outcome erase_keep(struct request *q, const void *answers);
struct outcome retention_show(struct request *q, void *into);

/* card.c: a card of codes for somebody without e-mail. */
struct outcome card_show(struct request *q, void *into);
struct outcome card_strike(struct request *q, const void *answers);
struct outcome new_card_show(struct request *q, void *into);
struct outcome new_card_slow(struct request *q, const void *answers);
struct outcome new_card_keep(struct request *q, const void *answers);

#endif
