// call: any Action, with parameters as one writes them in a terminal.

import { Client } from 'iotexplorer-client';
import { UsageError, columns, helpOf, wholeNumber } from './arguments.js';
import { ACTIONS, TOKEN_VARIABLE, endpointOf, rowOf, timeoutOf } from './cloud.js';
import { commonOf, paramsOf } from './params.js';
import { optionsOf, secretOf } from './secrets.js';
import { KEYS } from './sign.js';
import { t } from './text.js';

const MAX_RETRIES = 10;

/** The Action that is meant. */
function actionOf([action], isUntyped) {
  if (!action) throw new UsageError(t('Say which Action; --list shows them.', '请指明接口；--list 可列出全部接口。'));
  if (!/^[A-Za-z][\w.]{0,79}$/.test(action)) {
    throw new UsageError(t('The first argument is the name of an Action.', '第一个参数应为接口名。'));
  }
  const row = rowOf(action);
  if (row || isUntyped) return [action, row];
  const like = Object.keys(ACTIONS).find((name) => name.toLowerCase() === action.toLowerCase());
  const more = like ? t(` Is ${like} meant?`, `是否指 ${like}？`) : t('');
  throw new UsageError(
    t(
      `The Action ${action} is not known.${more.en} --list shows those that are, --untyped calls any.`,
      `未知接口 ${action}。${more.zh}--list 列出已知接口，--untyped 可调用任意接口。`,
    ),
  );
}

/** Who calls: an application with its keys, or a user with a token. */
async function credentials(io, values, row) {
  if (!row?.beforeSignIn) return { accessToken: await secretOf(io, values, 'token', TOKEN_VARIABLE) };
  const appKey = values['app-key'] ?? process.env.IOTEXPLORER_APP_KEY;
  if (!appKey) throw new UsageError(t('This Action needs --app-key.', '该接口需要 --app-key。'));
  return { appKey, appSecret: await secretOf(io, values, 'secret', KEYS.app) };
}

const kindName = ({ kind, of }) => (kind === 'list' ? `list of ${of}` : kind === 'texts' ? 'list of text' : kind === 'map' ? 'object' : kind);

/** The parameters of an Action, for people. */
function helpOfAction(action, row, language) {
  const need = { true: t(', required. ', '，必填。'), false: t(', optional. ', '，可选。') };
  const rows = row.params.map((param) => {
    const values = param.values ? ` (${param.values.join(' | ')})` : '';
    return [param.name, `${kindName(param)}${need[Boolean(param.required)][language]}${param[language] ?? param.en}${values}`];
  });
  const kind = row.beforeSignIn
    ? t('Called before sign-in, by an application with its AppKey and AppSecret.', '登录前由应用调用，使用 AppKey 和 AppSecret。')
    : row.readOnly
      ? t('Reads only.', '只读。')
      : t('Changes something.', '会修改数据。');
  const paged = row.paged ? t(' --all gives every element.', '--all 可取出全部元素。') : t('');
  const none = t('It has no parameters.', '没有参数。');
  return [
    `iotexplorer-client call ${action}${rows.length ? ' Name=value…' : ''}`,
    '',
    row[language],
    `${kind[language]}${paged[language]}`,
    '',
    ...(rows.length ? columns(rows) : [none[language]]),
  ].join('\n');
}

export const call = {
  about: t('Calls an Action and prints what it answers.', '调用接口并输出应答数据。'),
  more: t(
    `Name=text      by the Action's table a text, a number, true or false, a list of texts
Name:=JSON     as it is written
Name=@FILE     what the file holds; - is standard input

"call --list" lists the Actions, "call <Action> --help" its parameters. The access token is read from
${TOKEN_VARIABLE} unless an option says otherwise; Actions before sign-in take --app-key and the
AppSecret (${KEYS.app}). FamilyId=default is the user's first family.`,
    `Name=text      按接口表转换为文本、数字、true/false 或文本数组
Name:=JSON     原样使用
Name=@FILE     取文件内容；- 表示标准输入

“call --list” 列出全部接口，“call <接口> --help” 显示其参数。访问 Token 默认取自环境变量
${TOKEN_VARIABLE}；登录前的接口需要 --app-key 和 AppSecret（${KEYS.app}）。
FamilyId=default 表示用户的第一个家庭。`,
  ),
  usage: ['call <Action> [Name=value…] [options]', 'call <Action> --params FILE [options]', 'call --list'],
  examples: [
    'iotexplorer-client call AppGetFamilyList',
    'iotexplorer-client call AppGetFamilyDeviceList FamilyId=default --all',
    `echo '{"FamilyId":"default","Name":"Kitchen"}' | iotexplorer-client call AppCreateRoom --params -`,
  ],
  options: [
    'list', 'params', 'param-env', 'common', 'all', 'untyped', 'endpoint', ...optionsOf('token'), 'app-key', ...optionsOf('secret'),
    'allow-insecure', 'timeout-ms', 'retries', 'verbose',
  ],
  positionals: Infinity,

  help(io, [action]) {
    const row = action && rowOf(action);
    return row ? helpOfAction(action, row, io.language) : helpOf(call, io.language);
  },

  async run(io, values, positionals) {
    if (values.list) {
      if (io.json) io.value(Object.entries(ACTIONS).map(([name, { en, zh, readOnly = false }]) => ({ name, en, zh, readOnly })));
      else for (const line of columns(Object.entries(ACTIONS).map(([name, row]) => [name, row[io.language]]))) io.print(line.trimStart());
      return;
    }
    const [action, row] = actionOf(positionals, values.untyped);
    const isTyped = row && !values.untyped;
    if (values.all && isTyped && !row.paged) {
      throw new UsageError(t(`${action} is no list that comes in pages: leave out --all.`, `${action} 不是分页列表，请去掉 --all。`));
    }
    const who = await credentials(io, values, row);
    const params = await paramsOf(io, values, positionals.slice(1), isTyped ? row.params : undefined, action);
    const client = new Client({
      ...who,
      endpoint: endpointOf(values),
      allowInsecure: values['allow-insecure'],
      timeoutMs: timeoutOf(values),
      retries: wholeNumber(values, 'retries', undefined, MAX_RETRIES),
      commonParams: commonOf(values),
      onEvent: values.verbose ? (event) => process.stderr.write(`${JSON.stringify(event)}\n`) : undefined,
    });
    const options = values.untyped ? { untyped: true } : undefined;
    if (values.all) {
      for await (const element of client.all(action, params, options)) io.print(JSON.stringify(element));
      return;
    }
    io.value(await client.call(action, params, options));
  },
};
