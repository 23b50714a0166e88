/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "house/bounced.h"

#include "domain/bounce.h"
#include "post/bounce.h"

enum bounced bounced_take(struct work *work, const char *text)
{
	struct bounce bounce;

	switch (bounce_read(work->arena, work->key, text, &bounce)) {
	case BOUNCE_NO_REPORT: return BOUNCED_NO_REPORT;
	case BOUNCE_NOT_OURS: return BOUNCED_NOT_OURS;
	case BOUNCE_READ: break;
	}
	if (!bounce.is_hard)
		return BOUNCED_SOFT;
	return bounce_note(work, bounce.outbox_id, bounce.sent_at) ? BOUNCED_NOTED : BOUNCED_KNOWN;
}
