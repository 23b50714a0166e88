/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Files of matching: what is refused and on which line, and what is read of the rest. */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "matching/file.h"
#include "matching/verify.h"
#include "tests/tap.h"

#define V1 "bw-match 1\n"
#define V2 "bw-match 2\n"
#define TWO "p 1 1 1\np 2 1 1\n"
#define THREE "p 1 1 1\np 2 1 1\np 3 2 2\n"

struct bad {
	const char *text;
	enum matching_fault fault;
	uint64_t line;
};

static const struct bad bad[] = {
	{ "", MATCHING_FAULT_HEADER, 1 },
	{ "\n", MATCHING_FAULT_HEADER, 1 },
	{ "bw-match 3\n", MATCHING_FAULT_HEADER, 1 },
	{ "bw-match\n", MATCHING_FAULT_HEADER, 1 },
	{ "bw-match 1 1\n", MATCHING_FAULT_HEADER, 1 },
	{ "# first\nbw-match 1\n", MATCHING_FAULT_HEADER, 1 },
	{ "p 1 1 1\n", MATCHING_FAULT_HEADER, 1 },
	{ "bw-match 1", MATCHING_FAULT_CUT, 1 },
	{ "bw-match 1\r\n", MATCHING_FAULT_BYTE, 1 },
	{ V1 "p 1 1 1\r\n", MATCHING_FAULT_BYTE, 2 },
	{ V1 "p 1 1 1\n\xff\xfe\n", MATCHING_FAULT_BYTE, 3 },
	{ V1 "p 1\t1 1\n", MATCHING_FAULT_BYTE, 2 },
	{ V1 "# a\rb\n", MATCHING_FAULT_BYTE, 2 },
	{ V1 "# a", MATCHING_FAULT_CUT, 2 },
	{ V1 "p 1 1 1", MATCHING_FAULT_CUT, 2 },
	{ V1 TWO "a 1 2 5", MATCHING_FAULT_CUT, 4 },
	{ V1 TWO "a 1", MATCHING_FAULT_CUT, 4 },
	{ V1 "\np 1 1 1\n", MATCHING_FAULT_RECORD, 2 },
	{ V1 "q 1\n", MATCHING_FAULT_RECORD, 2 },
	{ V1 "person 1 1 1\n", MATCHING_FAULT_RECORD, 2 },
	{ V1 "averyverylongword 1\n", MATCHING_FAULT_RECORD, 2 },
	{ V1 " p 1 1 1\n", MATCHING_FAULT_RECORD, 2 },
	{ V1 "p 1 1\n", MATCHING_FAULT_FIELDS, 2 },
	{ V1 "p 1 1 1 1\n", MATCHING_FAULT_FIELDS, 2 },
	{ V1 "p 1 1 1 1 1 1 1\n", MATCHING_FAULT_FIELDS, 2 },
	{ V1 "p  1 1 1\n", MATCHING_FAULT_FIELDS, 2 },
	{ V1 "p 1 1 1 \n", MATCHING_FAULT_FIELDS, 2 },
	{ V1 "o 1\n", MATCHING_FAULT_FIELDS, 2 },
	{ V1 TWO "a 1 2\n", MATCHING_FAULT_FIELDS, 4 },
	{ V1 TWO "a 1 2 5 1\n", MATCHING_FAULT_FIELDS, 4 },
	{ V2 TWO "a 1 2 5\n", MATCHING_FAULT_FIELDS, 4 },
	{ V1 "p x 1 1\n", MATCHING_FAULT_NUMBER, 2 },
	{ V1 "p 1 1.5 1\n", MATCHING_FAULT_NUMBER, 2 },
	{ V1 "p 1 +1 1\n", MATCHING_FAULT_NUMBER, 2 },
	{ V1 "p 1 0x1 1\n", MATCHING_FAULT_NUMBER, 2 },
	{ V1 "p 1 - 1\n", MATCHING_FAULT_NUMBER, 2 },
	{ V1 "p 0 1 1\n", MATCHING_FAULT_RANGE, 2 },
	{ V1 "p -1 1 1\n", MATCHING_FAULT_RANGE, 2 },
	{ V1 "p 2147483648 1 1\n", MATCHING_FAULT_RANGE, 2 },
	{ V1 "p 99999999999999999999999999999999999999 1 1\n", MATCHING_FAULT_RANGE, 2 },
	{ V1 "p 18446744073709551617 1 1\n", MATCHING_FAULT_RANGE, 2 },
	{ V1 "p 1 256 1\n", MATCHING_FAULT_RANGE, 2 },
	{ V1 "p 1 1 256\n", MATCHING_FAULT_RANGE, 2 },
	{ V1 "o 9223372036854775808 1\n", MATCHING_FAULT_RANGE, 2 },
	{ V1 "o -1 1\n", MATCHING_FAULT_RANGE, 2 },
	{ V1 TWO "a 1 2 1001\n", MATCHING_FAULT_RANGE, 4 },
	{ V1 TWO "a 0 2 1\n", MATCHING_FAULT_RANGE, 4 },
	{ V2 TWO "a 1 2 1 0\n", MATCHING_FAULT_RANGE, 4 },
	{ V1 TWO "a 1 2 5\np 3 1 1\n", MATCHING_FAULT_ORDER, 5 },
	{ V1 TWO "o 1 1\n", MATCHING_FAULT_ORDER, 4 },
	{ V1 "o 1 1\no 1 1\n", MATCHING_FAULT_ORDER, 3 },
	{ V1 TWO "# \n" "p 1 1 1\na 1 2 1\n", MATCHING_FAULT_PERSON_TWICE, 5 },
	{ V1 "p 2 1 1\np 1 1 1\np 2 1 1\n", MATCHING_FAULT_PERSON_TWICE, 4 },
	{ V1 TWO "a 1 3 5\n", MATCHING_FAULT_PERSON_UNKNOWN, 4 },
	{ V1 TWO "a 3 1 5\n", MATCHING_FAULT_PERSON_UNKNOWN, 4 },
	{ V1 "a 1 2 5\n", MATCHING_FAULT_PERSON_UNKNOWN, 2 },
	{ V1 TWO "a 1 1 5\n", MATCHING_FAULT_LOOP, 4 },
	{ V1 TWO "a 1 2 5\na 2 1 5\n#\na 1 2 6\n", MATCHING_FAULT_ARC_TWICE, 7 },
	{ V1 "p 1 1 1\np 2 0 0\na 1 2 5\na 1 2 5\n", MATCHING_FAULT_ARC_TWICE, 5 },
	{ V1 THREE "a 1 3 5\na 2 3 5\na 1 3 5\na 2 3 5\n", MATCHING_FAULT_ARC_TWICE, 7 },
	{ V2 THREE "a 1 3 5 7\na 1 3 5 8\na 1 3 5 7\n", MATCHING_FAULT_ARC_TWICE, 7 },
	{ V2 THREE "a 1 3 5 7\na 1 3 5 8\na 1 3 5 9\n", MATCHING_FAULT_ASKS, 7 },
	{ V1 "k 1 2 1\n", MATCHING_FAULT_RECORD, 2 },
	{ V1 "h 1 1 1\n", MATCHING_FAULT_RECORD, 2 },
	{ V2 TWO "k 1 2 1\n", MATCHING_FAULT_ARC_UNKNOWN, 4 },
	{ V2 TWO "k 1 2\n", MATCHING_FAULT_FIELDS, 4 },
	{ V2 TWO "k 1 9 1\n", MATCHING_FAULT_PERSON_UNKNOWN, 4 },
	{ V2 TWO "k 1 2 0\n", MATCHING_FAULT_RANGE, 4 },
	{ V2 TWO "f 1 2 1\na 1 2 5 1\nf 1 2 1\n", MATCHING_FAULT_FORBIDDEN_TWICE, 6 },
	{ V2 TWO "k 1 2 1\na 1 2 5 1\nf 1 2 1\n", MATCHING_FAULT_KEPT, 4 },
	{ V2 TWO "a 1 2 5 1\nk 1 2 1\nk 1 2 1\n", MATCHING_FAULT_KEPT, 6 },
	{ V2 TWO "a 1 2 5 1\na 2 1 5 1\nk 1 2 1\nk 2 1 1\n", MATCHING_FAULT_KEPT, 7 },
	{ V2 THREE "a 1 2 5 1\na 1 3 5 1\nk 1 2 1\nk 1 3 1\n", MATCHING_FAULT_KEPT_FULL, 8 },
	{ V2 TWO "h 1 2 0\n", MATCHING_FAULT_RANGE, 4 },
	{ V2 TWO "h 3 1 0\n", MATCHING_FAULT_PERSON_UNKNOWN, 4 },
	{ V2 TWO "h 1 0 0\nh 1 1 0\n", MATCHING_FAULT_PERSON_TWICE, 5 },
	{ V2 TWO "h 1 1 0\np 3 1 1\n", MATCHING_FAULT_ORDER, 5 },
	{ V1 "o 9223372036854775807 0\n" TWO "p 3 1 1\na 1 2 5\na 2 3 5\na 3 1 5\n", MATCHING_FAULT_VALUE, 2 },
};

static enum matching_fault read_bytes(struct matching_file *file, const char *text, size_t length, uint64_t *line)
{
	FILE *f = tmpfile();

	fwrite(text, 1, length, f);
	fflush(f);
	rewind(f);
	enum matching_fault fault = matching_file_read(file, fileno(f), 0, line);
	fclose(f);
	return fault;
}

/* The same through a pipe. */
static enum matching_fault read_pipe(struct matching_file *file, const char *text, size_t length, uint64_t *line)
{
	int ends[2];

	if (pipe(ends))
		return MATCHING_FAULT_READ;
	pid_t child = fork();
	if (child == 0) {
		close(ends[0]);
		_exit(write(ends[1], text, length) < 0);
	}
	close(ends[1]);
	enum matching_fault fault = matching_file_read(file, ends[0], 0, line);
	close(ends[0]);
	waitpid(child, NULL, 0);
	return fault;
}

static void test_bad(void)
{
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct matching_file file, piped;
		uint64_t line, line_piped;
		enum matching_fault fault = read_bytes(&file, bad[i].text, strlen(bad[i].text), &line);
		enum matching_fault through = read_pipe(&piped, bad[i].text, strlen(bad[i].text), &line_piped);
		char sentence[80];
		snprintf(sentence, sizeof sentence, "bad file %zu is refused for what is wrong, where it is", i);
		if (!ok(fault == bad[i].fault && line == bad[i].line && through == fault && line_piped == line && !file.person_id, sentence))
			printf("# have: %d on %llu, %d on %llu\n# want: %d on %llu\n", (int)fault, (unsigned long long)line, (int)through,
				(unsigned long long)line_piped, (int)bad[i].fault, (unsigned long long)bad[i].line);
		matching_file_free(&file);
		matching_file_free(&piped);
	}
	struct matching_file file;
	uint64_t line;
	is_count(read_bytes(&file, V1 "p 1 1 1\0\n", strlen(V1) + 9, &line), MATCHING_FAULT_BYTE, "NUL is refused");
	is_count((long long)line, 2, "and where it is, is said");
	is_count(read_bytes(&file, V1 "# \0\n", strlen(V1) + 4, &line), MATCHING_FAULT_BYTE, "in a comment too");
}

/* A graph as text, to compare. */
static void show(const struct matching_file *file, char *into, size_t room)
{
	const struct matching_graph *g = &file->graph;
	FILE *out = fmemopen(into, room, "w");

	fprintf(out, "o %lld %lld;", (long long)g->both, (long long)g->arc);
	for (uint32_t i = 0; i < g->person_count; i++)
		fprintf(out, " p %u %u %u;", file->person_id[i], g->capacity[i], g->has ? g->has[i] : 0);
	for (uint32_t ask = 0; ask < g->ask_count; ask++) {
		fprintf(out, " ask %u.%u %u:", file->person_id[g->ask_mentee[ask]], file->ask_id[ask], g->ask_need[ask]);
		for (uint32_t i = g->ask_first[ask]; i < g->ask_first[ask + 1]; i++)
			fprintf(out, " %u=%u", file->person_id[g->arc_mentor[i]], g->arc_weight[i]);
	}
	for (uint32_t i = 0; i < file->kept_count; i++)
		fprintf(out, " kept %u %u.%u=%u", file->person_id[file->kept[i].mentor], file->person_id[file->kept[i].mentee], file->kept[i].ask,
			file->kept[i].weight);
	fclose(out);
}

static void reads(const char *text, const char *want, const char *sentence)
{
	struct matching_file file;
	uint64_t line;
	char have[1024] = "";

	enum matching_fault fault = read_bytes(&file, text, strlen(text), &line);
	if (fault == MATCHING_FAULT_NONE)
		show(&file, have, sizeof have);
	else
		snprintf(have, sizeof have, "fault %d on line %llu", (int)fault, (unsigned long long)line);
	is(have, want, sentence);
	matching_file_free(&file);
}

static void test_good(void)
{
	reads(V1, "o 1 1;", "a graph of nobody");
	reads(V1 "p 7 0 0\n", "o 1 1; p 7 0 0;", "of somebody who wants nothing");
	reads(V1 "# words\n" TWO "a 1 2 5\n# more\na 2 1 0\n", "o 2001 2001; p 1 1 0; p 2 1 0; ask 1.0 1: 2=0 ask 2.0 1: 1=5", "comments stand anywhere but first");
	reads(V1 "p 30 2 1\np 4 1 1\np 5 0 3\na 30 5 1\na 4 5 2\na 5 4 3\na 30 4 9\n",
	      "o 3001 3001; p 4 1 0; p 5 0 0; p 30 2 0; ask 4.0 1: 30=9 ask 5.0 3: 4=2 30=1 ask 30.0 1:", "people by id, asks by mentee, arcs by mentor");
	reads(V1 "p 5 0 3\np 4 1 1\np 30 2 1\na 30 4 9\na 4 5 2\na 30 5 1\na 5 4 3\n",
	      "o 3001 3001; p 4 1 0; p 5 0 0; p 30 2 0; ask 4.0 1: 30=9 ask 5.0 3: 4=2 30=1 ask 30.0 1:", "the order of lines makes no difference");
	reads(V1 "o 0 7\np 1 1 0\np 2 1 1\na 1 2 5\na 2 1 5\n", "o 0 7; p 1 1 0; p 2 1 0; ask 2.0 1: 1=5", "an arc to who needs nobody is no ask");
	reads(V1 "o 9223372036854775807 0\n" TWO, "o 9223372036854775807 0; p 1 1 0; p 2 1 0; ask 1.0 1: ask 2.0 1:", "a worth that nobody can have is none too many");
	reads(V2 THREE "a 1 3 5 9\na 2 3 6 8\na 2 3 7 9\na 3 1 1 2147483647\n",
	      "o 4001 4001; p 1 1 0; p 2 1 0; p 3 2 0; ask 1.2147483647 1: 3=1 ask 3.8 1: 2=6 ask 3.9 1: 1=5 2=7", "version 2 has several asks of one person");
	reads(V2 THREE "k 2 3 8\na 1 3 5 9\na 2 3 6 8\na 1 3 4 8\na 2 3 7 9\na 3 1 1 4\na 3 2 1 4\n",
	      "o 4001 4001; p 1 1 0; p 2 0 1; p 3 2 2; ask 1.4 1: 3=1 ask 2.4 1: ask 3.8 1: ask 3.9 1: 1=5 kept 2 3.8=6",
	      "a kept pair takes its ask and a place, and rules out the two otherwise");
	reads(V2 THREE "f 2 3 8\na 1 3 5 9\na 2 3 6 8\nh 1 1 0\nh 2 1 1\n", "o 4001 4001; p 1 1 1; p 2 1 3; p 3 2 0; ask 3.8 1: ask 3.9 1: 1=5",
	      "a forbidden pair is no arc; sides that somebody has are theirs");
}

static void test_limits(void)
{
	char line[400];
	struct matching_file file;
	uint64_t number;

	snprintf(line, sizeof line, V1 "p %0251d 1 1\n", 5);
	is_count(read_bytes(&file, line, strlen(line), &number), MATCHING_FAULT_LONG, "257 characters are too many");
	snprintf(line, sizeof line, V1 "p %0249d 1 1\n", 5);
	is_count(read_bytes(&file, line, strlen(line), &number), MATCHING_FAULT_NONE, "255 are not");
	is_count(file.person_id[0], 5, "and are read");
	matching_file_free(&file);
	char *comment = malloc(300000);
	memset(comment, 'x', 300000);
	memcpy(comment, V1 "#", 12);
	memcpy(comment + 299991, "\np 8 0 0\n", 9);
	is_count(read_bytes(&file, comment, 300000, &number), MATCHING_FAULT_NONE, "a comment may be of any length");
	is_count(file.person_id[0], 8, "and what follows is read");
	matching_file_free(&file);
	memset(comment + 11, 'x', 1);
	is_count(read_bytes(&file, comment, 300000, &number), MATCHING_FAULT_LONG, "another line may not");
	free(comment);
	FILE *f = tmpfile();
	fputs(V1 TWO "a 1 2 3\n", f);
	fflush(f);
	rewind(f);
	is_count(matching_file_read(&file, fileno(f), 100, &number), MATCHING_FAULT_MEMORY, "a limit of memory is one");
	fclose(f);
	FILE *folder = fopen("/", "r");
	is_count(folder ? (int)matching_file_read(&file, fileno(folder), 0, &number) : 0, MATCHING_FAULT_READ, "a folder is no graph");
	if (folder)
		fclose(folder);
}

static enum matching_fault answer_of(const struct matching_file *file, const char *text, struct matching_answer *answer, uint64_t *line)
{
	FILE *f = tmpfile();

	fputs(text, f);
	fflush(f);
	rewind(f);
	enum matching_fault fault = matching_answer_read(file, fileno(f), answer, line);
	fclose(f);
	return fault;
}

static void free_answer(struct matching_answer *answer)
{
	free(answer->chosen);
	free(answer->proof.alpha);
	free(answer->proof.beta);
	free(answer->proof.gamma);
	free(answer->proof.delta);
	free(answer->proof.lambda);
	free(answer->proof.mu);
}

static void test_answers(void)
{
	static const char graph[] = V2 THREE "k 2 3 8\na 1 3 5 9\na 2 3 6 8\na 3 1 1 4\na 1 2 7 4\n";
	static const char text[] = "m 2 3 8\nm 3 1 4\nm 1 3 9\nm 3 1 4\nm 77 3 1\n# words\nbound 9\nvalue 4\nscale 4\nd 1 1 0 2 3\nd 77 1 1 1 1\nb 3 9 5\nl 3 1 6\nl 1 3 7\nt 1 3 8\n";
	struct matching_file file;
	struct matching_answer answer;
	uint64_t line;
	char out[600] = "";

	read_bytes(&file, graph, strlen(graph), &line);
	is_count(answer_of(&file, text, &answer, &line), MATCHING_FAULT_NONE, "an answer is read");
	is_count(answer.count, 2, "with the pairs that the graph has, each once");
	is_count(answer.proof.lambda_count, 1, "and each price once");
	answer.both = 1;
	answer.weight = 6;
	FILE *f = fmemopen(out, sizeof out, "w");
	matching_answer_write(&file, &answer, true, f);
	fclose(f);
	is(out, "m 3 1 4\nm 2 3 8\nm 1 3 9\nbound 4007\nvalue 4007\nboth 1\narcs 3\nweight 12\nscale 4\nd 1 1 0 2 3\nb 3 9 5\nl 1 3 7\nt 1 3 8\n",
	   "and written, with what is kept");
	free_answer(&answer);
	is_count(answer_of(&file, "m 1 2\nbound 1\n", &answer, &line), MATCHING_FAULT_FIELDS, "a pair of version 2 names its ask");
	free_answer(&answer);
	is_count(answer_of(&file, "m 1 3 9\n", &answer, &line), MATCHING_FAULT_NO_BOUND, "an answer has a bound");
	free_answer(&answer);
	is_count(answer_of(&file, "bound 1\nbound 1\n", &answer, &line), MATCHING_FAULT_NO_BOUND, "one");
	is_count((long long)line, 2, "and where it is wrong, is said");
	free_answer(&answer);
	is_count(answer_of(&file, "bound 1\nscale 0\n", &answer, &line), MATCHING_FAULT_RANGE, "a scale is 1 or more");
	free_answer(&answer);
	is_count(answer_of(&file, "bound 1\nd 1 2 3\n", &answer, &line), MATCHING_FAULT_FIELDS, "prices are whole");
	free_answer(&answer);
	is_count(answer_of(&file, "bound 1\nx 1\n", &answer, &line), MATCHING_FAULT_RECORD, "what is no line of an answer is none");
	free_answer(&answer);
	matching_file_free(&file);
}

int main(void)
{
	test_bad();
	test_good();
	test_limits();
	test_answers();
	return done();
}
