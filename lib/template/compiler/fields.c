/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The page's own form, read as the contract that the server judges by. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "template/compiler/emit.h"

bool is_control(const struct node *node)
{
	return node_is(node, "input") || node_is(node, "select") || node_is(node, "textarea")
		|| (node_is(node, "button") && node_html(node, "name"));
}

struct draft *draft_of(struct compile *c, const struct node *node)
{
	return node->field >= 0 ? &c->drafts[node->field] : NULL;
}

struct scopes scopes_at(struct compile *c, struct node *node)
{
	struct scopes scopes = { .count = 0 };

	if (!node)
		return scopes;
	scopes = scopes_at(c, node->parent);
	if (node->name && node_word(node, "each"))
		enter_rows(c, node, &scopes);
	return scopes;
}

static bool is_post(const struct node *form)
{
	const char *method = node_html(form, "method");

	return method && text_is(method, "post");
}

static void find_own_form(struct compile *c)
{
	for (struct node *n = c->root; n; n = node_after(c->root, n)) {
		if (!node_is(n, "form") || node_html(n, "action"))
			continue;
		if (!is_post(n))
			wrong(c, n, "a form has neither method=\"post\" nor an action", "Say method=\"post\"");
		else if (c->form)
			wrong(c, n, "a page has one form of its own", "Give the other an action, a page of its own");
		else
			c->form = n;
	}
}

/* What a control's type makes of it, or -1. */
static int kind_of(const struct node *node)
{
	static const struct { const char *type; int kind; } kinds[] = {
		{ "text", FIELD_TEXT }, { "tel", FIELD_TEXT }, { "password", FIELD_TEXT }, { "hidden", FIELD_TEXT }, { "email", FIELD_EMAIL },
		{ "number", FIELD_NUMBER }, { "radio", FIELD_CHOICE }, { "checkbox", FIELD_FLAG },
		{ "file", FIELD_FILE },
	};
	const char *type = node_html(node, "type");

	if (node_is(node, "textarea"))
		return FIELD_LONG_TEXT;
	if (node_is(node, "select") || node_is(node, "button"))
		return FIELD_CHOICE;
	for (size_t i = 0; type && i < sizeof kinds / sizeof *kinds; i++)
		if (text_is(kinds[i].type, type))
			return kinds[i].kind;
	return -1;
}

/* Which box of a date a name such as birth.month is for: 0, 1, 2, or -1. */
static int date_part(const char *name)
{
	const char *dot = strchr(name, '.');

	if (!dot)
		return -1;
	return text_is(dot, ".day") ? 0 : text_is(dot, ".month") ? 1 : text_is(dot, ".year") ? 2 : -1;
}

static struct draft *find_draft(struct compile *c, const char *name)
{
	for (size_t i = 0; i < c->draft_count; i++)
		if (text_is(c->drafts[i].name, name))
			return &c->drafts[i];
	return NULL;
}

static struct draft *new_draft(struct compile *c, struct node *node, const char *name, int kind)
{
	if (c->draft_count == FIELDS_MAX) {
		wrong(c, node, "a form has too many fields", "Make two pages of it");
		return NULL;
	}
	struct draft *draft = &c->drafts[c->draft_count++];
	*draft = (struct draft){ .name = name, .first = node };
	draft->field = (struct field){ .kind = (uint32_t)kind, .least = INT32_MIN, .most = INT32_MAX, .parent = -1 };
	draft->hidden = text_is(node_html(node, "type") ? node_html(node, "type") : "", "hidden");
	draft->pressed = node_is(node, "button");
	draft->anchor = draft->hidden || draft->pressed ? "page-form" : NULL;
	return draft;
}

/* The draft that a control belongs to: one of its name, or a new one. */
static struct draft *claim(struct compile *c, struct node *node, const char *name, int kind)
{
	struct draft *draft = find_draft(c, name);

	if (!draft)
		return new_draft(c, node, name, kind);
	if (draft->field.kind == FIELD_FLAG && kind == FIELD_FLAG)
		draft->field.kind = FIELD_CHOICES;
	bool several = draft->field.kind == FIELD_CHOICE || draft->field.kind == FIELD_CHOICES
		|| draft->field.kind == FIELD_DATE;
	bool same = (int)draft->field.kind == kind || (draft->field.kind == FIELD_CHOICES && kind == FIELD_FLAG);
	if (!several || !same) {
		wrong(c, node, arena_printf(c->arena, "two controls are called %s", name), "Give one another name");
		return NULL;
	}
	return draft;
}

static void add_option(struct compile *c, struct node *node, struct draft *draft, const char *value)
{
	if (!value || !*value || strchr(value, ' ')) {
		wrong(c, node, "an option has no value, or one with a space", "Give it a value of one word");
		return;
	}
	if (draft->field.option_count == sizeof draft->options / sizeof *draft->options) {
		wrong(c, node, "a field has too many options", "Offer fewer");
		return;
	}
	draft->options[draft->field.option_count++] = value;
}

/* An option for each row: the list, and the member that is its value. */
static void bind_options(struct compile *c, struct node *node, struct draft *draft)
{
	struct scopes scopes = scopes_at(c, node);
	enum member_kind kind;
	const struct view *of;
	const char *bound = node_bound(node, "value");
	const char *dot = bound ? strchr(bound, '.') : NULL;

	/* A list that is not known was complained of already. */
	if (!scopes.count)
		return;
	const struct scope_row *row = &scopes.rows[scopes.count - 1];
	if (!dot || !find_path(c, node, &scopes, bound, &kind, &of)) {
		wrong(c, node, "an option in a list has no set:value", "Bind its value to a member of the row");
		return;
	}
	int member = view_find(row->view, dot + 1, strlen(dot + 1));
	if (member < 0 || (kind != MEMBER_TEXT && kind != MEMBER_COUNT)) {
		wrong(c, node, "the value of an option is a member of its own row", "Bind it to a text or a count of the row");
		return;
	}
	draft->field.flags |= FIELD_BOUND | (kind == MEMBER_COUNT ? FIELD_COUNTS : 0);
	draft->field.rows = row->list;
	draft->field.row_value = (uint32_t)member;
}

static struct node *rows_inside(const struct compile *c, struct node *node)
{
	for (struct node *n = node; n != c->form; n = n->parent)
		if (node_word(n, "each"))
			return n;
	return NULL;
}

static void read_option(struct compile *c, struct node *node, struct draft *draft)
{
	bool bound = rows_inside(c, node) != NULL;

	if (bound ? draft->field.option_count > 0 : (draft->field.flags & FIELD_BOUND) != 0)
		wrong(c, node, "bound and fixed options are mixed in one field",
		      "Make the fixed one a field of its own, or a row of the list");
	else if (bound)
		bind_options(c, node, draft);
	else
		add_option(c, node, draft, node_html(node, "value"));
}

static void read_select(struct compile *c, struct node *node, struct draft *draft)
{
	for (struct node *n = node->first; n; n = node_after(node, n))
		if (node_is(n, "option") && !(node_html(n, "value") && !*node_html(n, "value"))) {
			n->field = node->field;
			read_option(c, n, draft);
		}
}

static int32_t number_of(struct compile *c, const struct node *node, const char *text, int32_t none)
{
	int64_t number;

	if (!text)
		return none;
	if (!text_is_count(text, &number) || number < INT32_MIN || number > INT32_MAX) {
		wrong(c, node, arena_printf(c->arena, "%s is no number", text), "Write a whole number");
		return none;
	}
	return (int32_t)number;
}

static void read_rules(struct compile *c, struct node *node, struct draft *draft)
{
	struct field *field = &draft->field;

	if (node_html(node, "required") || draft->pressed)
		field->flags |= FIELD_REQUIRED;
	if (node_word(node, "fresh"))
		field->flags |= FIELD_FRESH;
	if (node_html(node, "minlength"))
		field->min_length = (uint32_t)number_of(c, node, node_html(node, "minlength"), 0);
	if (node_html(node, "maxlength"))
		field->max_length = (uint32_t)number_of(c, node, node_html(node, "maxlength"), 0);
	field->least = number_of(c, node, node_html(node, "min"), field->least);
	field->most = number_of(c, node, node_html(node, "max"), field->most);
	bool has_length = field->kind == FIELD_TEXT || field->kind == FIELD_LONG_TEXT || field->kind == FIELD_EMAIL;
	if (has_length && !field->max_length && !draft->hidden)
		wrong(c, node, arena_printf(c->arena, "%s says no maxlength", draft->name), "Say how much it can hold");
}

static void read_hidden(struct compile *c, struct node *node, struct draft *draft)
{
	enum member_kind kind;
	const struct view *of;
	struct scopes scopes = scopes_at(c, node);
	const char *bound = node_bound(node, "value");

	draft->field.flags |= FIELD_REQUIRED;
	if (bound && find_path(c, node, &scopes, bound, &kind, &of) && kind == MEMBER_COUNT)
		draft->field.flags |= FIELD_COUNTS;
	if (!bound && !node_html(node, "value"))
		wrong(c, node, "a hidden field has no value", "Give it value or set:value");
}

static void name_control(struct compile *c, struct node *node, const struct draft *draft, int part)
{
	static const char *const parts[] = { "day", "month", "year" };
	const char *value = node_html(node, "value");

	if (draft->hidden || draft->pressed || node_html(node, "id"))
		return;
	const char *id = part >= 0 ? arena_printf(c->arena, "%s-%s", draft->name, parts[part])
		: node == draft->first || !value || rows_inside(c, node) ? draft->name
		: arena_printf(c->arena, "%s-%s", draft->name, value);
	node_set(c, node, ATTRIBUTE_HTML, "id", id);
}

static void read_control(struct compile *c, struct node *node)
{
	const char *name = node_html(node, "name");
	int kind = kind_of(node), part = name ? date_part(name) : -1;

	if (!name || kind < 0) {
		wrong(c, node, "a control has no name, or a type that is not known", "See docs/adding-a-page.md for the types");
		return;
	}
	if (text_has_word("token once filled to_lang", name)) {
		wrong(c, node, arena_printf(c->arena, "a control is called %s, as what every form sends", name), "Give it another name");
		return;
	}
	if (part >= 0) {
		name = arena_slice(c->arena, name, strcspn(name, "."));
		kind = FIELD_DATE;
	}
	struct draft *draft = claim(c, node, name, kind);
	if (!draft)
		return;
	node->field = (int)(draft - c->drafts);
	draft->parts |= part >= 0 ? 1 << part : 0;
	read_rules(c, node, draft);
	if (draft->hidden)
		read_hidden(c, node, draft);
	else if (node_is(node, "select"))
		read_select(c, node, draft);
	else if (kind == FIELD_CHOICE || kind == FIELD_FLAG)
		read_option(c, node, draft);
	else if (rows_inside(c, node))
		wrong(c, node, "a control that is no option stands in b:each", "Ask it on a page of its own");
	if (kind == FIELD_FLAG && rows_inside(c, node))
		draft->field.kind = FIELD_CHOICES;
	name_control(c, node, draft, part);
	if (!draft->anchor)
		draft->anchor = node_html(node, "id");
}

/* What the view holds for a field; without it the box would be empty and saving would wipe the answer. */
static void find_value(struct compile *c, struct draft *draft)
{
	struct field *field = &draft->field;
	enum member_kind kind = MEMBER_LIST;
	const struct view *of;
	bool by_row = draft->first->field >= 0 && node_bound(draft->first, "checked");

	if (draft->hidden || draft->pressed || field->flags & FIELD_FRESH || field->kind == FIELD_FILE || by_row)
		return;
	field->value = reach_path(c->view, draft->name, &kind, &of);
	bool fits = field->kind == FIELD_FLAG ? kind == MEMBER_FLAG || kind == MEMBER_COUNT
		: kind == MEMBER_TEXT || (kind == MEMBER_COUNT && field->kind != FIELD_CHOICES);
	if (!field->value || !fits)
		wrong(c, draft->first, arena_printf(c->arena, "the view %s cannot fill %s", c->view->name, draft->name),
		      "Let its statement read it, or say b:fresh");
}

static void finish_draft(struct compile *c, struct draft *draft)
{
	struct field *field = &draft->field;

	if (field->kind == FIELD_CHOICES) {
		field->least = field->least == INT32_MIN ? 0 : field->least;
		field->flags &= ~(uint32_t)FIELD_REQUIRED;
	}
	if (field->kind == FIELD_DATE && draft->parts != 7)
		wrong(c, draft->first, arena_printf(c->arena, "the date %s has not three boxes", draft->name),
		      "Call them .day, .month and .year");
	find_value(c, draft);
}

void find_fields(struct compile *c)
{
	find_own_form(c);
	for (struct node *n = c->root; n; n = node_after(c->root, n)) {
		if (!is_control(n) || node_html(n, "form"))
			continue;
		struct node *form = node_within(n, "form");
		if (!form)
			wrong(c, n, "a control stands outside a form", "Put it into the form");
		else if (form == c->form)
			read_control(c, n);
	}
	find_boxes(c);
	for (size_t i = 0; i < c->draft_count; i++)
		finish_draft(c, &c->drafts[i]);
}
