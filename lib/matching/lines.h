/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to the files of matching: lines of a word and numbers, one space between, read in little memory. */
#ifndef MATCHING_LINES_H
#define MATCHING_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "matching/fault.h"

enum { LINE_MOST = 255, FIELDS_MOST = 5, WORD_BYTES = 12, LINES_BYTES = 64 * 1024 };

struct lines {
	int file;
	int copy;              /* all that is read is written here too; -1: nowhere */
	uint64_t number;       /* of the line that was read last, from 1 */
	size_t at, end;
	unsigned char bytes[LINES_BYTES];
};

struct record {
	char word[WORD_BYTES];  /* "" : the file is over */
	unsigned count;
	int64_t fields[FIELDS_MOST];
};

void lines_start(struct lines *lines, int file, int copy);

/* The next line that is no comment. Whatever is wrong, lines->number says where. */
enum matching_fault lines_next(struct lines *lines, struct record *record);

/* Whether this is such a record: its word, and how many numbers it has. */
bool record_is(const struct record *record, const char *word, unsigned count);

#endif
