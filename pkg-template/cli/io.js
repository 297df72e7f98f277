// What the commands read and write: results to standard output, everything else to standard error.

import { readFile } from 'node:fs/promises';
import { UsageError } from './arguments.js';
import { t } from './text.js';

/** `zh` or `en`: by `--lang`, or by the locale, in the order in which POSIX has its variables. */
export function languageOf(argv, env) {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const given = at < 0 ? undefined : argv[at].slice('--lang='.length) || argv[at + 1];
  const wanted = given || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh/i.test(wanted) ? 'zh' : 'en';
}

/** The cloud, a device or the sandbox said no: the exit code is 1. */
export class Refusal extends Error {
  constructor(text) {
    super(text.en);
    this.refusal = text;
  }
}

export class Io {
  #stdin;

  constructor(language, json) {
    this.language = language;
    this.json = json;
  }

  /** A line of the result. */
  print(text) {
    process.stdout.write(`${text}\n`);
  }

  /** A value as JSON: on one line for programs, on several for people. */
  value(value) {
    this.print(this.json ? JSON.stringify(value) : JSON.stringify(value, null, 2));
  }

  /** A sentence beside the result. */
  note(text) {
    process.stderr.write(`${text[this.language]}\n`);
  }

  warn(text) {
    this.note(t(`warning: ${text.en}`, `警告：${text.zh}`));
  }

  /** Why there is no result: a sentence for people, an object for programs. */
  complain(text, error) {
    if (this.json) process.stderr.write(`${JSON.stringify({ error })}\n`);
    else this.note(t(`error: ${text.en}`, `错误：${text.zh}`));
  }

  /** What `option` names: a file, or standard input as `-`. Its name is not said again: it may be a secret in the wrong place. */
  async text(path, option) {
    let bytes;
    if (path === '-') {
      if (this.#stdin) {
        throw new UsageError(t(`Only one of ${this.#stdin} and ${option} can be "-".`, `${this.#stdin} 与 ${option} 只能有一个是“-”。`));
      }
      this.#stdin = option;
      const chunks = [];
      for await (const chunk of process.stdin) chunks.push(chunk);
      bytes = Buffer.concat(chunks);
    } else {
      try {
        bytes = await readFile(path);
      } catch ({ code }) {
        throw new UsageError(t(`The file of ${option} cannot be read (${code}).`, `无法读取 ${option} 指定的文件（${code}）。`));
      }
    }
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      throw new UsageError(t(`What ${option} names is no UTF-8 text.`, `${option} 的内容不是 UTF-8 文本。`));
    }
  }
}

/** What a text says as JSON. The engine's own message quotes the text, which may hold a secret. */
export function parsed(text, what) {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(t(`${what} is no JSON.`, `${what} 不是 JSON。`));
  }
}
