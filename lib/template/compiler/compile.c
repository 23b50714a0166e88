/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"
#include "template/compiler/emit.h"
#include "template/template.h"

enum { VIEWS_DEEP = 8 };

/* signup/name takes the view signup_name. */
static const struct view *view_for(struct compile *c)
{
	char *name = arena_copy(c->arena, c->name);

	for (char *at = name; *at; at++)
		if (*at == '/' || *at == '-')
			*at = '_';
	const struct view *view = c->settings->view(name);
	return view ? view : &no_view;
}

static enum member_kind answer_kind(const struct field *field)
{
	if (field->kind == FIELD_CHOICES)
		return MEMBER_TEXTS;
	if (field->kind == FIELD_FLAG)
		return MEMBER_FLAG;
	return field->kind == FIELD_NUMBER || field->flags & FIELD_COUNTS ? MEMBER_COUNT : MEMBER_TEXT;
}

/* Whether something can be typed that changing the language must not lose. */
static bool has_form(struct compile *c)
{
	return c->form && scopes_at(c, c->form).count == 0;
}

static void write_code(struct compile *c)
{
	struct scopes none = { .count = 0 };

	emit(c, (uint32_t)c->target | (has_form(c) ? TEMPLATE_HAS_FORM : 0));
	emit_node(c, c->root, &none);
	flush_raw(c);
	emit(c, CODE_END);
	write_pending(c);
}

/* Names and kinds of all that a path may lead to: their numbers are in the compiled words. */
static uint64_t hash_view(uint64_t hash, const struct view *view, int depth)
{
	hash = hash_bytes(hash, "{", 1);
	for (size_t i = 0; i < view->count && depth < VIEWS_DEEP; i++) {
		hash = hash_bytes(hash, view->members[i].name, strlen(view->members[i].name) + 1);
		hash = hash_bytes(hash, &view->members[i].kind, sizeof view->members[i].kind);
		if (view->members[i].of)
			hash = hash_view(hash, view->members[i].of, depth + 1);
	}
	return hash_bytes(hash, "}", 1);
}

static uint64_t version_of(const struct compile *c, const struct compiled *compiled)
{
	uint64_t hash = hash_bytes(HASH_START, c->name, strlen(c->name) + 1);

	hash = hash_bytes(hash, compiled->words, compiled->word_count * sizeof *compiled->words);
	hash = hash_bytes(hash, compiled->pool, compiled->pool_size);
	hash = hash_bytes(hash, compiled->fields, compiled->field_count * sizeof *compiled->fields);
	return hash_view(hash_view(hash, c->view, 0), c->settings->facts, 0);
}

static void hand_over(struct compile *c, struct compiled *compiled)
{
	struct field *fields = arena_array(c->arena, c->draft_count + 1, sizeof *fields);
	struct compiled_answer *answers = arena_array(c->arena, c->draft_count + 1, sizeof *answers);

	write_fields(c, fields);
	for (size_t i = 0; i < c->draft_count; i++)
		answers[i] = (struct compiled_answer){ c->drafts[i].name, answer_kind(&fields[i]) };
	*compiled = (struct compiled){
		.name = c->name, .view = c->view, .words = c->words, .word_count = c->word_count, .fields = fields, .field_count = c->draft_count,
		.answers = answers, .messages = c->messages, .message_count = c->message_count,
		.links = c->links, .link_count = c->link_count, .samples = c->samples, .sample_count = c->sample_count,
	};
	compiled->pool = pool_bytes(c->pool, &compiled->pool_size);
	compiled->version = version_of(c, compiled);
}

struct compile_errors compile_template(const struct compile_settings *settings, const char *name,
				       struct compiled *compiled)
{
	struct compile *c = arena_alloc(settings->arena, sizeof *c);

	c->settings = settings;
	c->arena = settings->arena;
	c->name = name;
	c->target = text_starts(name, "mail/") ? TARGET_MAIL : TARGET_HTML;
	c->raw = buffer_in(c->arena, 256);
	c->pool = settings->pool ? settings->pool : pool_new(c->arena);
	c->view = view_for(c);
	c->root = read_template(c, name);
	if (c->root)
		expand_uses(c);
	if (!c->error_count) {
		find_samples(c);
		find_fields(c);
		settle_messages(c);
		check_page(c);
	}
	if (!c->error_count) {
		write_code(c);
		hand_over(c, compiled);
	}
	return (struct compile_errors){ c->errors, c->error_count };
}
