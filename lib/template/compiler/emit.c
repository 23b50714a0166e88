/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "template/compiler/emit.h"

/* Makes room for one more of `size` bytes in an array that doubles. */
static void *grown(struct arena *arena, void *items, size_t count, size_t *room, size_t size)
{
	if (count < *room)
		return items;
	size_t more = *room ? 2 * *room : 256;
	void *bigger = arena_array(arena, more, size);
	if (count)
		memcpy(bigger, items, count * size);
	*room = more;
	return bigger;
}

uint32_t pooled(struct compile *c, const char *text)
{
	return pool_offset(c->pool, text);
}

void emit(struct compile *c, uint32_t word)
{
	c->words = grown(c->arena, c->words, c->word_count, &c->word_room, sizeof *c->words);
	c->words[c->word_count++] = word;
}

void flush_raw(struct compile *c)
{
	if (!c->raw.length)
		return;
	const char *raw = arena_copy(c->arena, buffer_string(&c->raw));
	c->raw.length = 0;
	emit(c, CODE_RAW);
	emit(c, pooled(c, raw));
}

void emit_raw(struct compile *c, const char *text)
{
	buffer_text(&c->raw, text);
}

void emit_raw_escaped(struct compile *c, const char *text)
{
	for (; *text; text++)
		switch (*text) {
		case '&': emit_raw(c, "&amp;"); break;
		case '<': emit_raw(c, "&lt;"); break;
		case '>': emit_raw(c, "&gt;"); break;
		case '"': emit_raw(c, "&quot;"); break;
		default: buffer_char(&c->raw, *text);
		}
}

void emit_step(struct compile *c, enum code code, size_t operands, const uint32_t *operand)
{
	flush_raw(c);
	emit(c, code);
	for (size_t i = 0; i < operands; i++)
		emit(c, operand[i]);
}

size_t emit_hole(struct compile *c)
{
	emit(c, 0);
	return c->word_count - 1;
}

void patch_here(struct compile *c, size_t hole)
{
	flush_raw(c);
	c->words[hole] = (uint32_t)c->word_count;
}

struct pending *put_off(struct compile *c, enum pending_kind kind, struct node *node, const struct scopes *scopes)
{
	struct pending *pending = arena_alloc(c->arena, sizeof *pending);

	*pending = (struct pending){ .kind = kind, .node = node, .patch = emit_hole(c) };
	if (scopes)
		pending->scopes = *scopes;
	if (c->last_pending)
		c->last_pending->next = pending;
	else
		c->pending = pending;
	c->last_pending = pending;
	return pending;
}

static uint32_t write_one(struct compile *c, struct pending *pending)
{
	struct node *node = pending->node;
	uint32_t at = (uint32_t)c->word_count;

	switch (pending->kind) {
	case PENDING_MESSAGE:
		if (!node->message)
			node->message = compile_message(c, node, &pending->scopes);
		return node->message;
	case PENDING_ATTRIBUTE_MESSAGE:
		return compile_attribute_message(c, node, pending->text);
	case PENDING_OPEN:
		emit_open(c, node, &pending->scopes);
		break;
	case PENDING_CLOSE:
		emit_close(c, node, &pending->scopes);
		break;
	case PENDING_WHOLE:
		emit_node(c, node, &pending->scopes);
		break;
	case PENDING_WORD:
		EMIT(c, CODE_WORD, pooled(c, pending->text));
		break;
	case PENDING_COUNT:
		EMIT(c, CODE_VALUE, pending->path);
		break;
	}
	flush_raw(c);
	emit(c, CODE_END);
	return at;
}

void write_pending(struct compile *c)
{
	while (c->pending) {
		struct pending *pending = c->pending;
		c->pending = pending->next;
		if (!c->pending)
			c->last_pending = NULL;
		uint32_t at = write_one(c, pending);
		c->words[pending->patch] = at;
	}
}

void add_message(struct compile *c, const struct compiled_message *message)
{
	c->messages = grown(c->arena, c->messages, c->message_count, &c->message_room, sizeof *c->messages);
	c->messages[c->message_count++] = *message;
}

void add_sample(struct compile *c, const struct compiled_sample *sample)
{
	c->samples = grown(c->arena, c->samples, c->sample_count, &c->sample_room, sizeof *c->samples);
	c->samples[c->sample_count++] = *sample;
}

void add_link(struct compile *c, const char *link)
{
	c->links = grown(c->arena, c->links, c->link_count, &c->link_room, sizeof *c->links);
	c->links[c->link_count++] = link;
}
