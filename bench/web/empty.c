/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The least that a CGI program can be: what a page's process is measured against. */
#include <stdio.h>

int main(void)
{
	fputs("Content-Type: text/plain\r\n\r\nok\r\n", stdout);
	return 0;
}
