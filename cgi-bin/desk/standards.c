/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What there is to show for published standards of programmes: of the programme and time of the report. */
#include "cgi-bin/desk-report-views.h"
#include "cgi-bin/desk/reports.h"
#include "domain/standards.h"

struct outcome standards_show(struct request *q, void *into)
{
	struct desk_standards *view = into;
	struct desk_report scope = { .programme_id = 0 };

	report_scope(q, &scope);
	view->programme_id = scope.programme_id;
	view->words = scope.words;
	view->first_day = scope.first_day;
	view->last_day = scope.last_day;
	view->evidence = standards_of(&q->work, scope.programme_id, scope.first_day, scope.last_day);
	return shown;
}
