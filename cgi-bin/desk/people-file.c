/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Everybody whom the desk knows, as a file for a spreadsheet (RFC 4180). */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/sheet.h"
#include "cgi-bin/desk/people.h"
#include "domain/audit.h"
#include "sql_people.h"

static void put_person(struct buffer *out, const struct people_file *p)
{
	const char *const texts[] = { p->state, p->full_name, p->call_name, p->reach, p->email, p->phone, p->address, p->language, p->age_band, p->programmes };

	buffer_printf(out, "%lld,", (long long)p->person_id);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		sheet_cell(out, texts[i]);
		buffer_char(out, ',');
	}
	buffer_printf(out, "%lld,%lld,%lld,%lld\r\n", (long long)p->asks, (long long)p->offers, (long long)p->helps, (long long)p->helped);
}

struct outcome people_file_show(struct request *q, void *into)
{
	struct list rows = sql_people_file(&q->work);
	struct buffer out = buffer_in(q->work.arena, 4096);

	(void)into;
	/* The mark by which spreadsheets know UTF-8. */
	buffer_text(&out, "\xef\xbb\xbfnumber,state,full_name,call_name,reach,email,phone,address,language,age_band,programmes,asks,offers,helps,helped\r\n");
	for (size_t i = 0; i < rows.count; i++)
		put_person(&out, list_row(&people_file_view, rows, i));
	return web_download(q, "bothways-people.csv", buffer_string(&out));
}

void people_file_noted(struct request *q)
{
	audit_add(&q->work, "people.export", "person", 0, "");
}
