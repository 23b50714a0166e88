/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A site that was on another host, or was lost. */
#include "cgi-bin/restoring.h"
#include "cgi-bin/setup/setup.h"
#include "pages_setup.h"

struct outcome restore_show(struct request *q, void *into)
{
	restoring_show(q, into);
	q->formless = ((const struct desk_restore *)into)->backups.count == 0;
	return shown;
}

struct outcome restore_slow(struct request *q, const void *answers)
{
	const struct setup_restore_form *f = answers;

	return restoring_run(q, &(struct restoring_typed){ f->backup, f->passphrase, f->erased });
}

struct outcome restore_keep(struct request *q, const void *answers)
{
	(void)answers;
	/* No browser came with the backup: this one is given a new cookie. */
	q->visitor.known = false;
	put_setting(q, "setup_browser", web_browser(q));
	return go_to(q, "setup", "/charity");
}
