/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Many pages need no code: their row names a statement, and what it asks for is known by name. */
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/text.h"
#include "web/internal.h"

static const struct member known_members[] = {
	VIEW_MEMBER(struct request_facts, now),
	VIEW_MEMBER(struct request_facts, today),
	VIEW_MEMBER(struct request_facts, person_id),
	VIEW_MEMBER(struct request_facts, signup_id),
	VIEW_MEMBER(struct request_facts, language),
};
const struct view request_facts_view = VIEW(request_facts, known_members);

static void fault(struct request *q, const struct statement *statement, const char *what)
{
	log_line("%s %s: %s", q->work.request, statement->name, what);
	q->work.trouble = TROUBLE_FAULT;
}

static void put_param(const struct request *q, const struct member *member, void *in)
{
	char *place = (char *)in + member->offset;

	if (member->kind == MEMBER_TEXT)
		*(const char **)(void *)place = q->param;
	else
		*(int64_t *)(void *)place = param_id(q);
}

/* A struct of the statement's parameters, filled by name. NULL with trouble. */
static void *parameters(struct request *q, const struct statement *statement, const struct view *form, const void *answers)
{
	void *in = arena_alloc(q->work.arena, statement->in->size + 1);
	const char *wrong = "";
	bool filled = view_copy(q->work.arena, &request_facts_view, &q->known, statement->in, in, &wrong)
		&& (!form || view_copy(q->work.arena, form, answers, statement->in, in, &wrong));

	if (!filled) {
		fault(q, statement, wrong);
		return NULL;
	}
	const char *colon = strchr(q->page->path, ':');
	int param = colon ? view_find(statement->in, colon + 1, strlen(colon + 1)) : -1;
	if (param >= 0)
		put_param(q, &statement->in->members[param], in);
	return in;
}

bool run_reads(struct request *q, const struct statement *statement, void *row)
{
	const void *in = parameters(q, statement, NULL, NULL);

	return in && db_one(&q->work, statement, in, row);
}

bool run_keeps(struct request *q, const struct statement *statement, const struct view *form, const void *answers)
{
	const void *in = parameters(q, statement, form, answers);

	if (!in)
		return false;
	if (statement->kind == STATEMENT_RUN)
		return db_run(&q->work, statement, in) > 0;
	return db_one(&q->work, statement, in, arena_alloc(q->work.arena, statement->out->size));
}
