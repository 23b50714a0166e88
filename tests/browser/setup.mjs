// SPDX-License-Identifier: AGPL-3.0-or-later
// Set-up, opened again by somebody with the file manager: closed, opened, each page refused and kept, in both languages. It is left
// before its end, which tests/page/setup.t walks to on a host where nothing is yet.
import fs from 'node:fs';
import path from 'node:path';
import { is, ok } from './tap.mjs';
import { Visitor } from './visitor.mjs';

const file = (world) => path.join(world.site, 'data', 'setup-code.txt');

async function opened(world, language) {
  const v = await Visitor.new(world, language);
  await v.go(`/setup/start?lang=${language}`);
  ok(!(await v.has('main form')), 'set-up is closed');
  await v.go(`/setup/mail?lang=${language}`);
  is(v.status, 403, 'and its pages are barred');
  fs.writeFileSync(file(world), '', { mode: 0o600 });
  await v.go(`/setup/start?lang=${language}`);
  await v.fill('code', 'AAAA AAAA');
  await v.press();
  is(v.status, 422, 'a code that is none is refused');
  await v.fill('code', fs.readFileSync(file(world), 'utf8').trim());
  await v.press();
  is(v.path, '/setup/checks', 'the code in the file opens it');
  return v;
}

async function host(v) {
  await v.press();
  if (await v.has('main [name=sees]')) {
    await v.tick('sees', 'no');
    await v.press();
  }
  ok(await v.has('main a.button[href$="/setup/charity"]'), 'what was found lets it go on', [await v.text()]);
  await v.follow('main a.button[href$="/setup/charity"]');
}

async function charity(v, world) {
  await v.fill('site_name', '');
  await v.fill('address', 'http://riverside.example');
  await v.press();
  is(v.status, 422, 'no name, and an address without https, are refused');
  await v.fill('site_name', 'Riverside Neighbours');
  await v.fill('address', 'https://riverside.example');
  await v.press();
  is(v.path, '/setup/languages', 'who they are is kept');
  await v.tick('languages', 'cy');
  await v.tick('first', 'en');
  await v.press();
  is(v.path, '/setup/mail', 'languages are kept');
}

async function mail(v) {
  await v.press();
  is(v.status, 422, 'a way to send mail has to be chosen');
  await v.tick('mail_way', 'smtp');
  await v.fill('smtp_host', 'localhost');
  await v.fill('smtp_port', '9');
  await v.fill('mail_from', 'hello@riverside.example');
  await v.fill('mail_an_hour', '1000');
  await v.fill('test_to', 'me@riverside.example');
  await v.press();
  is(v.path, '/setup/mail-sent', 'a mail is tried');
  ok(await v.has('main pre'), 'what was answered is shown');
}

export async function settingUp(world) {
  for (const language of ['en', 'cy']) {
    const v = await opened(world, language);
    await host(v);
    await charity(v, world);
    await mail(v);
    for (const page of ['programme', 'people', 'coordinator', 'finish']) await v.go(`/setup/${page}`);
    ok(!(await v.has('main form')), 'there is no end before a mail was taken');
    await v.go('/setup/coordinator');
    await v.press();
    is(v.status, 422, 'somebody without a name is no coordinator');
    await v.go('/setup/restore');
    ok(await v.has('main h1'), 'a backup can be brought to a new host');
    await v.go('/setup/start');
    fs.unlinkSync(file(world));
    await v.go('/setup/start');
    await v.close();
  }
}
