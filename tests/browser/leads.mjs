// SPDX-License-Identifier: AGPL-3.0-or-later
// What a safeguarding lead looks up: a person and a pair, as from an open concern.
import { is, ok } from './tap.mjs';
import { sql } from './people.mjs';

// From the page of a concern to which a pair was tied, open.
export async function lookedUp(world, lead, concern) {
  await lead.go(`/desk/concern/${concern}`);
  const looks = () => Number(sql(world, `select count(*) from concern_look where concern_id = ${concern}`));
  sql(world, `delete from concern_look where concern_id = ${concern}`);
  await lead.follow('main a[href*="/desk/lead-pair/"]');
  ok((await lead.text()).includes('Your look is noted with the concern'), 'a lead looks at a pair with a concern');
  is(looks(), 1, 'and that is noted');
  const pages = [lead.path];
  await lead.follow('main a[href*="/desk/lead-person/"]');
  ok((await lead.text()).includes('Concerns that have to do with them'), 'and at a person');
  pages.push(lead.path, '/desk/lead-find');
  await lead.follow('main a[href*="/desk/lead-find"]');
  await lead.fill('who', 'Nobody At All');
  await lead.press();
  is(lead.status, 422, 'whoever is not here is not found');
  await lead.fill('who', sql(world, `select min(p.id) from person p join proposal z on z.mentor_id = p.id join pair y on y.proposal_id = z.id where p.state = 'active'
    and y.id not in (select pair_id from concern_entry where pair_id is not null)`));
  await lead.press();
  ok(lead.path.startsWith('/desk/lead-person/'), 'a number finds somebody');
  pages.push(lead.path);
  await lead.follow('main a[href*="/desk/lead-pair/"]');
  ok((await lead.text()).includes('only with a concern'), 'without a concern a lead sees less of a pair');
  pages.push(lead.path);
  for (const language of ['cy', 'ar-XB', 'en']) {
    lead.language = language;
    for (const page of pages) await lead.go(`${page}?lang=${language}`);
  }
}
