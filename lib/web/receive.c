/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What can be refused before the database is asked. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "own/own.h"
#include "web/internal.h"

struct outcome refuse(struct request *q, int status, const char *kind)
{
	answer_error(q, status, kind);
	return (struct outcome){ OUTCOME_ANSWERED, NULL };
}

/* `/pair/:pair_id` fits `/pair/12`; the rest is the page's number. */
static bool fits(const char *path, const char *asked, const char **param)
{
	const char *colon = strchr(path, ':');
	size_t fixed = colon ? (size_t)(colon - path) : strlen(path);

	if (strncmp(path, asked, fixed) || (!colon && asked[fixed]))
		return false;
	*param = asked + fixed;
	return !colon || (**param && !strchr(*param, '/'));
}

static bool find_page(struct request *q)
{
	for (size_t i = 0; i < q->program->page_count; i++)
		if (fits(q->program->pages[i].path, q->path, &q->param)) {
			q->page = &q->program->pages[i];
			return true;
		}
	return false;
}

/* The template of a row: PROGRAM and the fixed part of its path. */
static const struct template *template_for(const struct request *q)
{
	size_t program = strlen(q->program->name);
	size_t path = strcspn(q->page->path, ":");

	if (path > 1 && q->page->path[path - 1] == '/')
		path--;
	for (size_t i = 0; i < *q->program->template_count; i++) {
		const struct template *template = q->program->templates[i];
		const char *name = template->name;
		if (strncmp(name, q->program->name, program) == 0 && strncmp(name + program, q->page->path, path) == 0
		    && !name[program + path])
			return template;
	}
	return NULL;
}

bool is_post(const struct request *q)
{
	return text_is(q->http->method, "POST");
}

static struct outcome check_method(struct request *q)
{
	bool reads = text_is(q->http->method, "GET") || text_is(q->http->method, "HEAD");
	bool keeps = q->page->keeps.statement || q->page->keeps.keep;

	if (reads || (is_post(q) && keeps))
		return shown;
	http_header(q->answer, "Allow", keeps ? "GET, HEAD, POST" : "GET, HEAD");
	http_drain(q->http);
	return refuse(q, 405, "method");
}

static bool has_long_value(const struct http_pairs *pairs)
{
	for (size_t i = 0; i < pairs->count; i++)
		if (strlen(pairs->pairs[i].value) > VALUE_MAX)
			return true;
	return false;
}

struct outcome refuse_body(struct request *q, enum http_body ended)
{
	switch (ended) {
	case BODY_TOO_LARGE: return refuse(q, 413, "too-large");
	case BODY_WRONG_TYPE: return refuse(q, 415, "wrong-type");
	case BODY_CUT: return refuse(q, 400, "cut");
	case BODY_READ: break;
	}
	return shown;
}

static struct outcome read_post(struct request *q)
{
	struct buffer body;
	enum http_body ended = http_read_body(q->work.arena, q->http, BODY_MAX, &body);

	if (ended != BODY_READ)
		return refuse_body(q, ended);
	if (!http_pairs_read(q->work.arena, buffer_string(&body), body.length, FIELDS_MAX_SENT, &q->sent))
		return refuse(q, 400, "bad-bytes");
	return has_long_value(&q->sent) ? refuse(q, 413, "too-large") : shown;
}

struct outcome receive(struct request *q)
{
	q->path = text_is(q->http->path, "") || text_is(q->http->path, "/") ? q->program->home : q->http->path;
	if (!http_pairs_read(q->work.arena, q->http->query_string, strlen(q->http->query_string), FIELDS_MAX_SENT, &q->query)
	    || !utf8_is_valid(q->path, strlen(q->path)))
		return refuse(q, 400, "bad-bytes");
	if (answer_file(q))
		return (struct outcome){ OUTCOME_ANSWERED, NULL };
	if (!find_page(q)) {
		http_drain(q->http);
		return missing;
	}
	q->template = template_for(q);
	if (q->template && q->site->state == SITE_READY)
		q->template = own_template(q->work.arena, q->site, q->template);
	struct outcome method = check_method(q);
	if (method.kind != OUTCOME_PAGE)
		return method;
	if (is_post(q))
		return q->page->upload ? read_upload(q) : read_post(q);
	http_drain(q->http);
	return shown;
}
