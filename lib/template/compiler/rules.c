/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/arena.h"
#include "base/text.h"
#include "template/compiler/emit.h"

/* The mistakes that the rules of a field can find. */
static bool has_rule(const struct draft *draft, enum reason reason)
{
	const struct field *field = &draft->field;
	bool text = field->kind == FIELD_TEXT || field->kind == FIELD_LONG_TEXT || field->kind == FIELD_EMAIL
		|| field->kind == FIELD_NUMBER;
	bool choice = field->kind == FIELD_CHOICE || field->kind == FIELD_CHOICES;
	bool several = field->kind == FIELD_CHOICES;

	switch (reason) {
	case REASON_MISSING: return field->flags & FIELD_REQUIRED;
	case REASON_TOO_SHORT: return field->min_length > 0;
	case REASON_TOO_LONG: return field->max_length > 0 || field->kind == FIELD_FILE;
	case REASON_WRONG_FORM:
		return node_html(draft->first, "pattern") || field->kind == FIELD_EMAIL || field->kind == FIELD_NUMBER
			|| field->kind == FIELD_DATE || field->kind == FIELD_FILE || (text && field->flags & FIELD_COUNTS);
	case REASON_TOO_SMALL: return !several && field->least > INT32_MIN;
	case REASON_TOO_LARGE: return !several && field->most < INT32_MAX;
	case REASON_TOO_FEW: return several && field->least > 0;
	case REASON_TOO_MANY: return several && field->most < INT32_MAX;
	case REASON_NOT_OFFERED: return choice;
	case REASON_NOT_TEXT: return text;
	case REASON_REPEATED: return text || choice;
	default: return false;
	}
}

/* Behind the label or legend, the hint and the page's own paragraphs: before the first control. */
static struct node *place_for_words(const struct draft *draft)
{
	struct node *place = NULL;

	for (struct node *n = draft->box->first; n; n = n->next) {
		bool words = n->name && (node_is(n, "legend") || node_is(n, "label") || node_has_class(n, "hint")
					 || node_word(n, "when"));
		if (words && (!node_is(n, "label") || !place))
			place = n;
		else if (n->name && place)
			break;
	}
	return place;
}

static void settle(struct compile *c, struct draft *draft)
{
	struct node *place = draft->box ? place_for_words(draft) : NULL;

	for (int i = REASON_NONE + 1; i < REASON_TAKEN; i++) {
		struct node *said = draft->said[i];
		const char *name = reason_name((enum reason)i);
		bool in_page = said && (!c->defaults || !text_is(said->file, c->defaults->file));
		if (!has_rule(draft, (enum reason)i)) {
			if (in_page)
				wrong(c, said, arena_printf(c->arena, "%s has words for %s, but no rule that finds it", draft->name, name),
				      "Take the paragraph out, or add the rule");
			draft->said[i] = NULL;
			continue;
		}
		if (!said) {
			wrong(c, draft->first, arena_printf(c->arena, "%s can be refused as %s, and has no words for it", draft->name, name),
			      arena_printf(c->arena, "Add <p class=\"error\" b:when=\"%s\"> beside it", name));
			continue;
		}
		/* What field.xml says stands in no tree yet. */
		struct node *frame = said;
		while (frame->parent && !node_word(frame, "when"))
			frame = frame->parent;
		if (draft->box && !frame->parent) {
			node_insert(draft->box, place, frame);
			place = frame;
		}
	}
}

void settle_messages(struct compile *c)
{
	for (size_t i = 0; i < c->draft_count; i++)
		settle(c, &c->drafts[i]);
}

static uint32_t write_options(struct compile *c, const struct draft *draft)
{
	uint32_t at = (uint32_t)c->word_count;

	for (uint32_t i = 0; i < draft->field.option_count; i++)
		emit(c, pooled(c, draft->options[i]));
	return at;
}

static void write_messages(struct compile *c, struct draft *draft)
{
	for (int i = 0; i < REASONS; i++)
		if (draft->said[i] && !draft->said[i]->message) {
			struct scopes scopes = scopes_at(c, draft->said[i]);
			draft->said[i]->message = compile_message(c, draft->said[i], &scopes);
			write_pending(c);
		}
	draft->field.messages = (uint32_t)c->word_count;
	for (int i = 0; i < REASONS; i++)
		if (draft->said[i]) {
			emit(c, (uint32_t)i);
			emit(c, draft->said[i]->message);
			draft->field.message_count++;
		}
}

void write_fields(struct compile *c, struct field *fields)
{
	for (size_t i = 0; i < c->draft_count; i++) {
		struct draft *draft = &c->drafts[i];
		struct field *field = &draft->field;
		const char *pattern = node_html(draft->first, "pattern");

		write_messages(c, draft);
		field->name = pooled(c, draft->name);
		field->anchor = pooled(c, draft->anchor);
		field->parent_option = pooled(c, draft->parent_option ? draft->parent_option : "");
		field->options = write_options(c, draft);
		field->pattern = pattern ? compile_pattern(c, draft->first, pattern) : 0;
		field->flags |= draft->guarded ? FIELD_GUARDED : 0;
		fields[i] = *field;
	}
}
