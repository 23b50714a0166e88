/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Answers, written and read. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "matching/file.h"
#include "matching/lines.h"

struct matching_totals matching_totals_of(const struct matching_file *file, const struct matching_answer *answer)
{
	const struct matching_graph *graph = &file->graph;
	int64_t kept = graph->both * (int64_t)file->both_kept + graph->arc * (int64_t)file->kept_count + (int64_t)file->weight_kept;

	return (struct matching_totals){ .both = (uint64_t)answer->both + file->both_kept, .arcs = (uint64_t)answer->count + file->kept_count,
		.weight = answer->weight + file->weight_kept, .value = answer->value + kept, .bound = answer->bound + kept, .proved = answer->proved + kept };
}

/* The ask that an arc belongs to; arcs are asked for in ascending order. */
static uint32_t ask_of(const struct matching_graph *graph, uint32_t arc, uint32_t ask)
{
	while (graph->ask_first[ask + 1] <= arc)
		ask++;
	return ask;
}

static void write_pair(const struct matching_file *file, uint32_t mentor, uint32_t mentee, uint32_t ask, FILE *out)
{
	fprintf(out, "m %" PRIu32 " %" PRIu32, file->person_id[mentor], file->person_id[mentee]);
	if (file->version == 2)
		fprintf(out, " %" PRIu32, ask);
	putc('\n', out);
}

/* Kept pairs among the chosen ones, in the order of mentees and asks. */
static void write_pairs(const struct matching_file *file, const struct matching_answer *answer, FILE *out)
{
	const struct matching_graph *graph = &file->graph;
	uint32_t ask = 0, kept = 0;

	for (uint32_t i = 0; i < answer->count; i++) {
		ask = ask_of(graph, answer->chosen[i], ask);
		uint32_t mentee = graph->ask_mentee[ask];
		for (; kept < file->kept_count && (file->kept[kept].mentee < mentee
			|| (file->kept[kept].mentee == mentee && file->kept[kept].ask < file->ask_id[ask])); kept++)
			write_pair(file, file->kept[kept].mentor, file->kept[kept].mentee, file->kept[kept].ask, out);
		write_pair(file, graph->arc_mentor[answer->chosen[i]], mentee, file->ask_id[ask], out);
	}
	for (; kept < file->kept_count; kept++)
		write_pair(file, file->kept[kept].mentor, file->kept[kept].mentee, file->kept[kept].ask, out);
}

static void write_prices_of_people(const struct matching_file *file, const struct matching_proof *proof, FILE *out)
{
	uint32_t ask = 0;

	for (uint32_t i = 0; i < file->graph.person_count; i++) {
		int64_t beta = 0;
		/* In version 1 a person has one ask at most. */
		if (file->version == 1 && ask < file->graph.ask_count && file->graph.ask_mentee[ask] == i)
			beta = proof->beta[ask++];
		if (proof->alpha[i] || beta || proof->gamma[i] || proof->delta[i])
			fprintf(out, "d %" PRIu32 " %" PRId64 " %" PRId64 " %" PRId64 " %" PRId64 "\n", file->person_id[i], proof->alpha[i], beta, proof->gamma[i],
				proof->delta[i]);
	}
	for (ask = 0; file->version == 2 && ask < file->graph.ask_count; ask++)
		if (proof->beta[ask])
			fprintf(out, "b %" PRIu32 " %" PRIu32 " %" PRId64 "\n", file->person_id[file->graph.ask_mentee[ask]], file->ask_id[ask], proof->beta[ask]);
}

static void write_prices(const struct matching_file *file, char word, const struct matching_price *prices, uint32_t count, FILE *out)
{
	for (uint32_t i = 0; i < count; i++)
		if (prices[i].price)
			fprintf(out, "%c %" PRIu32 " %" PRIu32 " %" PRId64 "\n", word, file->person_id[prices[i].one], file->person_id[prices[i].other],
				prices[i].price);
}

bool matching_answer_write(const struct matching_file *file, const struct matching_answer *answer, bool certificate, FILE *out)
{
	const struct matching_totals totals = matching_totals_of(file, answer);
	const struct matching_proof *proof = &answer->proof;

	write_pairs(file, answer, out);
	if (certificate && totals.proved != totals.bound)
		fprintf(out, "# branch and bound proves %" PRId64 "\n", totals.bound);
	fprintf(out, "bound %" PRId64 "\nvalue %" PRId64 "\n", certificate ? totals.proved : totals.bound, totals.value);
	fprintf(out, "both %" PRIu64 "\narcs %" PRIu64 "\nweight %" PRIu64 "\n", totals.both, totals.arcs, totals.weight);
	if (certificate) {
		fprintf(out, "scale %" PRId64 "\n", proof->scale);
		write_prices_of_people(file, proof, out);
		write_prices(file, 'l', proof->lambda, proof->lambda_count, out);
		write_prices(file, 't', proof->mu, proof->mu_count, out);
	}
	return !ferror(out);
}

/* An answer on its way in. */
struct taking {
	const struct matching_file *file;
	struct matching_answer *answer;
	struct lines lines;
	uint32_t chosen_room, lambda_room, mu_room;
	unsigned bounds;
};

static uint32_t person_at(const struct matching_file *file, int64_t id)
{
	uint32_t low = 0, high = file->graph.person_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (file->person_id[middle] < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < file->graph.person_count && file->person_id[low] == id ? low : UINT32_MAX;
}

static uint32_t ask_at(const struct matching_file *file, uint32_t mentee, int64_t ask_id)
{
	uint32_t low = 0, high = file->graph.ask_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (file->graph.ask_mentee[middle] < mentee || (file->graph.ask_mentee[middle] == mentee && file->ask_id[middle] < ask_id))
			low = middle + 1;
		else
			high = middle;
	}
	return low < file->graph.ask_count && file->graph.ask_mentee[low] == mentee && file->ask_id[low] == ask_id ? low : UINT32_MAX;
}

static uint32_t arc_at(const struct matching_graph *graph, uint32_t ask, uint32_t mentor)
{
	for (uint32_t i = graph->ask_first[ask]; i < graph->ask_first[ask + 1]; i++)
		if (graph->arc_mentor[i] == mentor)
			return i;
	return UINT32_MAX;
}

static bool grow(void **list, uint32_t count, uint32_t *room, size_t size)
{
	if (count < *room)
		return true;
	uint32_t more = count ? count * 2 : 256;
	void *grown = more > count ? realloc(*list, more * size) : NULL;
	if (grown) {
		*list = grown;
		*room = more;
	}
	return grown != NULL;
}

/* Whether these fields are a person's id each. */
static bool are_ids(const int64_t *fields, unsigned count)
{
	for (unsigned i = 0; i < count; i++)
		if (fields[i] < 1 || fields[i] > INT32_MAX)
			return false;
	return true;
}

static enum matching_fault take_pair(struct taking *t, const struct record *record)
{
	const struct matching_file *file = t->file;
	struct matching_answer *answer = t->answer;

	if (record->count != (file->version == 1 ? 2U : 3U))
		return MATCHING_FAULT_FIELDS;
	if (!are_ids(record->fields, record->count))
		return MATCHING_FAULT_RANGE;
	uint32_t mentor = person_at(file, record->fields[0]), mentee = person_at(file, record->fields[1]);
	uint32_t ask = mentee == UINT32_MAX ? UINT32_MAX : ask_at(file, mentee, record->fields[2]);
	uint32_t arc = ask == UINT32_MAX ? UINT32_MAX : arc_at(&file->graph, ask, mentor);
	if (arc == UINT32_MAX)
		return MATCHING_FAULT_NONE;
	void *list = answer->chosen;
	if (!grow(&list, answer->count, &t->chosen_room, sizeof *answer->chosen))
		return MATCHING_FAULT_MEMORY;
	answer->chosen = list;
	answer->chosen[answer->count++] = arc;
	return MATCHING_FAULT_NONE;
}

static bool make_proof(struct taking *t)
{
	struct matching_proof *proof = &t->answer->proof;
	size_t people = (size_t)t->file->graph.person_count + 1, asks = (size_t)t->file->graph.ask_count + 1;

	if (proof->alpha)
		return true;
	proof->scale = proof->scale ? proof->scale : 1;
	proof->alpha = calloc(people, sizeof *proof->alpha);
	proof->gamma = calloc(people, sizeof *proof->gamma);
	proof->delta = calloc(people, sizeof *proof->delta);
	proof->beta = calloc(asks, sizeof *proof->beta);
	return proof->alpha && proof->gamma && proof->delta && proof->beta;
}

static enum matching_fault take_prices(struct taking *t, const struct record *record)
{
	struct matching_proof *proof = &t->answer->proof;

	if (!are_ids(record->fields, 1))
		return MATCHING_FAULT_RANGE;
	uint32_t person = person_at(t->file, record->fields[0]);
	if (person == UINT32_MAX)
		return MATCHING_FAULT_NONE;
	uint32_t ask = t->file->version == 1 ? ask_at(t->file, person, 0) : UINT32_MAX;
	proof->alpha[person] = record->fields[1];
	if (ask != UINT32_MAX)
		proof->beta[ask] = record->fields[2];
	proof->gamma[person] = record->fields[3];
	proof->delta[person] = record->fields[4];
	return MATCHING_FAULT_NONE;
}

static enum matching_fault take_price_of_ask(struct taking *t, const struct record *record)
{
	if (!are_ids(record->fields, 2))
		return MATCHING_FAULT_RANGE;
	uint32_t mentee = person_at(t->file, record->fields[0]);
	uint32_t ask = mentee == UINT32_MAX ? UINT32_MAX : ask_at(t->file, mentee, record->fields[1]);
	if (ask != UINT32_MAX)
		t->answer->proof.beta[ask] = record->fields[2];
	return MATCHING_FAULT_NONE;
}

/* lambda of two people, the first first; mu of a person against a neighbour. */
static enum matching_fault take_price_between(struct taking *t, const struct record *record)
{
	struct matching_proof *proof = &t->answer->proof;
	bool is_lambda = record->word[0] == 'l';
	struct matching_price **prices = is_lambda ? &proof->lambda : &proof->mu;
	uint32_t *count = is_lambda ? &proof->lambda_count : &proof->mu_count;

	if (!are_ids(record->fields, 2))
		return MATCHING_FAULT_RANGE;
	struct matching_price price = { person_at(t->file, record->fields[0]), person_at(t->file, record->fields[1]), record->fields[2] };
	if (price.one == UINT32_MAX || price.other == UINT32_MAX || price.one == price.other)
		return MATCHING_FAULT_NONE;
	if (is_lambda && price.one > price.other)
		price = (struct matching_price){ price.other, price.one, price.price };
	void *list = *prices;
	if (!grow(&list, *count, is_lambda ? &t->lambda_room : &t->mu_room, sizeof price))
		return MATCHING_FAULT_MEMORY;
	*prices = list;
	(*prices)[(*count)++] = price;
	return MATCHING_FAULT_NONE;
}

static enum matching_fault take_proof(struct taking *t, const struct record *record)
{
	if (!make_proof(t))
		return MATCHING_FAULT_MEMORY;
	if (record_is(record, "d", 5))
		return take_prices(t, record);
	if (t->file->version == 2 && record_is(record, "b", 3))
		return take_price_of_ask(t, record);
	if (record_is(record, "l", 3) || record_is(record, "t", 3))
		return take_price_between(t, record);
	if (!record_is(record, "scale", 1))
		return strchr("dltb", record->word[0]) && !record->word[1] ? MATCHING_FAULT_FIELDS : MATCHING_FAULT_RECORD;
	t->answer->proof.scale = record->fields[0];
	return record->fields[0] >= 1 && record->fields[0] <= 1000000 ? MATCHING_FAULT_NONE : MATCHING_FAULT_RANGE;
}

static enum matching_fault take_line(struct taking *t, const struct record *record)
{
	static const char *const counts[] = { "bound", "value", "both", "arcs", "weight" };

	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		if (strcmp(record->word, counts[i]) == 0) {
			t->bounds += i == 0;
			return record->count != 1 ? MATCHING_FAULT_FIELDS : t->bounds > 1 ? MATCHING_FAULT_NO_BOUND : MATCHING_FAULT_NONE;
		}
	return strcmp(record->word, "m") == 0 ? take_pair(t, record) : take_proof(t, record);
}

static int by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

static int by_people(const void *a, const void *b)
{
	const struct matching_price *x = a, *y = b;

	if (x->one != y->one)
		return x->one < y->one ? -1 : 1;
	if (x->other != y->other)
		return x->other < y->other ? -1 : 1;
	return x->price < y->price ? -1 : x->price > y->price;
}

/* In order, each once. Of two prices for the same, the higher: to begin from, either would do. */
static void in_order(struct matching_answer *answer)
{
	struct matching_proof *proof = &answer->proof;
	struct { struct matching_price *prices; uint32_t *count; } lists[] = { { proof->lambda, &proof->lambda_count }, { proof->mu, &proof->mu_count } };
	uint32_t kept = 0;

	if (answer->count)
		qsort(answer->chosen, answer->count, sizeof *answer->chosen, by_number);
	for (uint32_t i = 0; i < answer->count; i++)
		if (!kept || answer->chosen[kept - 1] != answer->chosen[i])
			answer->chosen[kept++] = answer->chosen[i];
	answer->count = kept;
	for (size_t l = 0; l < 2; l++) {
		struct matching_price *prices = lists[l].prices;
		kept = 0;
		if (*lists[l].count)
			qsort(prices, *lists[l].count, sizeof *prices, by_people);
		for (uint32_t i = 0; i < *lists[l].count; i++) {
			kept -= kept && prices[kept - 1].one == prices[i].one && prices[kept - 1].other == prices[i].other;
			prices[kept++] = prices[i];
		}
		*lists[l].count = kept;
	}
}

enum matching_fault matching_answer_read(const struct matching_file *file, int descriptor, struct matching_answer *answer, uint64_t *line)
{
	struct taking *t = malloc(sizeof *t);
	struct record record;
	enum matching_fault fault = MATCHING_FAULT_NONE;

	*answer = (struct matching_answer){ 0 };
	*line = 0;
	if (!t)
		return MATCHING_FAULT_MEMORY;
	t->file = file;
	t->answer = answer;
	t->chosen_room = t->lambda_room = t->mu_room = t->bounds = 0;
	lines_start(&t->lines, descriptor, -1);
	do {
		fault = lines_next(&t->lines, &record);
		if (fault == MATCHING_FAULT_NONE && *record.word)
			fault = take_line(t, &record);
	} while (fault == MATCHING_FAULT_NONE && *record.word);
	if (fault == MATCHING_FAULT_NONE && t->bounds != 1)
		fault = MATCHING_FAULT_NO_BOUND;
	*line = t->lines.number;
	free(t);
	in_order(answer);
	return fault;
}
