/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to the list of what waits: its table of sorts. */
#ifndef DOMAIN_TODO_KINDS_H
#define DOMAIN_TODO_KINDS_H

#include "domain/todo.h"

/* A sort: how grave, its group, and what says who hears what. A task of another sort than these waits too, as `other`:
   its line leads to its page. Words: templates/said-todo.xml; for a task also said-task.xml. */
struct todo_kind {
	const char *kind;
	int grave;
	const char *group;
	void (*plan)(struct work *work, struct todo_line *line, const char *language);
};
extern const struct todo_kind todo_kinds[];
extern const size_t todo_kind_count;
const struct todo_kind *todo_kind_of(const char *kind);

/* todo-plan.c */
void plan_signup(struct work *work, struct todo_line *line, const char *language);
void plan_asked(struct work *work, struct todo_line *line, const char *language);
void plan_proposal(struct work *work, struct todo_line *line, const char *language);
void plan_ring(struct work *work, struct todo_line *line, const char *language);
void plan_invitation(struct work *work, struct todo_line *line, const char *language);
void plan_absent(struct work *work, struct todo_line *line, const char *language);

/* todo-tasks.c */
void plan_done(struct work *work, struct todo_line *line, const char *language);
void plan_review(struct work *work, struct todo_line *line, const char *language);
void plan_signal(struct work *work, struct todo_line *line, const char *language);
void plan_quiet(struct work *work, struct todo_line *line, const char *language);
void plan_closing(struct work *work, struct todo_line *line, const char *language);
void plan_rest(struct work *work, struct todo_line *line, const char *language);
void plan_one_sided(struct work *work, struct todo_line *line, const char *language);
void plan_request(struct work *work, struct todo_line *line, const char *language);
void plan_left(struct work *work, struct todo_line *line, const char *language);
void plan_other(struct work *work, struct todo_line *line, const char *language);

/* Whom a mail of that kind goes to, added to the line's; "" for no kind. */
void todo_tells(struct work *work, struct todo_line *line, int64_t person_id, const char *kind);
/* A person's name, or "". */
const char *todo_name(struct work *work, int64_t person_id);

#endif
