// SPDX-License-Identifier: AGPL-3.0-or-later
// What a programme came to, in numbers; and the languages of the site.
import { is, ok } from './tap.mjs';
import { door } from './corners.mjs';
import { keepFile } from './data.mjs';

export async function numbers(world) {
  const desk = await door(world, 'coordinator');
  await desk.follow('header a[href*="/desk/report"]');
  await desk.pick('programme_id', 1);
  await desk.fill('last_day.day', '31');
  await desk.fill('last_day.month', 'February');
  await desk.fill('last_day.year', '2026');
  await desk.press();
  is(desk.status, 422, 'a report ends on a day that exists');
  for (const part of ['day', 'month', 'year']) await desk.fill(`last_day.${part}`, '');
  await desk.press();
  ok((await desk.text()).includes('Not shown'), 'a report of one programme, without small groups');
  const { answer, text } = await keepFile(world, desk, '/desk/report-file', '?programme=1');
  ok(answer.headers()['content-type'].startsWith('text/csv') && text.includes('pairs,open,'), 'and as a file for a spreadsheet');
  for (const language of ['en', 'cy', 'ar-XB'])
    for (const page of ['report', 'report-sheet', 'standards']) {
      desk.language = language;
      await desk.go(`/desk/${page}?lang=${language}`);
      is(desk.status, 200, `${page} in ${language}`);
    }
  await desk.close();
}
