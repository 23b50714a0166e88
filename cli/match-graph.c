/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways match graph: a graph file in, an answer with its bound out. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "base/view.h"
#include "cli/command.h"
#include "cli/graph-explain.h"
#include "cli/output.h"
#include "cli/stop.h"
#include "matching/file.h"
#include "matching/verify.h"

/* What the program itself takes beside graph and engine. */
enum { OWN_BYTES = 4 * 1024 * 1024, MILLION = 1000000 };

static const char *const words[MATCHING_FAULT_COUNT] = {
	[MATCHING_FAULT_READ] = "it cannot be read",
	[MATCHING_FAULT_SPOOL] = "what comes through a pipe cannot be kept in a temporary file",
	[MATCHING_FAULT_MEMORY] = "there is no memory for it",
	[MATCHING_FAULT_CHANGED] = "it changed while it was read",
	[MATCHING_FAULT_HEADER] = "the first line is not bw-match 1 or bw-match 2",
	[MATCHING_FAULT_BYTE] = "a byte that no line has: NUL, a carriage return, a tab, or no text at all",
	[MATCHING_FAULT_LONG] = "over 255 characters, and no comment",
	[MATCHING_FAULT_CUT] = "cut off: the last line has no end",
	[MATCHING_FAULT_RECORD] = "no line of this format",
	[MATCHING_FAULT_FIELDS] = "too many numbers, too few, or not one space between them",
	[MATCHING_FAULT_NUMBER] = "not a whole number",
	[MATCHING_FAULT_RANGE] = "a number that is out of range",
	[MATCHING_FAULT_ORDER] = "a p line behind the first arc, or an o line that is not before the first p",
	[MATCHING_FAULT_PERSON_TWICE] = "this person was there before",
	[MATCHING_FAULT_PERSON_UNKNOWN] = "a person whom no p line names",
	[MATCHING_FAULT_LOOP] = "nobody mentors themself",
	[MATCHING_FAULT_ARC_TWICE] = "this arc was there before",
	[MATCHING_FAULT_ARC_UNKNOWN] = "a pair that no arc joins",
	[MATCHING_FAULT_ASKS] = "one ask more than the mentee needs",
	[MATCHING_FAULT_FORBIDDEN_TWICE] = "this pair was forbidden before",
	[MATCHING_FAULT_KEPT] = "it cannot be kept: it is forbidden, or another kept pair rules it out",
	[MATCHING_FAULT_KEPT_FULL] = "it cannot be kept: its mentor has no room for so many",
	[MATCHING_FAULT_ARCS] = "2^32 arcs or more",
	[MATCHING_FAULT_VALUE] = "the value could pass 2^63 - 1",
	[MATCHING_FAULT_NO_BOUND] = "an answer has one bound line",
};

static int refuse_file(const struct call *call, const char *name, enum matching_fault fault, uint64_t line)
{
	const char *shown = text_is(name, "-") ? "standard input" : name;

	if (fault == MATCHING_FAULT_READ || fault == MATCHING_FAULT_SPOOL)
		return call_refuse(call, "%s: %s: %s", shown, words[fault], strerror(errno));
	if (!line)
		return call_refuse(call, "%s: %s", shown, words[fault]);
	return call_refuse(call, "%s, line %llu: %s", shown, (unsigned long long)line, words[fault]);
}

static int open_file(const char *name)
{
	return text_is(name, "-") ? dup(STDIN_FILENO) : open(name, O_RDONLY | O_CLOEXEC);
}

/* 480M and the like, in bytes; 0: none was given. */
static bool read_size(const struct call *call, size_t *size)
{
	static const char units[] = "KMG";
	const char *told = call_flag(call, "memory");
	char *end = NULL;

	*size = 0;
	if (!told)
		return true;
	unsigned long long number = *told >= '0' && *told <= '9' ? strtoull(told, &end, 10) : 0;
	const char *unit = end && *end ? strchr(units, *end) : NULL;
	for (const char *u = units; unit && u <= unit; u++)
		number = number > SIZE_MAX / 1024 ? 0 : number * 1024;
	if (number && (!*end || (unit && !end[1]))) {
		*size = number;
		return true;
	}
	call_refuse(call, "--memory is a number of bytes with K, M or G behind it, not %s", told);
	return false;
}

/* Seconds, also 0.5, in thousandths; 0: none were given. */
static bool read_seconds(const struct call *call, int64_t *milliseconds)
{
	const char *told = call_flag(call, "seconds");
	char *end = NULL;

	*milliseconds = 0;
	if (!told)
		return true;
	double seconds = *told >= '0' && *told <= '9' ? strtod(told, &end) : 0;
	if (end && !*end && seconds >= 0.001 && seconds <= MILLION) {
		*milliseconds = (int64_t)(seconds * 1000);
		return true;
	}
	call_refuse(call, "--seconds is a number from 0.001 to 1000000, not %s", told);
	return false;
}

static int64_t clock_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / MILLION;
}

/* The line of progress. */
struct showing {
	const struct call *call;
	int64_t next;          /* when it is told again */
	bool shown;
};

static void show_progress(void *context, const struct matching_progress *progress)
{
	enum { EACH_MS = 200 };
	struct showing *showing = context;
	int64_t now = clock_ms();

	if (now < showing->next)
		return;
	showing->next = now + EACH_MS;
	showing->shown = true;
	fprintf(showing->call->say, "\r\033[K%s: value %lld", progress->stage, (long long)progress->value);
	if (progress->bound < INT64_MAX)
		fprintf(showing->call->say, " of at most %lld", (long long)progress->bound);
	fflush(showing->call->say);
}

static void end_progress(const struct showing *showing)
{
	if (!showing->shown)
		return;
	fputs("\r\033[K", showing->call->say);
	fflush(showing->call->say);
}

static int read_from(const struct call *call, const struct matching_file *file, struct matching_answer *from)
{
	const char *name = call_flag(call, "from");
	uint64_t line;

	if (!name)
		return EXIT_DONE;
	int descriptor = open_file(name);
	if (descriptor < 0)
		return call_refuse(call, "%s: %s", name, strerror(errno));
	enum matching_fault fault = matching_answer_read(file, descriptor, from, &line);
	close(descriptor);
	return fault == MATCHING_FAULT_NONE ? EXIT_DONE : refuse_file(call, name, fault, line);
}

static const char *stopped_by(enum matching_end end)
{
	switch (end) {
	case MATCHING_COMPLETE: return "";
	case MATCHING_STEPS: return "steps";
	case MATCHING_TIME: return "time";
	case MATCHING_MEMORY: return "memory";
	case MATCHING_STOPPED: return "a signal";
	}
	return "";
}

/* No bound is printed that its prices do not prove: where they prove less than is said, what they prove is said. */
static int prove(const struct call *call, const struct matching_graph *graph, struct matching_answer *answer)
{
	if (!matching_is_legal(graph, answer))
		return call_found(call, "the engine's answer breaks a rule: nothing is written. This is a fault of Bothways");
	int64_t proved = matching_proof_bound(graph, &answer->proof, NULL);
	if (proved < answer->value)
		return call_found(call, "the prices of the engine prove nothing: nothing is written. This is a fault of Bothways");
	if (proved <= answer->proved)
		return EXIT_DONE;
	call_found(call, "the prices prove %lld, and not the %lld that the engine says", (long long)proved, (long long)answer->proved);
	answer->bound = answer->proved = proved;
	return EXIT_DONE;
}

static int write_answer(const struct call *call, const struct matching_file *file, const struct matching_answer *answer)
{
	char *text = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&text, &length);

	if (!out)
		return call_found(call, "there is no memory for the answer");
	bool whole = matching_answer_write(file, answer, call_flag(call, "certificate") != NULL, out);
	if (answer->end != MATCHING_COMPLETE)
		fprintf(out, "# stopped by %s\n", stopped_by(answer->end));
	if (call_flag(call, "explain"))
		graph_explain(file, answer, out);
	whole = fclose(out) == 0 && whole;
	stop_ignored();
	if (whole && !output_whole(call_flag(call, "output"), text, length)) {
		call_found(call, "the answer cannot be written: %s", strerror(errno));
		whole = false;
	}
	free(text);
	return whole ? EXIT_DONE : EXIT_FOUND;
}

static int solve(const struct call *call, const struct matching_file *file, const struct matching_options *options)
{
	struct matching_answer answer = { 0 };
	struct showing showing = { .call = call };
	struct matching_options told = *options;

	if (!call_flag(call, "quiet") && call_has_terminal(call)) {
		told.progress = show_progress;
		told.context = &showing;
	}
	enum matching_result result = matching_solve(&file->graph, &told, &answer);
	end_progress(&showing);
	int status = result == MATCHING_NO_MEMORY ? call_refuse(call, "there is not enough memory even for an empty answer")
		: result == MATCHING_TOO_LARGE ? call_refuse(call, "%s: %s", call->arguments[0], words[MATCHING_FAULT_VALUE])
		: prove(call, &file->graph, &answer);
	if (status == EXIT_DONE)
		status = write_answer(call, file, &answer);
	matching_answer_free(&answer);
	return status;
}

/* What is left of the limits when the graph is read. */
static int limit(const struct call *call, const struct matching_file *file, int64_t began, struct matching_options *options)
{
	size_t taken = matching_file_size(file) + OWN_BYTES;

	if (options->memory && options->memory <= taken)
		return call_refuse(call, "%s takes %zu bytes by itself: give --memory more", call->arguments[0], taken);
	options->memory -= options->memory ? taken : 0;
	if (options->milliseconds) {
		options->milliseconds -= clock_ms() - began;
		options->milliseconds = options->milliseconds > 0 ? options->milliseconds : 1;
	}
	return EXIT_DONE;
}

int match_graph_command(struct call *call)
{
	struct matching_options options = { 0 };
	struct matching_file file;
	struct matching_answer from = { 0 };
	int64_t steps = 0, began = clock_ms();
	uint64_t line;

	if (!call_number(call, "steps", 1, INT64_MAX, &steps) || !read_seconds(call, &options.milliseconds) || !read_size(call, &options.memory))
		return EXIT_USAGE;
	options.steps = (uint64_t)steps;
	int descriptor = open_file(call->arguments[0]);
	if (descriptor < 0)
		return call_refuse(call, "%s: %s", call->arguments[0], strerror(errno));
	enum matching_fault fault = matching_file_read(&file, descriptor, options.memory, &line);
	close(descriptor);
	if (fault != MATCHING_FAULT_NONE)
		return refuse_file(call, call->arguments[0], fault, line);
	int status = read_from(call, &file, &from);
	if (status == EXIT_DONE)
		status = limit(call, &file, began, &options);
	options.stop = stop_on_signals();
	options.from = call_flag(call, "from") ? &from : NULL;
	if (status == EXIT_DONE)
		status = solve(call, &file, &options);
	matching_answer_free(&from);
	matching_file_free(&file);
	return status;
}
