// SPDX-License-Identifier: AGPL-3.0-or-later
// A coordinator hears that somebody has died, rings whom they met with, and takes a mistake back.
import { is, ok } from './tap.mjs';
import { door } from './corners.mjs';
import { sql } from './people.mjs';

const mailsOf = (world, person) => sql(world, `select count(*) from outbox where person_id = ${person}`);

export async function deaths(world) {
  const [pair, died, left] = sql(world, `select y.id || ' ' || m.id || ' ' || e.id from pair y join proposal z on z.id = y.proposal_id
    join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id
    where y.state = 'active' and m.email like 'person%' and e.email like 'person%' and m.state = 'active' order by y.id desc limit 1`).split(' ');
  const before = mailsOf(world, left);
  const desk = await door(world, 'coordinator');
  await desk.go(`/desk/pair/${pair}`);
  await desk.follow(`main a[href$="/desk/death/${died}"]`);
  await desk.press('main button[value="die"]');
  ok(await desk.has('main button[value="undo"]'), 'a death is said once');
  await desk.press('main button[value="undo"]');
  is(sql(world, `select state from person where id = ${died}`), 'active', 'a mistake is taken back');
  await desk.press('main button[value="die"]');
  await desk.go('/desk/todo');
  await desk.follow(`main li:has-text("somebody they met with has died") a[href$="/desk/pair/${pair}"]`);
  await desk.follow(`main a[href$="/desk/bereaved/${pair}"]`);
  for (const language of ['cy', 'ar-XB']) {
    desk.language = language;
    for (const page of [`/desk/death/${died}`, `/desk/bereaved/${pair}`, `/desk/pair/${pair}`]) await desk.go(`${page}?lang=${language}`);
  }
  desk.language = 'en';
  await desk.go(`/desk/bereaved/${pair}?lang=en`);
  await desk.press();
  is(desk.status, 422, 'who told them, and how, is asked for');
  await desk.fill('told_by', 'I rang in the evening. Her daughter was there.');
  for (const [part, value] of [['day', '1'], ['month', '1'], ['year', '2020']]) await desk.fill(`follow_up.${part}`, value);
  await desk.press();
  is(desk.status, 422, 'how they are is asked on a day to come');
  await desk.fill('follow_up.year', '2098');
  if (await desk.has('main [name="look"]')) await desk.tick('look', 'later');
  await desk.press();
  is(desk.path, `/desk/pair/${pair}`, 'the other has been told');
  ok((await desk.text()).includes('One of them has died'), 'and it is written how it ended');
  is(mailsOf(world, left), before, 'no mail told them');
  await desk.close();
}
