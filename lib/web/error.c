/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A page that says what happened, and looks like the site. */
#include "base/arena.h"
#include "base/log.h"
#include "base/text.h"
#include "own/own.h"
#include "pages_web.h"
#include "web/error-views.h"
#include "web/internal.h"

void answer_error(struct request *q, int status, const char *kind)
{
	struct error *view = arena_alloc(q->work.arena, sizeof *view);

	log_line("%s %d %s: %s %s%s", q->work.request, status, kind, q->http->method, q->program->name,
		 q->page ? q->page->path : " (no such page)");
	view->kind = kind;
	/* Whatever a page began to answer is forgotten, but not a cookie. */
	struct http_answer *answer = q->answer;
	size_t kept = 0;
	for (size_t i = 0; i < answer->header_count; i++)
		if (text_is(answer->headers[i].name, "Set-Cookie") || text_is(answer->headers[i].name, "Allow"))
			answer->headers[kept++] = answer->headers[i];
	answer->header_count = kept;
	answer->body.length = 0;
	q->template = q->site->state == SITE_READY ? own_template(q->work.arena, q->site, &error_template) : &error_template;
	q->view = view;
	q->typed = false;
	q->facts.language = NULL;
	q->page = NULL;
	render_page(q, status);
}
