/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/text.h"
#include "web/internal.h"

const struct outcome shown = { OUTCOME_PAGE, NULL };
const struct outcome next_page = { OUTCOME_NEXT, NULL };
const struct outcome denied = { OUTCOME_DENIED, NULL };
const struct outcome missing = { OUTCOME_MISSING, NULL };
const struct outcome changed = { OUTCOME_CHANGED, NULL };
const struct outcome too_often = { OUTCOME_TOO_OFTEN, NULL };

struct outcome go_to(struct request *q, const char *program, const char *path)
{
	return (struct outcome){ OUTCOME_REDIRECT, link_to(q->work.arena, q->links, program, path) };
}

struct outcome blamed(struct request *q, const char *field, enum reason reason)
{
	form_blame(&q->answers, field, reason);
	return (struct outcome){ OUTCOME_INVALID, NULL };
}

struct outcome when(struct request *q, bool act, struct outcome done)
{
	if (q->work.trouble != TROUBLE_NONE)
		return (struct outcome){ OUTCOME_STOPPED, NULL };
	return act ? done : changed;
}

int64_t param_id(const struct request *q)
{
	int64_t id;

	return *q->param != '0' && text_is_count(q->param, &id) && id > 0 ? id : 0;
}

const char *typed_value(const struct request *q, const char *field)
{
	int i = form_field(q->answers.form, field);

	return i >= 0 && q->answers.of[i].typed.count ? q->answers.of[i].typed.values[0] : "";
}

const char *query_value(const struct request *q, const char *name)
{
	const char *value = http_pair(&q->query, name);

	return value ? value : "";
}

void answer_headers(struct request *q)
{
	struct http_answer *answer = q->answer;

	http_header(answer, "Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
		    "base-uri 'none'; frame-ancestors 'none'");
	http_header(answer, "X-Content-Type-Options", "nosniff");
	http_header(answer, "Referrer-Policy", "same-origin");
	http_header(answer, "Cross-Origin-Opener-Policy", "same-origin");
	http_header(answer, "Cross-Origin-Resource-Policy", "same-origin");
	if (q->http->secure)
		http_header(answer, "Strict-Transport-Security", "max-age=31536000");
}

void answer_redirect(struct request *q, const char *where)
{
	/* With a fragment of its own: a browser would else keep the form's, and look for its mistakes. */
	const char *address = strchr(where, '#') ? where : arena_printf(q->work.arena, "%s#main", where);

	q->answer->status = 303;
	answer_headers(q);
	http_header(q->answer, "Cache-Control", "no-store");
	if (!http_header(q->answer, "Location", address)) {
		log_line("%s a redirect holds a control character", q->work.request);
		answer_error(q, 500, "fault");
	}
}

/* What could not be saved: the form again with what was typed, where there is one. */
static void answer_unsaved(struct request *q, int status, const char *kind)
{
	if (!q->typed || !q->view || !q->template || q->formless) {
		answer_error(q, status, kind);
		return;
	}
	q->facts.unsaved = kind;
	q->facts.language = NULL;
	render_page(q, status);
}

static void answer_trouble(struct request *q)
{
	switch (q->work.trouble) {
	case TROUBLE_BUSY: answer_unsaved(q, 503, "busy"); return;
	case TROUBLE_NOT_SAVED: answer_unsaved(q, 507, "not-saved"); return;
	/* The newer program is there already: whoever presses again meets it. */
	case TROUBLE_NEWER: answer_unsaved(q, 503, is_post(q) ? "busy" : "older"); return;
	case TROUBLE_CHANGED: answer_error(q, 409, "changed"); return;
	default: answer_error(q, 500, "fault");
	}
}

void answer_outcome(struct request *q, struct outcome outcome)
{
	switch (outcome.kind) {
	case OUTCOME_PAGE: render_page(q, 200); return;
	case OUTCOME_INVALID: render_page(q, 422); return;
	case OUTCOME_NEXT:
	case OUTCOME_REDIRECT: answer_redirect(q, outcome.where); return;
	case OUTCOME_DENIED: answer_error(q, 403, "denied"); return;
	case OUTCOME_MISSING: answer_error(q, 404, "missing"); return;
	case OUTCOME_CHANGED: answer_error(q, 409, "changed"); return;
	case OUTCOME_TOO_OFTEN: answer_error(q, 429, "too-often"); return;
	case OUTCOME_STOPPED: answer_trouble(q); return;
	case OUTCOME_ANSWERED: return;
	}
}

struct outcome web_download_file(struct request *q, const char *name, const char *path)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

	if (file < 0)
		return missing;
	web_download(q, name, "");
	q->answer->file = file;
	return (struct outcome){ OUTCOME_ANSWERED, NULL };
}

struct outcome web_download(struct request *q, const char *name, const char *bytes)
{
	q->answer->status = 200;
	answer_headers(q);
	http_header(q->answer, "Content-Type", q->page->type);
	http_header(q->answer, "Content-Disposition", arena_printf(q->work.arena, "attachment; filename=\"%s\"", name));
	http_header(q->answer, "Cache-Control", "no-store");
	buffer_text(&q->answer->body, bytes);
	return (struct outcome){ OUTCOME_ANSWERED, NULL };
}

struct outcome web_look(struct request *q, const char *type, const char *bytes)
{
	q->answer->status = 200;
	answer_headers(q);
	http_header(q->answer, "Content-Type", type);
	http_header(q->answer, "Cache-Control", "no-store");
	buffer_text(&q->answer->body, bytes);
	return (struct outcome){ OUTCOME_ANSWERED, NULL };
}
