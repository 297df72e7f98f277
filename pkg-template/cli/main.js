#!/usr/bin/env node
// The command line of the package. A command is an object: what it is called, what its options are, what it does; this file finds
// the one that is meant, and says how it ended.

import * as iot from 'iotexplorer-client';
import { UsageError, helpOf, overview, read } from './arguments.js';
import { call } from './call.js';
import { doctor } from './doctor.js';
import { Io, languageOf } from './io.js';
import { diagnose, explain, sign } from './sign.js';
import { simulate } from './simulate.js';
import { t } from './text.js';

const COMMANDS = { sign, explain, diagnose, call, simulate, doctor };

/** What a process ends with: all is well; the cloud or the device said no; the command was used wrongly. */
const OK = 0;
const REFUSED = 1;
const MISUSED = 2;

/** The option that an input of the package goes by here, where the command has one. */
function optionOf(parameter, command) {
  const option = String(parameter).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return command.options.includes(option) ? `--${option}` : parameter;
}

/** What an error of the package's says to people: the sentence, and what it was about. */
function describe(error, io, command) {
  const about = [
    error.action,
    error.parameter && optionOf(error.parameter, command),
    error.status && error.status !== 200 && `HTTP ${error.status}`,
    error.requestId && `RequestId ${error.requestId}`,
  ].filter(Boolean);
  const sentence = `${error.code}: ${error.describe(io.language)}`;
  return about.length ? `${sentence} (${about.join(', ')})` : sentence;
}

/** Says what went wrong; the exit code. */
function fail(error, io, name) {
  if (error instanceof UsageError) {
    io.complain(error.text, { kind: 'usage', message: error.text.en });
    const command = name in COMMANDS ? `${name} ` : '';
    if (!io.json) io.note(t(`See: iotexplorer-client ${command}--help`, `参见：iotexplorer-client ${command}--help`));
    return MISUSED;
  }
  if (error instanceof iot.IotError) {
    const sentence = describe(error, io, COMMANDS[name]);
    io.complain({ en: sentence, zh: sentence }, error.toJSON());
    return error.kind === 'parameter' ? MISUSED : REFUSED;
  }
  if (error && error.refusal) {
    io.complain(error.refusal, { kind: 'refused', message: error.refusal.en });
    return REFUSED;
  }
  // A fault of this program. What it worked on is not for a log, so only where it happened is said.
  const { name: kind = 'Error', stack = '' } = Object(error);
  const places = String(stack).split('\n').filter((line) => /^\s+at /.test(line));
  const sentence = t('This is a fault of the command itself; please report it.', '这是命令本身的缺陷，请反馈。');
  io.complain(sentence, { kind: 'internal', message: `${sentence.en} ${kind}` });
  if (!io.json) io.note(t([kind, ...places].join('\n')));
  return REFUSED;
}

async function run(argv) {
  const io = new Io(languageOf(argv, process.env), argv.includes('--json'));
  // Whoever reads may stop reading, as `head` does.
  process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? OK : REFUSED));
  const [name, ...rest] = argv;
  try {
    if (name === '--version') {
      io.print(VERSION);
      return OK;
    }
    if (name === undefined || /^(--help|-h|help|--lang(=.*)?)$/.test(name)) {
      io.print(overview(COMMANDS, io.language));
      return name === undefined ? MISUSED : OK;
    }
    if (!Object.hasOwn(COMMANDS, name)) {
      throw new UsageError(
        t(
          `There is no such command; the commands are ${Object.keys(COMMANDS).join(', ')}.`,
          `没有这个命令；可用的命令有 ${Object.keys(COMMANDS).join('、')}。`,
        ),
      );
    }
    const command = COMMANDS[name];
    const { values, positionals } = read(command, rest);
    if (values.help) {
      io.print(command.help ? command.help(io, positionals) : helpOf(command, io.language));
      return OK;
    }
    return (await command.run(io, values, positionals)) || OK;
  } catch (error) {
    return fail(error, io, name);
  }
}

process.exitCode = await run(process.argv.slice(2));
