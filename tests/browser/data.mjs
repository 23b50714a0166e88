// SPDX-License-Identifier: AGPL-3.0-or-later
// What is held on somebody: read, kept as a file.
import { is, ok } from './tap.mjs';
import { door } from './corners.mjs';

// A file to keep is no page: it is asked for as the browser would.
async function keepFile(world, v, route) {
  const answer = await v.page.request.get(world.address + route);
  world.seen.routes.add(route);
  return { answer, text: await answer.text() };
}

export async function heldOnMe(world) {
  const v = await door(world, 'mentee');
  await v.go('/account/me');
  await v.follow('main a[href="/account/data"]');
  is(v.path, '/account/data', 'what is held is one press from one\'s page');
  ok((await v.text()).includes('Margaret Hill'), 'it shows what they told');
  for (const language of ['cy', 'ar-XB', 'en']) { v.language = language; await v.go(`/account/data?lang=${language}`); }
  const { answer, text } = await keepFile(world, v, '/account/data-file');
  is(JSON.parse(text).person.full_name, 'Margaret Hill', 'and so does the file');
  ok(answer.headers()['content-disposition'].startsWith('attachment'), 'which the browser keeps');
  await v.close();
}
