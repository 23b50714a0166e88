/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* FNV-1a, 64 bits (RFC 9923): tells things apart, keeps nobody out. Begins as HASH_START and goes on from there. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_START 14695981039346656037u

uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t length);
/* Of a string, without its NUL. */
uint64_t hash_text(uint64_t hash, const char *text);

#endif
