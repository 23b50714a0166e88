/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* When meetings stop being productive, useful and energising, it is time to ask for a change. The rule is
   ours and not validated (PRACTICE, the signal): the same question answered "no" twice in a row, or what
   the answers come to falling over three meetings in a row. Only the side that answered is asked, and
   a coordinator has a line on the desk. */
#ifndef DOMAIN_SIGNAL_H
#define DOMAIN_SIGNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/work.h"

/* One side's three answers on a meeting: yes, bit, no; "" where one was left out. */
struct taps {
	const char *productive, *useful, *energising;
};

/* How a meeting felt, 0 to 6: two for each yes, one for each bit; -1 where nothing was said. */
int64_t taps_sum(const struct taps *taps);

enum signal { SIGNAL_NONE, SIGNAL_TWO_NO, SIGNAL_FALL };

/* `count` meetings that something was said of, the newest first. */
enum signal signal_in(const struct taps *newest_first, size_t count);

/* Looks at what a side has said of late, and asks it where there is a signal. */
void signal_look(struct work *work, int64_t pair_id, bool by_mentor);

/* Asks a side whether it is time for a change. False when it is asked already, or the pair does not meet. */
bool signal_open(struct work *work, int64_t pair_id, bool to_mentor);

/* That side has answered. */
void signal_close(struct work *work, int64_t pair_id, bool of_mentor);

#endif
