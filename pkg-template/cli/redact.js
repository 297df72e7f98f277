// What may be in a report: names of fields, kinds, codes, times taken. What may not: tokens, ids, names, anything of the user's.

import { createHash, randomBytes } from 'node:crypto';

/** Shorter texts are no ids, and would be found everywhere. */
const MIN_CHARS = 4;
const MESSAGE_MAX_CHARS = 200;
/** What a field is called, rather than an id that somebody used for a key. */
const FIELD_NAME = /^[A-Za-z_]{1,40}\d{0,2}$/;
const HEADER_NAME = /^[a-z][a-z-]{0,40}$/;
const CODE = /^(-?\d{1,9}|[A-Za-z]{1,40}([._][A-Za-z_]{1,40}){0,3})$/;
/** What the cloud says of itself: not the user's, and looked at before it is shown. */
const ITS_OWN = ['Error', 'code', 'msg', 'RequestId'];

export class Redactor {
  /** The same id has the same mark within one report, and in no other. */
  #salt = randomBytes(16);
  #seen = new Set();
  /** What was handed in to be kept out, whatever happens. */
  #secrets;

  constructor(secrets) {
    this.#secrets = secrets;
  }

  /** Remembers every text in a value, so that none of them is shown later. */
  learn(value) {
    if (typeof value === 'string') {
      if (value.length >= MIN_CHARS) this.#seen.add(value);
      // Some texts are JSON themselves, or made of two ids.
      for (const part of value.split(/[^\w.-]+/)) if (part.length >= 8) this.#seen.add(part);
    } else if (typeof value === 'number') {
      if (Math.abs(value) >= 10 ** MIN_CHARS) this.#seen.add(String(value));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) if (!ITS_OWN.includes(key)) this.learn(part);
    }
  }

  /** A mark in place of an id. */
  mark(id) {
    return `#${createHash('sha256').update(this.#salt).update(String(id)).digest('hex').slice(0, 6)}`;
  }

  #isFree(text) {
    return !this.#seen.has(text) && !this.#secrets.some((secret) => text.includes(secret));
  }

  /** Where a field is: its name and those around it, unless they are no names of fields. */
  place(at) {
    const name = (part) => (FIELD_NAME.test(part) && this.#isFree(part) ? part : '(key)');
    return at.map((part) => (part.endsWith('[]') ? `${name(part.slice(0, -2))}[]` : name(part))).join('.');
  }

  header(name) {
    return HEADER_NAME.test(name) && this.#isFree(name) ? name : '(name)';
  }

  code(text) {
    return CODE.test(text) && this.#isFree(text) ? text : this.sentence(text);
  }

  /** A sentence of the cloud's without what could be the user's. */
  sentence(text) {
    let left = String(text);
    for (const known of [...this.#secrets, ...this.#seen].sort((one, other) => other.length - one.length)) {
      left = left.split(known).join('***');
    }
    return left
      .replace(/[^\s@]+@[^\s@]+/g, '***')
      .replace(/[\w+/=-]*\d[\w+/=-]{6,}/g, '***')
      .replace(/[\w+/=-]{24,}/g, '***')
      .replace(/[\u0000-\u001f\u007f]+/g, ' ')
      .slice(0, MESSAGE_MAX_CHARS);
  }

  /** The last look at what is written: a secret that has got there by a way that nobody thought of. */
  whole(text) {
    return this.#secrets.reduce((left, secret) => left.split(secret).join('***').split(JSON.stringify(secret).slice(1, -1)).join('***'), text);
  }
}
