/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* memory FILE: a FastCGI program that answers with the bytes of a file, which it holds in memory: the ceiling for one that
   makes a page of as many. */
#include <fcgiapp.h>
#include <stdio.h>

int main(int argc, char **argv)
{
	static char bytes[1024 * 1024];
	FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;
	FCGX_Request request;

	if (!file || FCGX_Init() || FCGX_InitRequest(&request, 0, 0))
		return 1;
	int length = (int)fread(bytes, 1, sizeof bytes, file);
	fclose(file);
	while (FCGX_Accept_r(&request) == 0) {
		FCGX_PutStr(bytes, length, request.out);
		FCGX_Finish_r(&request);
	}
	return 0;
}
