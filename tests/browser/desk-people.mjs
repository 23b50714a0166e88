// SPDX-License-Identifier: AGPL-3.0-or-later
// People at the desk: found, and all about one of them.
import { is, ok } from './tap.mjs';
import { door } from './corners.mjs';
import { sql } from './people.mjs';

export async function peopleAtDesk(world) {
  const desk = await door(world, 'coordinator');
  const name = sql(world, "select p.full_name from person p where p.state = 'active' and exists (select 1 from proposal z join pair y on y.proposal_id = z.id where z.mentee_id = p.id) order by p.id limit 1");
  await desk.go('/desk/todo');
  await desk.follow('nav a[href="/desk/people"]');
  is(desk.path, '/desk/people', 'people are one press from the desk');
  await desk.fill('words', name.split(' ').pop());
  await desk.press();
  ok((await desk.text()).includes(name), 'somebody is found by their last name', name);
  await desk.follow(`main a[href^="/desk/person/"]:has-text("${name}")`);
  ok((await desk.text()).includes('Their story'), 'their page tells their story');
  const person = desk.path;
  for (const language of ['cy', 'ar-XB', 'en']) {
    desk.language = language;
    for (const page of ['/desk/people', person]) await desk.go(`${page}?lang=${language}`);
    await desk.go(`/desk/people?words=zzz&lang=${language}`);
  }
  await desk.close();
}
