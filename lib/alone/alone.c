/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a static program may not ask of its host: to load a library, or to look up a host's name. Both would need
   the files of the very C library that it was linked with. SQLite and libfcgi name these and we never call them;
   whoever would, is told that there is nothing. */
#include <dlfcn.h>
#include <netdb.h>
#include <stddef.h>

void *dlopen(const char *file, int mode)
{
	(void)file;
	(void)mode;
	return NULL;
}

void *dlsym(void *restrict handle, const char *restrict name)
{
	(void)handle;
	(void)name;
	return NULL;
}

int dlclose(void *handle)
{
	(void)handle;
	return -1;
}

char *dlerror(void)
{
	static char words[] = "a static program loads nothing";

	return words;
}

struct hostent *gethostbyname(const char *name)
{
	(void)name;
	return NULL;
}
