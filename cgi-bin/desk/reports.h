/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The pages of numbers. */
#ifndef DESK_REPORTS_H
#define DESK_REPORTS_H

#include "web/web.h"

/* report.c: what a programme came to, in numbers; standards.c: what there is to show for published standards. */
/* The programme and the days that the address asks for, within what whoever looks may see. */
struct desk_report;
void report_scope(struct request *q, struct desk_report *view);
struct outcome report_show(struct request *q, void *into);
struct outcome report_file_show(struct request *q, void *into);
struct outcome report_keep(struct request *q, const void *answers);
struct outcome standards_show(struct request *q, void *into);

#endif
