/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* speak SOCKET WAY [TIMES] <BODY: a FastCGI client of the test's own, since the usual ones send only what is well
   formed. The request's variables are this process's environment. What the program answers goes to standard
   output; of several times the last. WAY:
     whole    as a web server sends it
     bytes    one byte a write
     odd      records of 1, 2, 3 … bytes, with padding
     cut      half of the body's record, then the connection ends
     slow     half of the body's record, and two seconds later the rest
     silent   the body never ends: no end record; the answer is waited for
   FastCGI specification 1.0, 3. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { BEGIN = 1, END = 3, PARAMS = 4, STDIN = 5, STDOUT = 6, BODY_MAX = 12 * 1024 * 1024, RECORD_MAX = 65528 };

extern char **environ;
static int wire;
static bool in_bytes;

static void send_all(const void *bytes, size_t length)
{
	const char *at = bytes;

	while (length) {
		ssize_t sent = write(wire, at, in_bytes ? 1 : length);
		if (sent <= 0)
			return;
		at += sent;
		length -= (size_t)sent;
	}
}

static void send_record(int type, const void *content, size_t length, size_t padding)
{
	static const unsigned char nothing[8];
	const unsigned char head[8] = { 1, (unsigned char)type, 0, 1, (unsigned char)(length >> 8), (unsigned char)length, (unsigned char)padding, 0 };

	send_all(head, sizeof head);
	send_all(content, length);
	send_all(nothing, padding);
}

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

static void send_params(void)
{
	static unsigned char all[RECORD_MAX];
	size_t at = 0;

	for (char **variable = environ; *variable; variable++) {
		const char *equals = strchr(*variable, '=');
		size_t name = equals ? (size_t)(equals - *variable) : 0, value = equals ? strlen(equals + 1) : 0;
		if (!equals || at + name + value + 8 > sizeof all)
			continue;
		at += put_length(all + at, name);
		at += put_length(all + at, value);
		memcpy(all + at, *variable, name);
		memcpy(all + at + name, equals + 1, value);
		at += name + value;
	}
	send_record(PARAMS, all, at, 0);
	send_record(PARAMS, "", 0, 0);
}

static void send_body(const char *way, const char *body, size_t length)
{
	const unsigned char half[8] = { 1, STDIN, 0, 1, (unsigned char)(length >> 8), (unsigned char)length, 0, 0 };

	if (strcmp(way, "cut") == 0 || strcmp(way, "slow") == 0) {
		send_all(half, sizeof half);
		send_all(body, length / 2);
		if (strcmp(way, "cut") == 0)
			return;
		sleep(2);
		send_all(body + length / 2, length - length / 2);
		send_record(STDIN, "", 0, 0);
		return;
	}
	for (size_t at = 0, size = strcmp(way, "odd") == 0 ? 1 : RECORD_MAX; at < length; at += size, size += size < RECORD_MAX) {
		size_t piece = length - at < size ? length - at : size;
		send_record(STDIN, body + at, piece, size < RECORD_MAX ? size % 8 : 0);
	}
	if (strcmp(way, "silent") != 0)
		send_record(STDIN, "", 0, 0);
}

static bool receive_all(void *into, size_t length)
{
	char *at = into;

	while (length) {
		ssize_t got = read(wire, at, length);
		if (got <= 0)
			return false;
		at += got;
		length -= (size_t)got;
	}
	return true;
}

/* Until the program says that the request is over. */
static void receive_answer(bool shown)
{
	static unsigned char content[65536 + 256];
	unsigned char head[8];

	while (receive_all(head, sizeof head)) {
		size_t length = (size_t)head[4] << 8 | head[5];
		if (!receive_all(content, length + head[6]) || head[1] == END)
			return;
		if (head[1] == STDOUT && shown)
			fwrite(content, 1, length, stdout);
	}
}

/* One request, over a connection of its own. False where nobody listens. */
static bool speak(const struct sockaddr_un *address, const char *way, const char *body, size_t length, bool shown)
{
	static const unsigned char begin[8] = { 0, 1 };

	wire = socket(AF_UNIX, SOCK_STREAM, 0);
	if (wire < 0 || connect(wire, (const struct sockaddr *)address, sizeof *address))
		return false;
	send_record(BEGIN, begin, sizeof begin, 0);
	send_params();
	send_body(way, body, length);
	if (strcmp(way, "cut") != 0)
		receive_answer(shown);
	close(wire);
	return true;
}

int main(int argc, char **argv)
{
	static char body[BODY_MAX];
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	long times = argc > 3 ? strtol(argv[3], NULL, 10) : 1;

	if (argc < 3 || strlen(argv[1]) >= sizeof address.sun_path) {
		fputs("speak SOCKET WAY [TIMES] <BODY\n", stderr);
		return 2;
	}
	memcpy(address.sun_path, argv[1], strlen(argv[1]));
	size_t length = fread(body, 1, sizeof body, stdin);
	in_bytes = strcmp(argv[2], "bytes") == 0;
	for (long i = 1; i <= times; i++)
		if (!speak(&address, argv[2], body, length, i == times)) {
			perror(argv[1]);
			return 1;
		}
	return 0;
}
