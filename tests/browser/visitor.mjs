// SPDX-License-Identifier: AGPL-3.0-or-later
// Somebody at a browser without scripts. Every document that they are answered with is kept for the checks.
import { createHash, createHmac } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

// What was seen: by program, page, language and what it showed.
export class Seen {
  constructor() { this.pages = new Map(); this.routes = new Set(); this.requests = []; }
  add(page) {
    // Two pages of the same elements, by name and class, are one state: what is listed in them differs.
    const elements = [...new Set(page.html.match(/<[a-z][a-z0-9]*(?=[\s>])[^>]*?( class="[^"]*")?[^>]*>/g).map((tag) =>
      `${tag.match(/^<[a-z0-9]+/)[0]} ${tag.match(/class="[^"]*"/)?.[0] ?? ''} ${tag.match(/ name="[^"]*"/)?.[0] ?? ''} ${/ checked/.test(tag)}`))].sort().join('\n');
    const key = createHash('sha256').update([page.language, page.route, page.status, elements].join()).digest('hex').slice(0, 16);
    if (!this.pages.has(key)) this.pages.set(key, { key, ...page });
    this.routes.add(page.route);
  }
}

// /desk/pair/12 is an answer of the row /pair/:pair_id.
export const routes = (top) => fs.readdirSync(path.join(top, 'cgi-bin')).filter((f) => f.endsWith('.c')).flatMap((f) =>
  [...fs.readFileSync(path.join(top, 'cgi-bin', f), 'utf8').matchAll(/^\t\{ "(\/[^"]*)"/gm)].map((m) => `/${f.slice(0, -2)}${m[1]}`));

export function totp(key, when = Date.now()) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...key.replace(/\s/g, '')].map((l) => letters.indexOf(l).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(when / 30000)));
  const hash = createHmac('sha1', bytes).update(step).digest();
  const at = hash[19] & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, '0');
}

// On a host the programs lie below a folder and end in .cgi: /bothways/desk.cgi/todo is /desk/todo here, in addresses and selectors.
const programs = 'account|desk|feedback|match|setup|signup';
const plain = (world, address) => (world.after ? address.replace(new RegExp(`^${world.before}/(${programs})${world.after}/`), '/$1/') : address);
const spelled = (world, words) => (world.after ? words.replace(new RegExp(`(^|")/(${programs})/`, 'g'), `$1/$2${world.after}/`) : words);

export class Visitor {
  static async new(world, language, options = {}) {
    const visitor = new Visitor();
    const context = await world.browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 }, ignoreHTTPSErrors: true, ...options });
    Object.assign(visitor, { world, language, context, page: await context.newPage(), presses: 0 });
    context.setDefaultTimeout(8000);
    visitor.page.on('request', (r) => world.seen.requests.push(r.url()));
    return visitor;
  }

  // What a press or an address leads to, redirects followed.
  async act(does) {
    this.presses++;
    this.world.tick?.();
    const answered = this.page.waitForResponse((r) => r.request().isNavigationRequest() && r.frame() === this.page.mainFrame()
      && ![301, 302, 303].includes(r.status()));
    answered.catch(() => {});
    await does();
    const response = await answered;
    const html = await response.text();
    await this.page.waitForLoadState('load');
    this.status = response.status();
    this.html = html;
    const url = new URL(response.url());
    this.path = plain(this.world, url.pathname);
    const route = this.world.routes.find((r) => r.split('/').length === this.path.split('/').length
      && r.split('/').every((part, i) => part.startsWith(':') || part === this.path.split('/')[i])) ?? (this.path === '/' ? '/signup/home' : '?');
    this.world.seen.add({ route, url: response.url(), status: this.status, html, language: this.language });
    return this;
  }

  go(address) { return this.act(() => this.page.goto(address.startsWith('http') ? address : this.world.address + spelled(this.world, address))); }
  back() { return this.act(() => this.page.goBack()); }
  // The page's own button, or the one with this name and value.
  press(button = 'main form button:not([name])') { return this.act(() => this.at(button).first().click()); }
  follow(link) { return this.act(() => this.at(link).first().click()); }
  at(selector) { return this.page.locator(spelled(this.world, selector)); }
  async fill(name, value) { await this.page.locator(`main [name="${name}"]`).fill(value); return this; }
  async tick(name, value) { this.presses++; await this.page.locator(`main [name="${name}"][value="${value}"]`).check(); return this; }
  async pick(name, n) { this.presses++; await this.page.locator(`main [name="${name}"]`).nth(n).check(); return this; }
  value(name) { return this.page.locator(`main [name="${name}"]`).inputValue(); }
  ticked(name, value) { return this.page.locator(`main [name="${name}"][value="${value}"]`).isChecked(); }
  has(selector) { return this.at(selector).count().then((n) => n > 0); }
  text(selector = 'main') { return this.at(selector).first().innerText(); }
  async close() { await this.context.close(); }
}

// The newest mail to this address that signs in: its code and its link.
export async function newestMail(world, to) {
  const folder = world.mail ?? path.join(world.site, 'data', 'mail');
  for (let tries = 0; tries < 50; tries++) {
    // By the time that each was written: numbers come again when the outbox has forgotten what was sent.
    const mails = (fs.existsSync(folder) ? fs.readdirSync(folder) : []).map((name) => ({ name, at: fs.statSync(path.join(folder, name)).mtimeMs }));
    for (const { name, at } of mails.sort((a, b) => b.at - a.at || b.name.localeCompare(a.name))) {
      const text = fs.readFileSync(path.join(folder, name), 'utf8');
      const link = text.match(/https?:\S+\/link\/\S+/)?.[0];
      if (text.includes(`To: <${to}>`) && link && !world.read.has(`${name} ${at}`)) {
        world.read.add(`${name} ${at}`);
        return { text, code: text.match(/\b[0-9A-Z]{4} [0-9A-Z]{4}\b/)?.[0], link };
      }
    }
    await new Promise((r) => setTimeout(r, 100));
  }
  return { text: '', code: '', link: '' };
}
