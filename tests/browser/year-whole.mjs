// SPDX-License-Identifier: AGPL-3.0-or-later
// What must be so at the end of the year.
import { is, ok } from './tap.mjs';
import { sql } from './people.mjs';
import { lookAtMail } from './year-cast.mjs';

// Whatever waits for somebody says for whom, and by when.
const resting = `
  select 'task ' || id from task where state = 'open' and (role = '' or due_at <= 0)
  union all select 'sign-up ' || id from signup where state in ('open', 'sent', 'asked') and due_at <= 0
  union all select 'proposal ' || id from proposal where state in ('proposed', 'kept', 'sent', 'agreed') and due_at <= 0
  union all select 'pair ' || id from pair where state <> 'ended' and (due_at <= 0 or coordinator_id is null)
  union all select 'person ' || id from person where state = 'paused' and (due_at <= 0 or due_at >= 253402300799)
  union all select 'invitation ' || id from invitation where state = 'open' and due_at <= 0
  union all select 'concern ' || id from concern where state <> 'closed' and due_at <= 0`;

export async function whole(world) {
  is(sql(world, resting), '', 'nothing rests without an owner and a day');
  const checks = world.clock.run('check').split('\n').filter((l) => l);
  ok(checks.length > 8 && checks.every((l) => l.startsWith('ok')), 'everything that must always be true is so', checks);
  ok(world.clock.run('audit', 'verify').startsWith('the audit holds'), 'nobody has changed the audit');
  is(sql(world, "select count(*) from outbox where state in ('sending', 'failed')"), '0', 'no mail was lost');
  console.log(`# ${world.clock.nights} nights, ${sql(world, 'select count(*) from audit')} rows of the audit, ${lookAtMail(world).filter((m) => m.state === 'sent').length} mails`);
}
