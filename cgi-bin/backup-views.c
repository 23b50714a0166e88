/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/backup-views.h"

static const struct member backup_members[] = {
	VIEW_MEMBER(struct backup, name),
	VIEW_MEMBER(struct backup, day),
	VIEW_MEMBER(struct backup, at),
	VIEW_MEMBER(struct backup, kib),
	VIEW_MEMBER(struct backup, is_locked),
};
const struct view backup_view = VIEW(backup, backup_members);

static const struct member restore_members[] = {
	VIEW_LIST(struct desk_restore, backups, backup_view),
	VIEW_MEMBER(struct desk_restore, broken),
};
const struct view desk_restore_view = VIEW(desk_restore, restore_members);
const struct view setup_restore_view = VIEW(desk_restore, restore_members);

static const struct member backups_members[] = {
	VIEW_LIST(struct desk_backups, backups, backup_view),
	VIEW_MEMBER(struct desk_backups, broken),
	VIEW_MEMBER(struct desk_backups, is_late),
	VIEW_MEMBER(struct desk_backups, people),
	VIEW_MEMBER(struct desk_backups, erased),
	VIEW_MEMBER(struct desk_backups, made_at),
	VIEW_MEMBER(struct desk_backups, vouched_at),
	VIEW_MEMBER(struct desk_backups, has_list),
};
const struct view desk_backups_view = VIEW(desk_backups, backups_members);

static const struct member take_away_members[] = {
	VIEW_MEMBER(struct desk_take_away, made_at),
};
const struct view desk_take_away_view = VIEW(desk_take_away, take_away_members);
const struct view desk_hand_over_view = VIEW(desk_take_away, take_away_members);
