import type { Repository } from '../repository.ts';
import { connectorOf } from './connector.ts';

interface FormItem {
  key: string;
  label: string;
  required?: boolean;
  defaultValue?: unknown;
  description?: string;
  selectItems?: { value: string }[];
}

const words = {
  en: { head: ['Setting', 'In the Console', 'Required', 'Default', 'Meaning'], yes: 'yes' },
  'zh-CN': { head: ['设置', '控制台中的名称', '必填', '默认值', '含义'], yes: '是' },
};

/** The connector's settings as a table, in the language of the page; `undefined` when `name` is no connector. */
export async function settingsTable(
  repository: Repository,
  name: string,
  page: string,
): Promise<string | undefined> {
  if (name !== 'connector-aliyun-dm') {
    return undefined;
  }
  const language = page.startsWith('docs/zh-CN/') ? 'zh-CN' : 'en';
  const { head, yes } = words[language];
  const rows = (await formItemsOf(repository)).map((item) => [
    `\`${item.key}\``,
    inLanguage(item.label, language),
    item.required ? yes : '',
    defaultOf(item),
    inLanguage(item.description ?? '', language) + choices(item),
  ]);
  return table([head, head.map(() => '---'), ...rows]);
}

/** The names of all settings of the connector, in the order of the Console's form. */
export async function settingNames(repository: Repository): Promise<string[]> {
  return (await formItemsOf(repository)).map(({ key }) => key);
}

async function formItemsOf(repository: Repository): Promise<FormItem[]> {
  const { metadata } = await connectorOf(repository);
  return metadata.formItems;
}

/** The form has one text for all languages: "English / 中文". */
function inLanguage(text: string, language: 'en' | 'zh-CN'): string {
  const parts = text.split(' / ');
  const part = (parts.length === 2 ? parts[language === 'en' ? 0 : 1] : text) ?? '';
  // Braces and angle brackets would be expressions and tags on the site and in MDX.
  return part.replace(/\{\{[^}]*\}\}|<\w+>/g, '`$&`');
}

function defaultOf({ defaultValue }: FormItem): string {
  return typeof defaultValue === 'object' || defaultValue === undefined
    ? ''
    : `\`${defaultValue}\``;
}

function choices({ selectItems = [] }: FormItem): string {
  const values = selectItems.map(({ value }) => `\`${value}\``);
  return values.length > 0 ? ` ${values.join(', ')}` : '';
}

function table(rows: string[][]): string {
  return rows
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}
