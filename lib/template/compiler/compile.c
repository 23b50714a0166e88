/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/arena.h"
#include "base/text.h"
#include "template/compiler/emit.h"
#include "template/template.h"

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

	pooled(c, "");
	emit(c, (uint32_t)c->target | (has_form(c) ? TEMPLATE_HAS_FORM : 0));
	emit_node(c, c->root, &none);
	flush_raw(c);
	emit(c, CODE_END);
	write_pending(c);
}

static void hand_over(struct compile *c, struct compiled *compiled)
{
	struct field *fields = arena_array(c->arena, c->draft_count + 1, sizeof *fields);
	struct compiled_answer *answers = arena_array(c->arena, c->draft_count + 1, sizeof *answers);

	write_fields(c, fields);
	for (size_t i = 0; i < c->draft_count; i++)
		answers[i] = (struct compiled_answer){ c->drafts[i].name, answer_kind(&fields[i]) };
	*compiled = (struct compiled){
		.name = c->name, .view = c->view, .words = c->words, .word_count = c->word_count,
		.pool = c->pool, .pool_size = c->pool_size, .fields = fields, .field_count = c->draft_count,
		.answers = answers, .messages = c->messages, .message_count = c->message_count,
		.links = c->links, .link_count = c->link_count, .samples = c->samples, .sample_count = c->sample_count,
	};
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
