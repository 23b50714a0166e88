/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What can be wrong with a file of matching. */
#ifndef MATCHING_FAULT_H
#define MATCHING_FAULT_H

enum matching_fault {
	MATCHING_FAULT_NONE,
	MATCHING_FAULT_READ,           /* the file cannot be read; errno says why */
	MATCHING_FAULT_SPOOL,          /* what comes through a pipe cannot be kept aside; errno says why */
	MATCHING_FAULT_MEMORY,
	MATCHING_FAULT_CHANGED,        /* it changed while it was read */
	MATCHING_FAULT_HEADER,
	MATCHING_FAULT_BYTE,           /* NUL, CR, another control character, or bytes that are no text */
	MATCHING_FAULT_LONG,           /* over 255 characters */
	MATCHING_FAULT_CUT,            /* ends inside its last line */
	MATCHING_FAULT_RECORD,         /* no line of this format */
	MATCHING_FAULT_FIELDS,         /* too many, too few, or not one space between */
	MATCHING_FAULT_NUMBER,         /* no whole number */
	MATCHING_FAULT_RANGE,
	MATCHING_FAULT_ORDER,          /* a p line after the first arc, an o line after the first p or twice */
	MATCHING_FAULT_PERSON_TWICE,
	MATCHING_FAULT_PERSON_UNKNOWN,
	MATCHING_FAULT_LOOP,           /* a mentor of themself */
	MATCHING_FAULT_ARC_TWICE,
	MATCHING_FAULT_ARC_UNKNOWN,    /* a kept or forbidden pair that has no arc */
	MATCHING_FAULT_ASKS,           /* more asks than the mentee needs */
	MATCHING_FAULT_FORBIDDEN_TWICE,
	MATCHING_FAULT_KEPT,           /* cannot be kept: forbidden, or another kept pair rules it out */
	MATCHING_FAULT_KEPT_FULL,      /* its mentor has no room for it */
	MATCHING_FAULT_ARCS,           /* 2^32 arcs or more */
	MATCHING_FAULT_VALUE,          /* the value could pass 2^63 - 1 */
	MATCHING_FAULT_NO_BOUND,       /* an answer without its bound, or with two */
	MATCHING_FAULT_COUNT
};

#endif
