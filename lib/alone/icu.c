/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Debian's libxml2 asks ICU, 30 MB of tables, about encodings that it does not know itself. Templates are UTF-8; whoever
   names another encoding is told that there is none. The names are ICU's own, which end in its version. */
#include <stddef.h>
#include <stdint.h>

#define JOINED(a, b) a##_##b
#define NAMED(a, b) JOINED(a, b)
#define OF_ICU(name) NAMED(name, ICU_VERSION)

/* U_FILE_ACCESS_ERROR of unicode/utypes.h. */
enum { NO_SUCH_TABLE = 4 };

void *OF_ICU(ucnv_open)(const char *name, int *status);
void OF_ICU(ucnv_close)(void *converter);
void OF_ICU(ucnv_convertEx)(void);
void OF_ICU(ucnv_setToUCallBack)(void);
void OF_ICU(ucnv_setFromUCallBack)(void);
void OF_ICU(UCNV_TO_U_CALLBACK_STOP)(void);
void OF_ICU(UCNV_FROM_U_CALLBACK_STOP)(void);

void *OF_ICU(ucnv_open)(const char *name, int *status)
{
	(void)name;
	*status = NO_SUCH_TABLE;
	return NULL;
}

void OF_ICU(ucnv_close)(void *converter)
{
	(void)converter;
}

/* Never called: they take a converter, and there is none. */
void OF_ICU(ucnv_convertEx)(void)
{
}

void OF_ICU(ucnv_setToUCallBack)(void)
{
}

void OF_ICU(ucnv_setFromUCallBack)(void)
{
}

void OF_ICU(UCNV_TO_U_CALLBACK_STOP)(void)
{
}

void OF_ICU(UCNV_FROM_U_CALLBACK_STOP)(void)
{
}
