// Where secrets come from: a file, standard input, an environment variable, and, if there is no helping it, an argument.

import { UsageError } from './arguments.js';
import { t } from './text.js';

/** The options of a secret. */
export const optionsOf = (name) => [`${name}-env`, `${name}-file`, name];

/**
 * A secret.
 *
 * @param {string} name of its options: `secret` or `token`
 * @param {string} variable where it is looked for when no option says where
 * @param {boolean} [isOptional] whether there may be none
 */
export async function secretOf(io, values, name, variable, isOptional) {
  const given = optionsOf(name).filter((option) => values[option] !== undefined);
  if (given.length > 1) {
    const both = given.map((option) => `--${option}`);
    throw new UsageError(t(`Only one of ${both.join(', ')} is possible.`, `${both.join('、')} 只能给出一个。`));
  }
  let secret;
  const [source = `${name}-env`] = given;
  if (source === name) {
    secret = values[name];
    io.warn(
      t(
        `--${name}: a secret given as an argument is seen by others on this machine and kept by shells; rather use --${name}-env or --${name}-file.`,
        `--${name}：写在命令行参数中的密钥会被本机其他用户看到并留在 shell 历史中，请改用 --${name}-env 或 --${name}-file。`,
      ),
    );
  } else if (source === `${name}-file`) {
    secret = (await io.text(values[source], `--${source}`)).replace(/^\ufeff/, '').replace(/\r?\n$/, '');
  } else {
    const from = values[source] ?? variable;
    secret = process.env[from];
    if (secret === undefined) {
      if (isOptional && !given.length) return undefined;
      // What somebody else wrote there is not said again: it may be the secret itself.
      throw new UsageError(
        given.length
          ? t(`The variable that --${source} names is not set.`, `--${source} 指定的环境变量未设置。`)
          : t(
              `There is no secret: set the variable ${variable}, or use --${name}-env or --${name}-file (- is standard input).`,
              `没有密钥：请设置环境变量 ${variable}，或使用 --${name}-env、--${name}-file（- 表示标准输入）。`,
            ),
      );
    }
  }
  if (!secret) throw new UsageError(t(`What --${source} gives is empty.`, `--${source} 给出的内容为空。`));
  return secret;
}
