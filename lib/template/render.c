/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "template/render.h"

#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/log.h"
#include "base/text.h"
#include "language/language.h"

static const char *pooled(const struct run *run, uint32_t offset)
{
	return run->render->template->pool + offset;
}

const struct member *run_member(const struct run *run, uint32_t path, const void **row)
{
	const struct render *render = run->render;
	const struct view *view;

	switch (PATH_SCOPE(path)) {
	case SCOPE_NONE:
		die("no path in %s", render->template->name);
	case SCOPE_PAGE:
		view = render->template->view;
		*row = render->page;
		break;
	case SCOPE_FACTS:
		view = render->facts_view;
		*row = render->facts;
		break;
	default: {
		const struct row_loop *loop = &run->loops[PATH_SCOPE(path) - SCOPE_ROW];
		view = loop->view;
		*row = list_row(view, loop->list, loop->at);
	}
	}
	const struct member *member = &view->members[PATH_STEP(path, 0)];
	for (int i = 1; i < PATH_STEPS && PATH_STEP(path, i) != PATH_NO_STEP; i++) {
		*row = member_at(member, *row);
		member = &member->of->members[PATH_STEP(path, i)];
	}
	return member;
}

const char *run_text(const struct run *run, uint32_t path)
{
	const void *row;
	const struct member *member = run_member(run, path, &row);

	if (member->kind == MEMBER_COUNT || member->kind == MEMBER_LIST)
		return arena_printf(run->render->arena, "%lld", (long long)run_count(run, path));
	return member_text(member, row);
}

int64_t run_count(const struct run *run, uint32_t path)
{
	const void *row;
	const struct member *member = run_member(run, path, &row);

	if (member->kind == MEMBER_LIST)
		return (int64_t)member_list(member, row).count;
	return member_count(member, row);
}

bool run_is_true(const struct run *run, uint32_t path)
{
	const void *row;
	const struct member *member = run_member(run, path, &row);

	switch (member->kind) {
	case MEMBER_FLAG: return member_flag(member, row);
	case MEMBER_COUNT: return member_count(member, row) != 0;
	case MEMBER_TEXT: return *member_text(member, row) != '\0';
	case MEMBER_LIST: return member_list(member, row).count > 0;
	default: return member_texts(member, row).count > 0;
	}
}

static void write_escaped(struct buffer *out, const char *text, const char *special)
{
	for (;;) {
		size_t plain = strcspn(text, special);
		buffer_add(out, text, plain);
		text += plain;
		switch (*text++) {
		case '\0': return;
		case '&': buffer_text(out, "&amp;"); break;
		case '<': buffer_text(out, "&lt;"); break;
		case '>': buffer_text(out, "&gt;"); break;
		case '"': buffer_text(out, "&quot;"); break;
		default: buffer_text(out, "&#39;"); break;
		}
	}
}

void write_text(struct run *run, const char *text)
{
	if (run->escape)
		write_escaped(run->out, text, "&<>");
	else
		buffer_text(run->out, text);
}

void write_attribute(struct run *run, const char *name, const char *value)
{
	if (!run->marked)
		return;
	buffer_char(run->out, ' ');
	buffer_text(run->out, name);
	buffer_text(run->out, "=\"");
	write_escaped(run->out, value, "&<>\"'");
	buffer_char(run->out, '"');
}

/* Relative, or one of the schemes that open no script. */
static bool is_allowed_address(const char *address)
{
	size_t scheme = strcspn(address, ":/?#");

	return address[scheme] != ':' || text_starts(address, "https:") || text_starts(address, "http:")
		|| text_starts(address, "mailto:") || text_starts(address, "tel:");
}

static void run_address(struct run *run, const char *name, const char *address)
{
	if (is_allowed_address(address))
		write_attribute(run, name, address);
	else
		log_line("%s: an address of a scheme that is not allowed was left out", run->render->template->name);
}

const char *link_to(struct arena *arena, struct link_base links, const char *program, const char *path)
{
	struct buffer link = buffer_in(arena, strlen(links.before) + strlen(program) + strlen(links.after) + strlen(path) + 2);

	buffer_text(&link, links.before);
	buffer_char(&link, '/');
	buffer_text(&link, program);
	buffer_text(&link, links.after);
	buffer_text(&link, path);
	return buffer_string(&link);
}

/* In a mail the address stands by itself, as text. */
static uint32_t run_link(struct run *run, const uint32_t *step, uint32_t at)
{
	struct arena *arena = run->render->arena;
	struct buffer path = buffer_in(arena, 64);

	for (uint32_t i = 0; i < step[3]; i++) {
		uint32_t piece = step[5 + 2 * i];
		if (step[4 + 2 * i] == LINK_TEXT)
			buffer_text(&path, pooled(run, piece));
		else
			buffer_text(&path, text_encoded(arena, run_text(run, piece)));
	}
	const char *address = link_to(arena, run->render->links, pooled(run, step[2]), buffer_string(&path));
	if (*pooled(run, step[1]))
		write_attribute(run, pooled(run, step[1]), address);
	else
		buffer_text(run->out, address);
	if (text_is(pooled(run, step[1]), "href") && run->render->here && text_is(address, run->render->here))
		write_attribute(run, "aria-current", "page");
	return at + 4 + 2 * step[3];
}

static uint32_t run_each(struct run *run, const uint32_t *step, uint32_t at)
{
	const void *row;
	const struct member *member = run_member(run, step[1], &row);
	struct list list = member_list(member, row);

	if (!list.count)
		return step[2];
	run->loops[run->depth++] = (struct row_loop){ member->of, list, 0, at + 3, step[2] };
	return at + 3;
}

static uint32_t run_next(struct run *run)
{
	struct row_loop *loop = &run->loops[run->depth - 1];

	if (++loop->at < loop->list.count)
		return loop->body;
	run->depth--;
	return loop->after;
}

static void run_day(struct run *run, uint32_t path, bool with_time)
{
	struct arena *arena = run->render->arena;
	const void *row;
	const struct member *member = run_member(run, path, &row);

	if (member->kind == MEMBER_TEXT)
		write_text(run, language_day(arena, member_text(member, row)));
	else if (with_time)
		write_text(run, language_moment(arena, member_count(member, row)));
	else
		write_text(run, language_day(arena, day_of(arena, member_count(member, row))));
}

static void run_numbered(struct run *run, const char *id)
{
	buffer_text(run->out, id);
	if (run->depth && run->loops[run->depth - 1].at)
		buffer_printf(run->out, "-%zu", run->loops[run->depth - 1].at + 1);
}

static void run_attribute_message(struct run *run, const char *name, uint32_t message)
{
	struct buffer words = buffer_in(run->render->arena, 64);
	struct run inner = *run;

	inner.out = &words;
	inner.escape = inner.marked = false;
	run_message(&inner, message);
	write_attribute(run, name, buffer_string(&words));
}

static void run_raw(struct run *run, const char *raw)
{
	if (run->marked)
		buffer_text(run->out, raw);
}

static void run_guard(struct run *run)
{
	if (run->render->language->reviewed)
		return;
	run->guarded = true;
	run_raw(run, " lang=\"en\" dir=\"ltr\"");
}

/* One step that writes something. Returns where the next one is. */
static uint32_t run_writing(struct run *run, const uint32_t *step, uint32_t at)
{
	switch ((enum code)step[0]) {
	case CODE_RAW:
		run_raw(run, pooled(run, step[1]));
		return at + 2;
	case CODE_WORD:
		write_text(run, pooled(run, step[1]));
		return at + 2;
	case CODE_VALUE:
		write_text(run, run_text(run, step[1]));
		return at + 2;
	case CODE_DAY:
	case CODE_MOMENT:
		run_day(run, step[1], step[0] == CODE_MOMENT);
		return at + 2;
	case CODE_ATTRIBUTE:
		write_attribute(run, pooled(run, step[1]), run_text(run, step[2]));
		return at + 3;
	case CODE_ATTRIBUTE_IF:
		if (run_is_true(run, step[2]))
			run_raw(run, pooled(run, step[1]));
		return at + 3;
	case CODE_ADDRESS:
		run_address(run, pooled(run, step[1]), run_text(run, step[2]));
		return at + 3;
	case CODE_MESSAGE:
		run_message(run, step[1]);
		return at + 2;
	case CODE_ATTRIBUTE_MESSAGE:
		run_attribute_message(run, pooled(run, step[1]), step[2]);
		return at + 3;
	case CODE_NUMBERED:
		run_numbered(run, pooled(run, step[1]));
		return at + 2;
	case CODE_FIELD_VALUE:
		run_field_value(run, step[1]);
		return at + 2;
	case CODE_FIELD_TEXT:
		run_field_text(run, step[1]);
		return at + 2;
	case CODE_FIELD_PART:
		run_field_part(run, step[1], step[2]);
		return at + 3;
	case CODE_CHOSEN:
		if (run_is_chosen(run, step[1], pooled(run, step[2])))
			run_raw(run, pooled(run, step[3]));
		return at + 4;
	case CODE_CHOSEN_ROW:
		if (run_is_chosen_row(run, step[1], step[2], step[3]))
			run_raw(run, pooled(run, step[4]));
		return at + 5;
	default:
		die("%s: no such step: %u", run->render->template->name, step[0]);
	}
}

/* One step, whichever. Returns where the next one is. */
static uint32_t run_step(struct run *run, uint32_t at)
{
	const uint32_t *step = run->render->template->words + at;

	switch ((enum code)step[0]) {
	case CODE_IF:
		return run_is_true(run, step[1]) ? at + 3 : step[2];
	case CODE_UNLESS:
		return run_is_true(run, step[1]) ? step[2] : at + 3;
	case CODE_IS:
		return text_is(run_text(run, step[1]), pooled(run, step[2])) ? at + 4 : step[3];
	case CODE_HAS:
		return text_has_word(run_text(run, step[1]), pooled(run, step[2])) ? at + 4 : step[3];
	case CODE_WRONG:
		return run_wrong(run, step[1]) == step[2] ? at + 4 : step[3];
	case CODE_ANY_WRONG:
		return run_wrong(run, step[1]) != REASON_NONE ? at + 3 : step[2];
	case CODE_EACH:
		return run_each(run, step, at);
	case CODE_NEXT:
		return run_next(run);
	case CODE_PLAIN:
		run->marked = false;
		return at + 1;
	case CODE_MARKED:
		run->marked = true;
		return at + 1;
	case CODE_LINK:
		return run_link(run, step, at);
	case CODE_GUARD:
		run_guard(run);
		return at + 1;
	case CODE_UNGUARD:
		run->guarded = false;
		return at + 1;
	default:
		return run_writing(run, step, at);
	}
}

void run_code(struct run *run, uint32_t at)
{
	while (run->render->template->words[at] != CODE_END)
		at = run_step(run, at);
}

void template_render(const struct render *render, struct buffer *out)
{
	bool html = (render->template->words[0] & TARGET_MASK) == TARGET_HTML;
	struct run run = { .render = render, .out = out, .escape = html, .marked = true };

	run_code(&run, 1);
}

/* What is wrong with a field, in plain words. */
static const char *mistake_words(const struct render *render, const struct field *field, enum reason reason)
{
	const uint32_t *messages = render->template->words + field->messages;
	struct buffer words = buffer_in(render->arena, 64);
	struct run run = { .render = render, .out = &words };

	run.guarded = (field->flags & FIELD_GUARDED) && !render->language->reviewed;

	for (uint32_t i = 0; i < field->message_count; i++)
		if (messages[2 * i] == reason) {
			run_message(&run, messages[2 * i + 1]);
			return buffer_string(&words);
		}
	die("%s has no words for %s", render->template->name, reason_name(reason));
}

static const struct member mistake_members[] = {
	VIEW_MEMBER(struct mistake, anchor),
	VIEW_MEMBER(struct mistake, words),
	VIEW_MEMBER(struct mistake, lang),
};
const struct view mistake_view = VIEW(mistake, mistake_members);

struct list template_mistakes(const struct render *render)
{
	const struct template *template = render->template;
	struct mistake *mistakes = arena_array(render->arena, template->field_count + 1, sizeof *mistakes);
	struct list list = { mistakes, 0 };

	for (size_t i = 0; render->answers && i < template->field_count; i++) {
		const struct field *field = &template->fields[i];
		enum reason wrong = render->answers->of[i].wrong;
		if (wrong == REASON_NONE)
			continue;
		mistakes[list.count++] = (struct mistake){
			.anchor = arena_printf(render->arena, "#%s", template->pool + field->anchor),
			.words = mistake_words(render, field, wrong),
			.lang = field->flags & FIELD_GUARDED && !render->language->reviewed ? "en" : render->language->code,
		};
	}
	return list;
}
