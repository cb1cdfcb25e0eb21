import type { AliyunDmConfig } from './config.ts';
import { endpointProblem, metadataProblem } from './endpoint.ts';
import { isAddress, parseReplyTo } from './mailbox.ts';
import { type Setting, settingsTable } from './settings-table.ts';
import { templateProblems } from './template-rules.ts';

export interface ConfigProblem {
  path: (string | number)[];
  message: string;
}

/** What is wrong with a text, as the end of a sentence that does not repeat it, or `undefined`. */
type Rule = (text: string) => string | undefined;

function matching(form: RegExp, problem: string): Rule {
  return (text) => (form.test(text) ? undefined : problem);
}

const headerName = /^(?:message-id|list-unsubscribe|list-unsubscribe-post|x-user-[!-9;-~]+)$/i;

/** What the texts of the table have to be, by the name of the rule. */
const rules: Readonly<Record<string, Rule>> = {
  key: matching(
    /^[!-~]+$/,
    'has characters that none has: copy it again from the RAM console > Users > AccessKey.',
  ),
  address: (text) =>
    isAddress(text) ? undefined : 'is not one e-mail address: write address@example.com.',
  mailbox: (text) =>
    isAddress(parseReplyTo(text).address ?? '')
      ? undefined
      : 'has no address: write address@example.com or Name <address@example.com>.',
  origin: endpointProblem,
  metadata: metadataProblem,
  host: matching(/^[\w.-]+(?::\d{1,5})?$/, 'has to be a host name, such as dm.aliyuncs.com.'),
  tag: matching(/^[\w-]{1,128}$/, 'has to be 1 to 128 letters, digits, underscores or hyphens.'),
  id: matching(/^[\w-]{1,128}$/, 'has to be an id of letters, digits, underscores or hyphens.'),
  roleName: matching(
    /^[\w.-]{1,64}$/,
    'has to be 1 to 64 letters, digits, dots, underscores or hyphens.',
  ),
  arn: matching(
    /^acs:ram::\d+:[\w./-]+$/,
    'has to be an ARN, such as acs:ram::1234567890123456:role/logto-mail.',
  ),
  file: matching(
    /^\/[^\p{Cc}]+$/u,
    'has to be the whole path of a file, which begins with a slash.',
  ),
};

function oneOf({ choices = [] }: Setting): Rule {
  const open = choices.filter(({ closed }) => !closed).map(({ value }) => value);
  return (text) =>
    choices.some(({ value }) => value === text)
      ? undefined
      : `has to be one of ${open.join(', ')}.`;
}

function whole([lowest, highest]: readonly [number, number]): Rule {
  return (text) => {
    const number = Number(text);
    return Number.isInteger(number) && number >= lowest && number <= highest
      ? undefined
      : `has to be a whole number from ${lowest} to ${highest}.`;
  };
}

function ruleOf(setting: Setting): Rule | undefined {
  const { choices, range, rule = '' } = setting;
  return choices ? oneOf(setting) : range ? whole(range) : rules[rule];
}

/** A value as the rules see it; empty counts as absent, as it does in Logto's Console. */
function textOf(value: unknown): string {
  return String(value ?? '').trim();
}

/** What is wrong with one setting of the right type. */
function settingProblem(setting: Setting, config: Readonly<Record<string, unknown>>) {
  const { name, required, when } = setting;
  const text = textOf(config[name]);
  if (text === '') {
    const target = settingsTable.find((one) => one.name === when?.setting) as Setting | undefined;
    const applies = !when || (textOf(config[when.setting]) || target?.default) === when.value;
    return required && applies ? `${name} is missing: fill it in.` : undefined;
  }
  const problem = ruleOf(setting)?.(text);
  return problem && `${name} ${problem}`;
}

function headersProblem(headers: Readonly<Record<string, string>>): string | undefined {
  const all = Object.entries(headers);
  const areRight = all.every(([name, value]) => headerName.test(name) && /^[ -~]+$/.test(value));
  return areRight && all.length <= 10
    ? undefined
    : 'headers has to be at most 10 of Message-ID, List-Unsubscribe, List-Unsubscribe-Post and names that begin with X-User-, each with a line of ASCII text.';
}

/** What an OIDC token needs, and the variables that RRSA sets in a pod in its place. */
const oidcNeeds = {
  oidcProviderArn: 'ALIBABA_CLOUD_OIDC_PROVIDER_ARN',
  oidcTokenFile: 'ALIBABA_CLOUD_OIDC_TOKEN_FILE',
  roleArn: 'ALIBABA_CLOUD_ROLE_ARN',
} as const;

/** Rules on more than one setting. */
function jointProblems(config: AliyunDmConfig): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (config.clickTrace && !config.tagName?.trim()) {
    const message = 'clickTrace needs a tagName: create an e-mail tag in the Direct Mail console.';
    problems.push({ path: ['tagName'], message });
  }
  if (config.credentialSource?.trim() === 'oidc') {
    for (const [name, variable] of Object.entries(oidcNeeds)) {
      if (!config[name as keyof typeof oidcNeeds]?.trim() && !process.env[variable]) {
        problems.push({ path: [name], message: `${name} is missing, and so is ${variable}.` });
      }
    }
  }
  const headers = headersProblem(config.headers ?? {});
  if (headers) {
    problems.push({ path: ['headers'], message: headers });
  }
  return problems;
}

/** What is wrong with a configuration of the right types. */
export function configProblems(config: AliyunDmConfig): ConfigProblem[] {
  const own = settingsTable
    .filter(({ type }) => type !== 'json' && type !== 'flag')
    .flatMap((setting) => {
      const message = settingProblem(setting, config);
      return message ? [{ path: [setting.name], message }] : [];
    });
  return [...own, ...jointProblems(config), ...templateProblems(config.templates)];
}
