// SPDX-License-Identifier: AGPL-3.0-or-later
// The clock of the year: a file by which the programs run. Between two days each night does its work.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { lookAtMail } from './year-cast.mjs';

const DAY = 86400000;

export class Clock {
  constructor(world, day) {
    this.world = world;
    this.file = process.env.CLOCK;
    this.program = path.join(world.top, process.env.BUILD, 'programs/bothways');
    this.now = Date.parse(`${day}T09:00:00Z`);
    this.nights = 0;
    world.tick = () => this.set(this.now + 20000);
  }

  set(now) {
    this.now = now;
    fs.writeFileSync(this.file, `@${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}\n`);
  }

  get today() { return new Date(this.now).toISOString().slice(0, 10); }

  // The command line, by this clock.
  run(...words) {
    return execFileSync(this.program, words, { encoding: 'utf8', env: { PATH: process.env.PATH, SITE: this.world.site, TZ: 'UTC',
      LD_PRELOAD: process.env.FAKETIME, FAKETIME_TIMESTAMP_FILE: this.file } });
  }

  night() {
    if (this.nights++ % 7 === 0) lookAtMail(this.world);
    this.run('night');
    this.run('post');
  }

  // Ten in the morning of another day, after every night between. `asleep`: the host did nothing till the last.
  to(day, { asleep = false } = {}) {
    lookAtMail(this.world);
    const morning = Date.parse(`${day}T10:00:00Z`);
    if (morning <= this.now) throw new Error(`${day} is over: it is ${this.today}`);
    for (let night = Date.parse(`${this.today}T03:10:00Z`) + DAY; night < morning; night += DAY) {
      this.set(night);
      if (!asleep || night + DAY > morning) this.night();
    }
    this.set(morning);
  }

  later(days, how) { this.to(new Date(this.now + days * DAY).toISOString().slice(0, 10), how); }
}
