/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "matching/lines.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

void lines_start(struct lines *lines, int file, int copy)
{
	lines->file = file;
	lines->copy = copy;
	lines->number = 0;
	lines->at = lines->end = 0;
}

static bool write_all(int file, const unsigned char *bytes, size_t count)
{
	while (count > 0) {
		ssize_t written = write(file, bytes, count);
		if (written < 0 && errno != EINTR)
			return false;
		if (written > 0) {
			bytes += written;
			count -= (size_t)written;
		}
	}
	return true;
}

/* Reads on behind what is there. *got is 0 at the end of the file. */
static enum matching_fault fill(struct lines *lines, size_t *got)
{
	ssize_t count;

	if (lines->at > 0) {
		memmove(lines->bytes, lines->bytes + lines->at, lines->end - lines->at);
		lines->end -= lines->at;
		lines->at = 0;
	}
	do
		count = read(lines->file, lines->bytes + lines->end, LINES_BYTES - lines->end);
	while (count < 0 && errno == EINTR);
	if (count < 0)
		return MATCHING_FAULT_READ;
	*got = (size_t)count;
	if (lines->copy >= 0 && !write_all(lines->copy, lines->bytes + lines->end, *got))
		return MATCHING_FAULT_SPOOL;
	lines->end += *got;
	return MATCHING_FAULT_NONE;
}

/* A comment may be of any length: what was seen of it is let go. */
static enum matching_fault skip_comment(struct lines *lines)
{
	for (;;) {
		unsigned char *from = lines->bytes + lines->at;
		size_t length = lines->end - lines->at, got;
		unsigned char *newline = memchr(from, '\n', length);
		if (newline)
			length = (size_t)(newline - from);
		if (memchr(from, '\0', length) || memchr(from, '\r', length))
			return MATCHING_FAULT_BYTE;
		lines->at += length + (newline != NULL);
		if (newline)
			return MATCHING_FAULT_NONE;
		enum matching_fault fault = fill(lines, &got);
		if (fault != MATCHING_FAULT_NONE)
			return fault;
		if (!got)
			return MATCHING_FAULT_CUT;
	}
}

static enum matching_fault read_number(const unsigned char **at, const unsigned char *end, int64_t *number)
{
	const unsigned char *p = *at;
	uint64_t n = 0;
	bool too_great = false, negative = p < end && *p == '-';

	p += negative;
	if (p == end || *p == ' ')
		return negative ? MATCHING_FAULT_NUMBER : MATCHING_FAULT_FIELDS;
	for (; p < end && *p != ' '; p++) {
		if (*p < '0' || *p > '9')
			return MATCHING_FAULT_NUMBER;
		uint64_t digit = (uint64_t)(*p - '0');
		too_great = too_great || n > (INT64_MAX - digit) / 10;
		n = too_great ? 0 : n * 10 + digit;
	}
	*at = p;
	*number = (int64_t)n;
	return negative || too_great ? MATCHING_FAULT_RANGE : MATCHING_FAULT_NONE;
}

static enum matching_fault read_record(const unsigned char *at, const unsigned char *end, struct record *record)
{
	size_t letters = 0;

	memset(record->fields, 0, sizeof record->fields);
	while (at < end && ((*at >= 'a' && *at <= 'z') || *at == '-') && letters + 1 < WORD_BYTES)
		record->word[letters++] = (char)*at++;
	record->word[letters] = '\0';
	if (letters == 0 || (at < end && *at != ' '))
		return MATCHING_FAULT_RECORD;
	for (record->count = 0; at < end; record->count++) {
		at++;
		if (record->count == FIELDS_MOST)
			return MATCHING_FAULT_FIELDS;
		enum matching_fault fault = read_number(&at, end, &record->fields[record->count]);
		if (fault != MATCHING_FAULT_NONE)
			return fault;
	}
	return MATCHING_FAULT_NONE;
}

/* Bytes that no line has say more about a file than the field that they stand in. */
static bool is_text(const unsigned char *at, const unsigned char *end)
{
	for (; at < end; at++)
		if (*at < ' ' || *at > '~')
			return false;
	return true;
}

static enum matching_fault take_line(struct lines *lines, const unsigned char *newline, struct record *record)
{
	const unsigned char *from = lines->bytes + lines->at;
	enum matching_fault fault = newline - from > LINE_MOST ? MATCHING_FAULT_LONG : read_record(from, newline, record);

	if (fault != MATCHING_FAULT_NONE && !is_text(from, newline))
		return MATCHING_FAULT_BYTE;
	lines->at += (size_t)(newline - from) + 1;
	return fault;
}

/* Nothing behind the last newline is the end; something is a line that was cut. */
static enum matching_fault end_of(const struct lines *lines)
{
	return lines->end > lines->at ? MATCHING_FAULT_CUT : MATCHING_FAULT_NONE;
}

enum matching_fault lines_next(struct lines *lines, struct record *record)
{
	enum matching_fault fault = MATCHING_FAULT_NONE;
	bool fresh = true;

	while (fault == MATCHING_FAULT_NONE) {
		size_t length = lines->end - lines->at, got;
		lines->number += fresh;
		fresh = length > 0 && lines->bytes[lines->at] == '#';
		if (fresh) {
			fault = skip_comment(lines);
			continue;
		}
		const unsigned char *newline = memchr(lines->bytes + lines->at, '\n', length);
		if (newline)
			return take_line(lines, newline, record);
		if (length > LINE_MOST)
			return is_text(lines->bytes + lines->at, lines->bytes + lines->end) ? MATCHING_FAULT_LONG : MATCHING_FAULT_BYTE;
		fault = fill(lines, &got);
		if (fault == MATCHING_FAULT_NONE && !got) {
			record->word[0] = '\0';
			record->count = 0;
			return end_of(lines);
		}
	}
	return fault;
}

bool record_is(const struct record *record, const char *word, unsigned count)
{
	return record->count == count && strcmp(record->word, word) == 0;
}
