// SPDX-License-Identifier: AGPL-3.0-or-later
// What every page that was seen must be. A page is put before a second browser as it was answered, so that axe can
// run in it though no page has a script.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { ok } from './tap.mjs';

const axeSource = (here) => fs.readFileSync(path.join(here, 'node_modules/axe-core/axe.min.js'), 'utf8');

// Rules that axe leaves off until they are named.
const NAMED = ['color-contrast-enhanced', 'identical-links-same-purpose', 'meta-refresh-no-exceptions', 'target-size', 'css-orientation-lock',
  'focus-order-semantics', 'label-content-name-mismatch', 'p-as-heading', 'table-fake-caption', 'td-has-header'];

// Contrast is the slowest to find out: it is judged once in each scheme, light where it is wide, dark where it is narrow.
const CONTRAST = ['color-contrast', 'color-contrast-enhanced'];

// All rules, those of this kind, or all but those.
async function axe(page, source, { only, without = [] } = {}) {
  if (!await page.evaluate(() => Boolean(window.axe))) await page.evaluate(source);
  return page.evaluate(async ([named, rulesOnly, off]) => {
    const options = rulesOnly ? { runOnly: rulesOnly }
      : { rules: Object.fromEntries([...named.map((n) => [n, { enabled: true }]), ...off.map((n) => [n, { enabled: false }])]) };
    const found = await window.axe.run(document, { ...options, resultTypes: ['violations'] });
    return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary}`));
  }, [NAMED, only, without]);
}

// What a browser itself can be asked; in the page.
function look() {
  const wrong = [];
  const wide = document.scrollingElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) {
    const who = [...document.querySelectorAll('body *')].find((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('.wide'));
    wrong.push(`${wide} px too wide: ${who ? who.outerHTML.slice(0, 120) : ''}`);
  }
  if (document.scripts.length) wrong.push('has a script');
  // Drawing a picture leaves an empty one on each field.
  if (document.querySelector('[style]:not([style=""])')) wrong.push('has an inline style');
  if (document.querySelectorAll('h1').length !== 1) wrong.push('has not one h1');
  const torn = document.querySelector('label.choice > * + * + *');
  if (torn) wrong.push(`the words of a choice stand in several columns: ${torn.parentElement.outerHTML.slice(0, 120)}`);
  if (!document.title.includes(' – ')) wrong.push(`title: ${document.title}`);
  for (const e of document.querySelectorAll('a, button, input, select, textarea, summary')) {
    const box = (e.closest('label') ?? e).getBoundingClientRect();
    const inText = e.tagName === 'A' && getComputedStyle(e).display === 'inline';
    if (e.type === 'hidden' || e.matches('.skip') || inText || !box.width) continue;
    if (box.height < 44 - 0.5 || box.width < 44 - 0.5) wrong.push(`${Math.round(box.width)} by ${Math.round(box.height)} px: ${e.outerHTML.slice(0, 100)}`);
  }
  return wrong;
}

const SPACING = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }';

async function shown(context, page, seen) {
  await page.route(seen.url.split('#')[0], (route) => (route.request().isNavigationRequest()
    ? route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body: seen.html }) : route.continue()));
  await page.goto(seen.url.split('#')[0]);
  await page.unrouteAll();
}

export const fileName = (seen) => `${seen.route.slice(1).replace(/[/:]/g, '-')}-${seen.status}-${seen.language}-${seen.key.slice(0, 6)}`;

// For people to look at; nothing is checked by them, and drawing them takes long.
async function picture(page, screens, seen, name) {
  if (process.env.PICTURES === 'none') return;
  await page.screenshot({ path: path.join(screens, `${fileName(seen)}-${name}.jpg`), fullPage: true, type: 'jpeg', quality: 80 });
}

const isShort = (process.env.BOTHWAYS_TEST ?? 'short') === 'short';

// Of the states of one page the first in English that is not refused; in the long run all of them.
function firstStates(pages) {
  const english = pages.filter((s) => s.language === 'en' && s.status === 200);
  return isShort ? [...new Map(english.map((s) => [s.route, s]).reverse()).values()] : english;
}

// Of each page and each status one state in English, accepted or refused.
function firstOfEachStatus(pages) {
  return [...new Map(pages.filter((s) => s.language === 'en').map((s) => [`${s.status} ${s.route}`, s]).reverse()).values()];
}

// Looks at one page at both widths, at 400 % and with the spacing that readers may set.
async function lookAt(context, seen, screens, source, { wideToo, narrowToo }) {
  const page = await context.newPage();
  const wrong = [];
  const note = (where, found) => wrong.push(...found.map((f) => `${where}: ${f}`));
  await page.setViewportSize({ width: 1280, height: 900 });
  await shown(context, page, seen);
  for (const width of [1280, 320]) {
    // Without a script a page is the same whether it was loaded narrow or made so.
    if (width === 320) await page.setViewportSize({ width, height: 256 });
    note(width, await page.evaluate(look));
    // What axe asks of a page seldom hangs on its width or on what is in it, and `look` asks that of each.
    if (width === 1280 ? wideToo : narrowToo) note(width, await axe(page, source, { without: width === 320 ? CONTRAST : [] }));
    await picture(page, screens, seen, width);
  }
  await page.addStyleTag({ content: SPACING });
  note('with spacing', (await page.evaluate(look)).filter((f) => f.includes('too wide')));
  const [lang, dir] = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
  if (lang !== seen.language) note('lang', [lang]);
  if (dir !== (seen.language === 'ar-XB' ? 'rtl' : 'ltr')) note('dir', [dir]);
  await page.close();
  return wrong;
}

async function inParallel(items, several, does) {
  const left = [...items];
  await Promise.all(Array.from({ length: several }, async () => {
    while (left.length) await does(left.shift());
  }));
}

export async function checkPages(world) {
  const source = axeSource(world.here);
  const context = await world.browser.newContext({ bypassCSP: true });
  const pages = [...world.seen.pages.values()].sort((a, b) => (a.route + a.key).localeCompare(b.route + b.key));
  const found = new Map();
  const english = pages.filter((seen) => seen.language === 'en');
  const wide = new Set(isShort ? firstOfEachStatus(pages) : english);
  const narrow = new Set(isShort ? firstStates(pages) : english);
  await inParallel(pages, os.availableParallelism(), async (seen) => found.set(seen.key,
    await lookAt(context, seen, world.screens, source, { wideToo: wide.has(seen), narrowToo: narrow.has(seen) })));
  await context.close();
  for (const seen of pages) ok(found.get(seen.key).length === 0, `${fileName(seen)} can be used by everybody`, found.get(seen.key));
}

// Dark, forced colours and print, of one page; and what is printed on one sheet of A4.
async function lookAtMedia(context, seen, screens, source, isSheet) {
  const page = await context.newPage();
  const found = {};
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await shown(context, page, seen);
  found.dark = await axe(page, source, { only: CONTRAST });
  await picture(page, screens, seen, 'dark');
  if (isSheet) {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await picture(page, screens, seen, 'forced');
    await page.emulateMedia({ forcedColors: 'none', media: 'print' });
    const sheet = await page.pdf({ format: 'A4', path: path.join(screens, `${fileName(seen)}.pdf`) });
    found.sheets = (sheet.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
  }
  await page.close();
  return found;
}

export async function checkMedia(world, sheets) {
  const context = await world.browser.newContext({ bypassCSP: true });
  const source = axeSource(world.here);
  const pages = firstStates([...world.seen.pages.values()]);
  const found = new Map();
  await inParallel(pages, os.availableParallelism(), async (seen) => found.set(seen.key, await lookAtMedia(context, seen, world.screens, source, sheets.includes(seen.route))));
  await context.close();
  for (const seen of pages) {
    const { dark, sheets: printed } = found.get(seen.key);
    ok(!dark.length, `${fileName(seen)} can be read in the dark`, dark);
    if (printed !== undefined) ok(printed === 1, `${fileName(seen)} prints on one sheet of A4`);
  }
}

export async function checkHtml(world) {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: {
    'long-title': 'off', 'no-trailing-whitespace': 'off', 'void-style': 'off', 'doctype-style': 'off', 'attribute-boolean-style': 'off',
    // Several ticks of one question have one name, as HTML has it.
    'form-dup-name': 'off',
  } });
  const folder = path.join(world.screens, 'html');
  fs.mkdirSync(folder, { recursive: true });
  const wrong = [];
  for (const seen of world.seen.pages.values()) {
    fs.writeFileSync(path.join(folder, `${fileName(seen)}.html`), seen.html);
    const report = await validator.validateString(seen.html);
    for (const result of report.results) for (const m of result.messages) wrong.push(`${fileName(seen)}:${m.line} ${m.ruleId} ${m.message}`);
  }
  ok(!wrong.length, `html-validate finds nothing in ${world.seen.pages.size} pages`, wrong);
  const jar = path.join(world.here, 'node_modules/vnu-jar/build/dist/vnu.jar');
  let report;
  try {
    execFileSync('java', ['-jar', jar, '--no-langdetect', '--format', 'json', folder], { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });
    report = [];
  } catch (e) {
    report = JSON.parse(String(e.stderr)).messages.map((m) => `${path.basename(m.url ?? '')}:${m.lastLine} ${m.message} ${m.extract ?? ''}`);
  }
  ok(!report.length, 'the Nu checker finds nothing', report);
}
