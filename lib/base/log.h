/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The log is standard error: a site that has a data folder points it at a file there (site_open),
   elsewhere the web server's own log gets it. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

/* One line: UTC time, process, the text. Control characters are written as `?`, so that nothing a
   visitor sent can forge a line. Never names, addresses or words of a person: numbers and verbs. */
void log_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* A broken invariant or no memory: a line, then the end of the process. The web server answers 500
   for it and starts another. */
_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
