/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The files of templates/static/, made C by the build. */
#ifndef WEB_STATIC_FILES_H
#define WEB_STATIC_FILES_H

#include <stddef.h>

struct static_file {
	const char *name;
	const char *type;
	const char *bytes;
	size_t length;
};
extern const struct static_file static_files[];
extern const size_t static_file_count;

#endif
