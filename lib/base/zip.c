/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/zip.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"

enum { NEEDS_2_0 = 20, UTF8_NAMES = 0x800, LOCAL_BYTES = 30, PIECE = 64 * 1024, ENTRIES_MOST = 65535 };

struct entry {
	const char *name;
	uint32_t crc, size, start;
};

struct zip {
	struct arena *arena;
	FILE *file;
	struct entry *entries;
	size_t count, room;
	unsigned day, minute;      /* of MS-DOS */
	uint64_t length;           /* of the whole file so far */
	uint32_t crc;              /* of the entry so far, inverted */
	bool failed;
	uint32_t table[256];
};

/* CRC-32 of ISO 3309, reflected. */
static void fill_table(uint32_t *table)
{
	for (uint32_t i = 0; i < 256; i++) {
		uint32_t c = i;
		for (int bit = 0; bit < 8; bit++)
			c = c & 1 ? 0xedb88320u ^ (c >> 1) : c >> 1;
		table[i] = c;
	}
}

static void set_moment(struct zip *zip, int64_t when)
{
	time_t moment = (time_t)when;
	struct tm utc;

	if (!gmtime_r(&moment, &utc) || utc.tm_year < 80)
		return;
	zip->day = (unsigned)((utc.tm_year - 80) << 9 | (utc.tm_mon + 1) << 5 | utc.tm_mday);
	zip->minute = (unsigned)(utc.tm_hour << 11 | utc.tm_min << 5 | utc.tm_sec / 2);
}

struct zip *zip_new(struct arena *arena, const char *path, int64_t when)
{
	struct zip *zip = arena_alloc(arena, sizeof *zip);
	int file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	zip->arena = arena;
	zip->file = file < 0 ? NULL : fdopen(file, "w+b");
	if (!zip->file) {
		if (file >= 0)
			close(file);
		return NULL;
	}
	fill_table(zip->table);
	set_moment(zip, when);
	return zip;
}

static void write_bytes(struct zip *zip, const void *bytes, size_t length)
{
	zip->failed |= zip->length + length > UINT32_MAX || fwrite(bytes, 1, length, zip->file) != length;
	zip->length += length;
}

/* Little end first, `width` bytes. */
static void add_number(struct buffer *out, uint32_t number, int width)
{
	for (int i = 0; i < width; i++)
		buffer_char(out, (char)(number >> (8 * i) & 0xff));
}

/* What the head of an entry and its line in the list have in common. */
static void add_facts(struct zip *zip, struct buffer *out, const struct entry *e)
{
	const uint32_t halves[] = { NEEDS_2_0, UTF8_NAMES, 0, zip->minute, zip->day };

	for (size_t i = 0; i < sizeof halves / sizeof *halves; i++)
		add_number(out, halves[i], 2);
	add_number(out, e->crc, 4);
	add_number(out, e->size, 4);
	add_number(out, e->size, 4);
	add_number(out, (uint32_t)strlen(e->name), 2);
	add_number(out, 0, 2);
}

static void write_head(struct zip *zip, const struct entry *e)
{
	struct buffer out = buffer_in(zip->arena, 256);

	buffer_add(&out, "PK\003\004", 4);
	add_facts(zip, &out, e);
	buffer_text(&out, e->name);
	zip->failed |= fwrite(out.bytes, 1, out.length, zip->file) != out.length;
}

/* Its size and sum are known now: its head is written once more. */
static void end_entry(struct zip *zip)
{
	if (!zip->count)
		return;
	struct entry *e = &zip->entries[zip->count - 1];
	e->crc = ~zip->crc;
	e->size = (uint32_t)(zip->length - e->start - LOCAL_BYTES - strlen(e->name));
	zip->failed |= fseek(zip->file, (long)e->start, SEEK_SET) != 0;
	write_head(zip, e);
	zip->failed |= fseek(zip->file, 0, SEEK_END) != 0;
}

static void more_room(struct zip *zip)
{
	size_t room = zip->room ? 2 * zip->room : 32;
	struct entry *entries = arena_array(zip->arena, room, sizeof *entries);

	if (zip->count)
		memcpy(entries, zip->entries, zip->count * sizeof *entries);
	zip->entries = entries;
	zip->room = room;
}

void zip_entry(struct zip *zip, const char *name)
{
	end_entry(zip);
	if (zip->count == zip->room)
		more_room(zip);
	struct entry *e = &zip->entries[zip->count++];
	*e = (struct entry){ arena_copy(zip->arena, name), 0, 0, (uint32_t)zip->length };
	write_head(zip, e);
	zip->length += LOCAL_BYTES + strlen(name);
	zip->crc = 0xffffffffu;
}

void zip_add(struct zip *zip, const void *bytes, size_t length)
{
	const unsigned char *at = bytes;

	for (size_t i = 0; i < length; i++)
		zip->crc = zip->table[(zip->crc ^ at[i]) & 0xff] ^ (zip->crc >> 8);
	write_bytes(zip, bytes, length);
}

void zip_text(struct zip *zip, const char *text)
{
	zip_add(zip, text, strlen(text));
}

void zip_file(struct zip *zip, const char *path)
{
	char *piece = arena_alloc(zip->arena, PIECE);
	FILE *file = fopen(path, "rbe");
	size_t got;

	if (!file) {
		zip->failed = true;
		return;
	}
	while ((got = fread(piece, 1, PIECE, file)) > 0)
		zip_add(zip, piece, got);
	zip->failed |= ferror(file) != 0;
	fclose(file);
}

bool zip_close(struct zip *zip)
{
	struct buffer out = buffer_in(zip->arena, 4096);

	end_entry(zip);
	for (size_t i = 0; i < zip->count; i++) {
		const struct entry *e = &zip->entries[i];
		buffer_add(&out, "PK\001\002", 4);
		add_number(&out, NEEDS_2_0, 2);
		add_facts(zip, &out, e);
		add_number(&out, 0, 2);
		add_number(&out, 0, 4);
		add_number(&out, 0, 4);
		add_number(&out, e->start, 4);
		buffer_text(&out, e->name);
	}
	uint32_t start = (uint32_t)zip->length, length = (uint32_t)out.length, count = (uint32_t)zip->count;
	buffer_add(&out, "PK\005\006\0\0\0\0", 8);
	add_number(&out, count, 2);
	add_number(&out, count, 2);
	add_number(&out, length, 4);
	add_number(&out, start, 4);
	add_number(&out, 0, 2);
	write_bytes(zip, out.bytes, out.length);
	zip->failed |= zip->count > ENTRIES_MOST || fflush(zip->file) || fsync(fileno(zip->file));
	return fclose(zip->file) == 0 && !zip->failed;
}
