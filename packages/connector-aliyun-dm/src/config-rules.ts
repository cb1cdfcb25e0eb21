import type { ShapedConfig } from './config-guard.ts';
import { endpointProblem } from './endpoint.ts';
import { isAddress, parseReplyTo } from './mailbox.ts';
import { networks, regionIds } from './region.ts';
import { templateProblems } from './template-rules.ts';

export interface ConfigProblem {
  path: (string | number)[];
  message: string;
}

/** What is wrong with a value, in one sentence that does not repeat it, or `undefined`. */
type Rule = (value: string) => string | undefined;

function oneOf(name: string, values: readonly string[]): Rule {
  return (value) =>
    values.includes(value) ? undefined : `${name} has to be one of ${values.join(', ')}.`;
}

function whole(name: string, lowest: number, highest: number): Rule {
  return (value) => {
    const number = Number(value);
    return Number.isInteger(number) && number >= lowest && number <= highest
      ? undefined
      : `${name} has to be a whole number from ${lowest} to ${highest}.`;
  };
}

const rules = {
  regionId: oneOf('regionId', regionIds),
  network: oneOf('network', networks),
  endpoint: endpointProblem,
  replyTo: (value) =>
    isAddress(parseReplyTo(value).address ?? '')
      ? undefined
      : 'replyTo has no address: write address@example.com or Name <address@example.com>.',
  tagName: (value) =>
    /^[\w-]{1,128}$/.test(value)
      ? undefined
      : 'tagName has to be 1 to 128 letters, digits, underscores or hyphens.',
  connectTimeout: whole('connectTimeout', 1, 60_000),
  timeout: whole('timeout', 1, 60_000),
  maxRetries: whole('maxRetries', 0, 2),
} satisfies Partial<Record<keyof ShapedConfig, Rule>>;

type RuledField = keyof typeof rules;

const contentType = oneOf('contentType', ['text/html', 'text/plain']);

/** Empty counts as absent, as it does in Logto's Console. */
function apply(rule: Rule, value: string | number | undefined): string | undefined {
  const text = String(value ?? '').trim();
  return text === '' ? undefined : rule(text);
}

/** Rules on more than one field. */
function jointProblems(config: ShapedConfig): ConfigProblem[] {
  const { clickTrace, endpoint, network, regionId, tagName } = config;
  const problems: ConfigProblem[] = [];
  if (clickTrace && !tagName?.trim()) {
    const message = 'clickTrace needs a tagName: create an e-mail tag in the Direct Mail console.';
    problems.push({ path: ['tagName'], message });
  }
  const isClosed = network?.trim() === 'vpc' && regionId?.trim() === 'ap-southeast-2';
  if (isClosed && !endpoint?.trim()) {
    const message = 'network vpc has no endpoint in ap-southeast-2: use public.';
    problems.push({ path: ['network'], message });
  }
  return problems;
}

/** What is wrong with a configuration of the right types. */
export function configProblems(config: ShapedConfig): ConfigProblem[] {
  const problems = jointProblems(config);
  const add = (path: (string | number)[], message: string | undefined) => {
    if (message) {
      problems.push({ path, message });
    }
  };
  for (const field of Object.keys(rules) as RuledField[]) {
    add([field], apply(rules[field], config[field]));
  }
  for (const [index, template] of config.templates.entries()) {
    add(['templates', index, 'contentType'], apply(contentType, template.contentType));
  }
  for (const message of templateProblems(config.templates)) {
    add(['templates'], message);
  }
  return problems;
}
