/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/graph-explain.h"

#include <inttypes.h>

#include "base/arena.h"
#include "domain/circle.h"

/* Who has whom, in an answer with the pairs that were kept. */
struct had {
	const struct matching_file *file;
	struct circle_tie *ties;     /* numbers of people; by mentee */
	size_t count;
	uint32_t *load;              /* of each person as a mentor */
	size_t *first;               /* of each person: the first tie in which they are the mentee, and one more */
};

static void sort_ties(struct arena *arena, struct had *had, const struct circle_tie *ties)
{
	uint32_t people = had->file->graph.person_count;

	had->first = arena_array(arena, (size_t)people + 2, sizeof *had->first);
	had->load = arena_array(arena, (size_t)people + 1, sizeof *had->load);
	had->ties = arena_array(arena, had->count + 1, sizeof *had->ties);
	for (size_t i = 0; i < had->count; i++) {
		had->first[ties[i].mentee_id + 2]++;
		had->load[ties[i].mentor_id]++;
	}
	for (size_t i = 2; i < (size_t)people + 2; i++)
		had->first[i] += had->first[i - 1];
	/* A step ahead while they are filled: afterwards each is where it says. */
	for (size_t i = 0; i < had->count; i++)
		had->ties[had->first[ties[i].mentee_id + 1]++] = ties[i];
}

static struct had had_by(struct arena *arena, const struct matching_file *file, const struct matching_answer *answer)
{
	const struct matching_graph *graph = &file->graph;
	struct had had = { .file = file };
	struct circle_tie *ties = arena_array(arena, (size_t)answer->count + file->kept_count + 1, sizeof *ties);
	uint32_t ask = 0;

	for (uint32_t i = 0; i < file->kept_count; i++)
		ties[had.count++] = (struct circle_tie){ file->kept[i].mentor, file->kept[i].mentee };
	for (uint32_t i = 0; i < answer->count; i++) {
		while (graph->ask_first[ask + 1] <= answer->chosen[i])
			ask++;
		ties[had.count++] = (struct circle_tie){ graph->arc_mentor[answer->chosen[i]], graph->ask_mentee[ask] };
	}
	sort_ties(arena, &had, ties);
	return had;
}

static bool mentors(const struct had *had, uint32_t mentor, uint32_t mentee)
{
	for (size_t i = had->first[mentee]; i < had->first[mentee + 1]; i++)
		if (had->ties[i].mentor_id == mentor)
			return true;
	return false;
}

/* What became of those who could meet an ask. */
struct could {
	uint32_t here;       /* meet this ask, or another of the same person */
	uint32_t full, others;   /* have no room left, and how many people they mentor */
	uint32_t two_way;    /* are mentored by the person themself */
	uint32_t free;       /* have room: to choose them would be worth less */
};

static struct could look_at(const struct had *had, uint32_t ask, const uint32_t *kept_load)
{
	const struct matching_graph *graph = &had->file->graph;
	uint32_t mentee = graph->ask_mentee[ask];
	struct could could = { 0 };

	for (uint32_t i = graph->ask_first[ask]; i < graph->ask_first[ask + 1]; i++) {
		uint32_t mentor = graph->arc_mentor[i];
		if (mentors(had, mentor, mentee))
			could.here++;
		else if (mentors(had, mentee, mentor))
			could.two_way++;
		else if (had->load[mentor] - kept_load[mentor] < graph->capacity[mentor])
			could.free++;
		else {
			could.full++;
			could.others += had->load[mentor];
		}
	}
	return could;
}

static void tell_left_out(const struct had *had, uint32_t ask, uint32_t met, const struct could *could, FILE *out)
{
	const struct matching_file *file = had->file;
	const struct matching_graph *graph = &file->graph;
	uint32_t others = could->full + could->two_way + could->free;

	fprintf(out, "# left out: %" PRIu32, file->person_id[graph->ask_mentee[ask]]);
	if (file->version == 2)
		fprintf(out, " with ask %" PRIu32, file->ask_id[ask]);
	fprintf(out, ", has %" PRIu32 " of %u: ", met, graph->ask_need[ask]);
	if (graph->ask_first[ask] == graph->ask_first[ask + 1])
		fputs("no arc at all that could be chosen\n", out);
	else if (!others)
		fputs("everybody who could is a mentor of theirs already\n", out);
	else {
		fprintf(out, "%" PRIu32 " more could", others);
		if (could->full)
			fprintf(out, "; crowded out of %" PRIu32 ", who mentor %" PRIu32 " others", could->full, could->others);
		if (could->two_way)
			fprintf(out, "; %" PRIu32 " are mentored by them", could->two_way);
		if (could->free)
			fprintf(out, "; %" PRIu32 " have room, and would be worth no more", could->free);
		fputs("\n", out);
	}
}

static void explain_left_out(const struct had *had, const struct matching_answer *answer, const uint32_t *kept_load, FILE *out)
{
	const struct matching_graph *graph = &had->file->graph;
	uint32_t next = 0;
	/* A kept pair has taken its ask. */
	uint32_t kept = 0;

	for (uint32_t ask = 0; ask < graph->ask_count; ask++) {
		uint32_t met = 0;
		for (; next < answer->count && answer->chosen[next] < graph->ask_first[ask + 1]; next++)
			met++;
		while (kept < had->file->kept_count && (had->file->kept[kept].mentee < graph->ask_mentee[ask]
			|| (had->file->kept[kept].mentee == graph->ask_mentee[ask] && had->file->kept[kept].ask < had->file->ask_id[ask])))
			kept++;
		if (had->file->version == 2 && kept < had->file->kept_count && had->file->kept[kept].mentee == graph->ask_mentee[ask]
		    && had->file->kept[kept].ask == had->file->ask_id[ask])
			continue;
		if (met < graph->ask_need[ask]) {
			const struct could could = look_at(had, ask, kept_load);
			tell_left_out(had, ask, met, &could, out);
		}
	}
}

static void explain_circles(struct arena *arena, const struct had *had, FILE *out)
{
	struct circles circles = circles_of(arena, had->ties, had->count);

	for (size_t i = 0; i < circles.count; i++) {
		const struct circle *circle = &circles.list[i];
		fprintf(out, "# %s:", circle->closed ? "circle" : "chain");
		for (size_t k = 0; k < circle->count; k++)
			fprintf(out, " %" PRIu32, had->file->person_id[had->ties[circle->ties[k]].mentor_id]);
		fprintf(out, " %" PRIu32 "\n", had->file->person_id[had->ties[circle->ties[circle->count - 1]].mentee_id]);
	}
}

void graph_explain(const struct matching_file *file, const struct matching_answer *answer, FILE *out)
{
	struct arena *arena = arena_new(SIZE_MAX / 2);
	struct had had = had_by(arena, file, answer);
	uint32_t *kept_load = arena_array(arena, (size_t)file->graph.person_count + 1, sizeof *kept_load);

	for (uint32_t i = 0; i < file->kept_count; i++)
		kept_load[file->kept[i].mentor]++;
	explain_left_out(&had, answer, kept_load, out);
	explain_circles(arena, &had, out);
	arena_free(arena);
}
