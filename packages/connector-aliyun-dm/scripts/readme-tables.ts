import { type ProviderError, providerErrors } from '../src/provider-errors.ts';
import { type Setting, settingsTable, type Texts } from '../src/settings-table.ts';
import { remedies } from './remedies.ts';

export type Language = keyof Texts;

export const readmes: Readonly<Record<string, Language>> = {
  'README.md': 'en',
  'README.zh-CN.md': 'zh-CN',
};

const words = {
  en: {
    settings: ['Setting', 'Required', 'Meaning'],
    errors: ['Code', 'Logto answers', 'Remedy'],
    yes: 'yes',
    no: 'no',
    one: 'One of',
    default: 'Default',
    whole: 'A whole number from',
    to: 'to',
    with: 'with',
    stop: '.',
  },
  'zh-CN': {
    settings: ['配置项', '必填', '含义'],
    errors: ['错误码', 'Logto 的响应', '处理办法'],
    yes: '是',
    no: '否',
    one: '可选值',
    default: '默认',
    whole: '整数',
    to: '至',
    with: '仅当',
    stop: '。',
  },
};

function row(...cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function table(head: readonly string[], rows: readonly string[]): string {
  return [row(...head), row(...head.map(() => '---')), ...rows].join('\n');
}

function requirement({ required, when }: Setting, language: Language): string {
  const { yes, no, with: only } = words[language];
  const condition = when ? `${only} \`${when.value}\`` : '';
  return required
    ? condition || yes
    : [no, condition].filter(Boolean).join(language === 'en' ? ', ' : '，');
}

function meaning(setting: Setting, language: Language): string {
  const { choices, description, range, default: fallback } = setting;
  const { one, default: byDefault, whole, to, stop } = words[language];
  const space = language === 'en' ? ' ' : '';
  const open = choices?.filter(({ closed }) => !closed).map(({ value }) => `\`${value}\``);
  const sentences = [
    description[language],
    open &&
      `${one}${language === 'en' ? '' : '：'}${space}${open.join(language === 'en' ? ', ' : '、')}${stop}`,
    range && `${whole} ${range[0]} ${to} ${range[1]}${stop}`,
    ['string', 'number', 'boolean'].includes(typeof fallback) &&
      `${byDefault} \`${fallback}\`${stop}`,
  ];
  return sentences.filter(Boolean).join(space);
}

/** The table of the settings, in Markdown. */
export function settingsSection(language: Language): string {
  const rows = settingsTable.map((setting: Setting) =>
    row(`\`${setting.name}\``, requirement(setting, language), meaning(setting, language)),
  );
  return table(words[language].settings, rows);
}

/** What Logto answers to a `ConnectorError`, by its code. */
function answerOf(code: string): string {
  const isLimit = code === 'rate_limit_exceeded' || code === 'usage_limit_exceeded';
  return `${isLimit ? 429 : 400} \`${code}\``;
}

/** The table of the errors, one row for those that mean the same. */
export function errorsSection(language: Language): string {
  const groups = Map.groupBy(providerErrors, ([, error]: [string, ProviderError]) => error);
  const rows = [...groups].map(([error, all]) => {
    const codes = all.map(([code]) => code);
    const remedy = remedies[codes[0] ?? '']?.[language] ?? '';
    return row(codes.map((code) => `\`${code}\``).join(', '), answerOf(error.code), remedy);
  });
  return table(words[language].errors, rows);
}

const sections = { settings: settingsSection, errors: errorsSection };

/** A README with its tables as they have to be. */
export function withTables(readme: string, language: Language): string {
  return Object.entries(sections).reduce((text, [name, make]) => {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const from = text.indexOf(start) + start.length;
    const to = text.indexOf(end);
    if (from < start.length || to < from) {
      throw new Error(`The README has no place for its ${name}: ${start} … ${end}.`);
    }
    return `${text.slice(0, from)}\n\n${make(language)}\n\n${text.slice(to)}`;
  }, readme);
}
