/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* load ROUNDS SECONDS CLIENTS FOLDER CASE…: requests a second of FastCGI programs, asked over their sockets without a web server between,
   a connection each, by so many clients at once. Each case is asked for SECONDS in turn, ROUNDS times. A case is a folder below
   FOLDER: `socket` is the path, `environment` the request's variables, a line each. Prints the median of the rounds, the ratio to
   the first case and to the second (medians of the ratios of each round), p50 and p99 of an answer, and how many were none. */
#include "measure.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CASES_MOST = 16, ROUNDS_MOST = 64, CLIENTS_MOST = 32, TIMES_MOST = 400000, REQUEST = 65536, PARAMS = 4, LINE = 4096 };

struct load {
	const char *name;
	struct sockaddr_un address;
	unsigned char request[REQUEST];
	size_t length;
	double a_second[ROUNDS_MOST], to_first[ROUNDS_MOST], to_second[ROUNDS_MOST];
};

/* Of all clients, in memory that they share. */
struct shared {
	long bad[CASES_MOST], count[CASES_MOST];
	float us[CASES_MOST][TIMES_MOST];
};

static size_t put_length(unsigned char *at, size_t length)
{
	if (length < 128) {
		at[0] = (unsigned char)length;
		return 1;
	}
	at[0] = (unsigned char)(length >> 24 | 0x80);
	at[1] = (unsigned char)(length >> 16);
	at[2] = (unsigned char)(length >> 8);
	at[3] = (unsigned char)length;
	return 4;
}

static void put(struct load *c, const void *bytes, size_t length)
{
	if (c->length + length > REQUEST)
		exit(2);
	memcpy(c->request + c->length, bytes, length);
	c->length += length;
}

static void put_head(struct load *c, int type, size_t length)
{
	put(c, (unsigned char[]){ 1, (unsigned char)type, 0, 1, (unsigned char)(length >> 8), (unsigned char)length, 0, 0 }, 8);
}

static void read_case(struct load *c, const char *folder, const char *name)
{
	static unsigned char params[REQUEST];
	char path[LINE], line[LINE];
	size_t at = 0;

	c->name = name;
	c->address.sun_family = AF_UNIX;
	snprintf(path, sizeof path, "%s/%s/socket", folder, name);
	FILE *file = fopen(path, "r");
	if (!file || !fgets(line, sizeof line, file) || strlen(line) >= sizeof c->address.sun_path)
		exit(2);
	line[strcspn(line, "\n")] = '\0';
	memcpy(c->address.sun_path, line, strlen(line));
	fclose(file);
	snprintf(path, sizeof path, "%s/%s/environment", folder, name);
	file = fopen(path, "r");
	while (file && fgets(line, sizeof line, file)) {
		line[strcspn(line, "\n")] = '\0';
		size_t first = strcspn(line, "="), second = strlen(line) - first - 1;
		at += put_length(params + at, first);
		at += put_length(params + at, second);
		memcpy(params + at, line, first);
		memcpy(params + at + first, line + first + 1, second);
		at += first + second;
	}
	if (file)
		fclose(file);
	put_head(c, 1, 8);
	put(c, (unsigned char[8]){ 0, 1 }, 8);
	put_head(c, PARAMS, at);
	put(c, params, at);
	put_head(c, PARAMS, 0);
	put_head(c, 5, 0);
}

/* A whole answer is a first record of standard output and an end record at the end. */
static int ask(const struct load *c)
{
	static unsigned char bytes[1024 * 1024];
	size_t have = 0;
	ssize_t got;
	int wire = socket(AF_UNIX, SOCK_STREAM, 0);

	if (wire < 0 || connect(wire, (const struct sockaddr *)&c->address, sizeof c->address) || write(wire, c->request, c->length) != (ssize_t)c->length) {
		close(wire);
		return 0;
	}
	while (have < sizeof bytes && (got = read(wire, bytes + have, sizeof bytes - have)) > 0)
		have += (size_t)got;
	close(wire);
	return have > 1000 && bytes[1] == 6 && bytes[have - 15] == 3;
}

static long one_round(struct load *c, int number, double seconds, int clients, struct shared *shared)
{
	long before = shared->count[number];

	for (int client = 0; client < clients; client++)
		if (fork() == 0) {
			double end = now_us() + seconds * 1e6;
			for (double began; (began = now_us()) < end;) {
				if (!ask(c)) {
					__atomic_add_fetch(&shared->bad[number], 1, __ATOMIC_SEQ_CST);
					continue;
				}
				long place = __atomic_fetch_add(&shared->count[number], 1, __ATOMIC_SEQ_CST);
				if (place < TIMES_MOST)
					shared->us[number][place] = (float)(now_us() - began);
			}
			_exit(0);
		}
	while (wait(NULL) > 0)
		;
	return shared->count[number] - before;
}

static int compare_floats(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;

	return x < y ? -1 : x > y;
}

static double middle(double *values, int count)
{
	qsort(values, (size_t)count, sizeof *values, compare);
	return values[count / 2];
}

int main(int argc, char **argv)
{
	static struct load cases[CASES_MOST];
	int rounds = argc > 5 ? (int)strtol(argv[1], NULL, 10) : 0, clients = argc > 5 ? (int)strtol(argv[3], NULL, 10) : 0, count = argc - 5;
	struct shared *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (rounds < 1 || rounds > ROUNDS_MOST || clients < 1 || clients > CLIENTS_MOST || count > CASES_MOST || shared == MAP_FAILED)
		return 2;
	for (int i = 0; i < count; i++) {
		read_case(&cases[i], argv[4], argv[5 + i]);
		for (int warm = 0; warm < 50; warm++)
			ask(&cases[i]);
	}
	for (int round = 0; round < rounds; round++)
		for (int i = 0; i < count; i++)
			cases[i].a_second[round] = (double)one_round(&cases[i], i, strtod(argv[2], NULL), clients, shared) / strtod(argv[2], NULL);
	for (int i = 0; i < count; i++)
		for (int round = 0; round < rounds; round++) {
			cases[i].to_first[round] = cases[i].a_second[round] / cases[0].a_second[round];
			cases[i].to_second[round] = cases[i].a_second[round] / cases[count > 1].a_second[round];
		}
	printf("%-22s %9s %8s %8s %8s %8s %6s   (%d clients)\n", "FastCGI", "a second", "to 1st", "to 2nd", "p50 us", "p99 us", "none", clients);
	for (int i = 0; i < count; i++) {
		long kept = shared->count[i] < TIMES_MOST ? shared->count[i] : TIMES_MOST;
		qsort(shared->us[i], (size_t)kept, sizeof **shared->us, compare_floats);
		printf("%-22s %9.0f %8.2f %8.2f %8.0f %8.0f %6ld\n", cases[i].name, middle(cases[i].a_second, rounds), middle(cases[i].to_first, rounds), middle(cases[i].to_second, rounds),
		       kept ? (double)shared->us[i][kept / 2] : 0, kept ? (double)shared->us[i][kept * 99 / 100] : 0, shared->bad[i]);
	}
	return 0;
}
