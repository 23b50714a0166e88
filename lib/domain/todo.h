/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The desk's one list of what waits, worst first; each line with its usual answer in one press, and what that
   press will send to whom.

   The order: how grave the sort is (1 to 6, the table of todo.c), then what was due first, then the sort's name and
   the number. 1: whoever was told that we are in touch. 2: what the law gives a day. 3: somebody waits for us. 4: a pair
   may be failing. 5: what we put forward ourselves. 6: what keeps the programme tidy. */
#ifndef DOMAIN_TODO_H
#define DOMAIN_TODO_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"

struct arena;

enum { TODO_PAGE = 25 };

/* Who looks, and what they want to see. */
struct todo_question {
	bool is_coordinator, is_lead, is_trustee, is_keeper;
	bool everybodys;         /* else one's own: not what another coordinator who is there looks after */
	const char *group;       /* sign-ups, proposals, …; "" : all */
	int64_t programme_id;    /* 0: all */
	int64_t first;           /* how many to leave out: a page begins after them */
};

/* Things that wait, without their details. */
struct todo_thing {
	const char *kind, *group;
	int64_t id, due_at, programme_id, owner_id;
	int grave;
	bool mine;
};

struct todo_count {
	const char *group;
	int64_t programme_id;    /* of a count by programme */
	int64_t n;
};

struct todo_list {
	struct list lines;       /* struct todo_line: a page of them */
	struct list groups;      /* struct todo_count: each group that something waits in, of the programme asked for */
	struct list programmes;  /* the same by programme, of the group asked for */
	int64_t found;           /* all that was asked for */
	int64_t all, mine;       /* whatever group or programme */
};
struct todo_list todo_list(struct work *work, const struct todo_question *question, const char *language);

/* A mail that a press sends, or whom it cannot reach. */
struct todo_mail {
	int64_t person_id;
	const char *call_name, *kind, *language;
	const char *phone;
	bool by_mail;            /* false: no e-mail; a coordinator rings or writes */
	const char *subject;     /* for whoever shows it, to fill */
};

struct todo_line {
	const char *kind, *group, *key;
	const char *press;       /* the usual answer; "" : the page has to be read first */
	const char *note;        /* why there is none, or what else to know: todo-plan.c; "" */
	const char *call_name, *other; /* whom it is about, as the kind's words say */
	const char *place;       /* the page for another answer: signup, proposal, answer, invitation, pair, request, task,
	                            away */
	const char *mentor, *mentee; /* of a task about a pair */
	const char *phone;
	const char *words;       /* of a task, a topic, a name */
	const char *subject;     /* of a task */
	const char *owner;       /* of what another looks after: their name, and until when they are away; "" */
	const char *owner_until;
	const char *since_day, *due_day;
	int64_t id, subject_id, grave, since, due_at, late_days;
	bool is_late, sends;     /* at least one mail goes */
	struct list mails;       /* struct todo_mail */
	struct todo_mail *told;  /* the same, to be added to */
	int64_t one_id, other_id;
};

/* The line of a key (kind.number.hash), as it is now. False when it is gone; *same: nothing that it says has changed since. */
bool todo_find(struct work *work, const struct todo_question *question, const char *key, const char *language, struct todo_line *line, bool *same);

/* Gives the usual answer. False when somebody was faster. */
bool todo_press(struct work *work, const struct todo_line *line);

/* What the audit calls the thing of a key, and its number. */
const char *todo_named(struct arena *arena, const char *key, int64_t *id);

/* The clock: writes lines for people who only give or only receive, and for rests that have gone on for long. */
void todo_nightly(struct work *work);

#endif
