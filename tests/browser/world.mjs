// SPDX-License-Identifier: AGPL-3.0-or-later
// What every walk has: the site that script/server serves, a browser, and what is seen in it.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { ok } from './tap.mjs';
import { Seen, routes } from './visitor.mjs';

export async function worldOf(screens, site) {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const told = fs.readFileSync(path.join(screens, 'server.out'), 'utf8').split('\n');
  const world = {
    screens, site, here, top: path.join(here, '../..'), seen: new Seen(), read: new Set(),
    address: told.find((l) => l.startsWith('ready ')).slice(6).replace(/\/$/, ''),
    doors: Object.fromEntries(told.filter((l) => l.startsWith('sign-in ')).map((l) => l.split(' ').slice(1)).map(([role, address, key]) => [role, { address, key }])),
  };
  world.routes = routes(world.top);
  world.browser = await browser();
  return world;
}

export function browser() {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
}

// A part that breaks off is one failure; the others go on, but where they live on what came of it.
export async function part(name, does) {
  try {
    await does();
    return true;
  } catch (e) {
    ok(false, name, e.message, (e.stack ?? '').split('\n').filter((l) => l.includes('.mjs')).slice(0, 4));
    return false;
  }
}

export function logIsQuiet(world) {
  const logs = ['run/server.log', 'data/bothways.log'].map((f) => path.join(world.site, f)).filter((f) => fs.existsSync(f)).map((f) => fs.readFileSync(f, 'utf8')).join('\n');
  const bad = logs.split('\n').filter((l) => /Sanitizer|runtime error|fault|trouble/.test(l));
  ok(bad.length === 0, 'the log tells of no fault', bad);
}

export function noForeigners(world) {
  const foreign = world.seen.requests.filter((r) => !r.startsWith(world.address));
  ok(foreign.length === 0, 'nothing is asked of another origin', foreign);
}
