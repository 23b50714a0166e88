/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* generate SHAPE PEOPLE SEED [asks | sides | JOINED MUTUAL]: a graph on standard output, the same on any machine. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/matching/generate.h"

static const struct shape {
	const char *name;
	void (*make)(const struct wanted *);
} shapes[] = {
	{ "mentoring", shape_mentoring },
	{ "dense", shape_dense },
	{ "mutual", shape_mutual },
	{ "pairs", shape_pairs },
	{ "ring3", shape_ring3 },
	{ "scarce", shape_scarce },
	{ "blood", shape_blood },
};

void *room_for(uint32_t count, uint32_t size)
{
	void *room = calloc(count ? count : 1, size);

	if (!room) {
		fputs("generate: no memory\n", stderr);
		exit(1);
	}
	return room;
}

/* printf would take most of the time at 45 million arcs. */
static void write_number(uint32_t n, char after)
{
	char digits[10];
	int count = 0;

	do
		digits[count++] = (char)('0' + n % 10);
	while (n /= 10);
	while (count > 0)
		putc_unlocked(digits[--count], stdout);
	putc_unlocked(after, stdout);
}

void write_start(bool asks)
{
	puts(asks ? "bw-match 2" : "bw-match 1");
}

void write_person(uint32_t person, uint32_t capacity, uint32_t need)
{
	fputs("p ", stdout);
	write_number(person + 1, ' ');
	write_number(capacity, ' ');
	write_number(need, '\n');
}

void write_arc(uint32_t mentor, uint32_t mentee, uint32_t weight)
{
	fputs("a ", stdout);
	write_number(mentor + 1, ' ');
	write_number(mentee + 1, ' ');
	write_number(weight, '\n');
}

void write_ask_arc(uint32_t mentor, uint32_t mentee, uint32_t weight, uint32_t ask)
{
	fputs("a ", stdout);
	write_number(mentor + 1, ' ');
	write_number(mentee + 1, ' ');
	write_number(weight, ' ');
	write_number(ask, '\n');
}

static int usage(void)
{
	fputs("usage: generate SHAPE PEOPLE SEED [asks | sides | JOINED MUTUAL]\nshapes:", stderr);
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
		fprintf(stderr, " %s", shapes[i].name);
	fputs("\n", stderr);
	return 2;
}

int main(int argc, char **argv)
{
	struct wanted wanted = { .joined = 30, .mutual = 70 };

	if (argc < 4)
		return usage();
	wanted.people = (uint32_t)strtoul(argv[2], NULL, 10);
	wanted.seed = (uint32_t)strtoul(argv[3], NULL, 10);
	wanted.asks = argc == 5 && strcmp(argv[4], "asks") == 0;
	wanted.sides = argc == 5 && strcmp(argv[4], "sides") == 0;
	if (argc == 6) {
		wanted.joined = (uint32_t)strtoul(argv[4], NULL, 10);
		wanted.mutual = (uint32_t)strtoul(argv[5], NULL, 10);
	}
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
		if (strcmp(argv[1], shapes[i].name) == 0) {
			shapes[i].make(&wanted);
			return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
		}
	return usage();
}
