/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a programme has to show for what published standards ask of programmes: MENTOR, Elements of Effective Practice for
   Mentoring, 4th edition 2015; EMCC, International Standards for Mentoring and Coaching Programmes; the Approved Provider
   Standard of the Mentoring and Befriending Foundation; Befriending Networks, Quality in Befriending. */
#ifndef DOMAIN_STANDARDS_H
#define DOMAIN_STANDARDS_H

#include "base/view.h"
#include "db/work.h"
#include "domain/report.h"

/* One requirement, of the things of a time that it could be so of. Told in tenths, so that no few can be made out. */
struct evidence {
	const char *kind;          /* read, reasons, yes, agreed, cared, lessons, met, said, trial, called, ended, gained, told: sql/report.sql */
	struct shown_count whole;  /* how many things; where these are few or none, nothing else is told */
	bool told, all, none;
	int64_t tenths;            /* 1 to 9, where it is neither all nor none */
};

/* Rows of struct evidence. What must hold of the days and the programme is as for report_of. */
struct list standards_of(struct work *work, int64_t programme_id, const char *first_day, const char *last_day);

#endif
