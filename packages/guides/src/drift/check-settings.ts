import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PublishedDocument, Sentence } from '../published/document.ts';
import type { Repository } from '../repository.ts';
import { connectorOf } from '../values/connector.ts';
import type { Claim } from './finding.ts';

interface Setting {
  key: string;
  label: string;
  required?: boolean;
}

/** The connector's settings as the page has them: in tables, and by the names it gives them in the text. */
export async function checkSettings(
  document: PublishedDocument,
  repository: Repository,
): Promise<Claim[]> {
  const settings: Setting[] = (await connectorOf(repository)).metadata.formItems;
  const rows = document.sentences
    .filter(({ kind }) => kind === 'row')
    .map((row) => ({
      ...row,
      cells: row.text.split(/\s*\|\s*/).map((cell) => cell.replaceAll('`', '')),
    }));
  const listed = rows.flatMap(({ cells: [key = ''] }) => key.split(/\s*,\s*/));
  const isTable = settings.filter(({ key }) => listed.includes(key)).length >= 3;
  return [
    ...(isTable ? checkTable(rows, settings, listed) : []),
    ...(await checkUsageTypes(document, repository)),
    ...checkLabels(document, settings),
  ];
}

function checkTable(
  rows: (Sentence & { cells: string[] })[],
  settings: Setting[],
  listed: string[],
): Claim[] {
  const claims: Claim[] = [];
  const table = rows.filter(({ cells: [key = ''] }) =>
    settings.some((setting) => key.includes(setting.key)),
  );
  const first = table[0]?.line ?? 1;
  for (const {
    text,
    line,
    cells: [key = ''],
  } of table) {
    for (const setting of settings.filter((one) => key.split(/\s*,\s*/).includes(one.key))) {
      const optional = /optional|可选/i.test(text);
      const fits = !(optional && setting.required);
      claims.push({
        line,
        kind: 'setting',
        status: fits ? 'same' : 'different',
        claim: setting.key,
        truth: fits ? '' : 'it is required',
      });
    }
  }
  const missing = settings.map(({ key }) => key).filter((key) => !listed.includes(key));
  if (missing.length > 0) {
    claims.push({
      line: first,
      kind: 'setting',
      status: 'different',
      claim: 'the table of settings',
      truth: `leaves out ${missing.join(', ')}`,
    });
  }
  const fields = ['contentType', 'replyTo', 'sendFrom'];
  const hasTemplates = listed.includes('subject') && listed.includes('usageType');
  const templates = rows.find(({ cells: [key] }) => key === 'usageType');
  if (hasTemplates && templates && !fields.every((field) => listed.includes(field))) {
    claims.push({
      line: templates.line,
      kind: 'setting',
      status: 'different',
      claim: 'the table of a template’s fields',
      truth: `leaves out ${fields.filter((field) => !listed.includes(field)).join(', ')}`,
    });
  }
  return claims;
}

/** A list of usage types that is shorter than Logto's. */
async function checkUsageTypes(
  document: PublishedDocument,
  { root }: Repository,
): Promise<Claim[]> {
  const require = createRequire(join(root, 'packages/connector-aliyun-dm/package.json'));
  const { TemplateType } = await import(
    pathToFileURL(require.resolve('@logto/connector-kit')).href
  );
  const types: string[] = Object.values(TemplateType);
  return document.sentences
    .filter(({ kind, text }) => kind === 'row' && /usageType/.test(text))
    .flatMap(({ text, line }): Claim[] => {
      const missing = types.filter((type) => !text.includes(type));
      const named = types.length - missing.length;
      if (named < 2) {
        return [];
      }
      const status = missing.length > 0 ? 'different' : 'same';
      return [
        {
          line,
          kind: 'setting',
          status,
          claim: `${named} values of usageType`,
          truth: missing.length > 0 ? `Logto has ${types.length}: ${missing.join(', ')} too` : '',
        },
      ];
    });
}

/** A sentence that fills a setting with what is another setting in the Console: `fromAlias` with the "Email Tag". */
function checkLabels(document: PublishedDocument, settings: Setting[]): Claim[] {
  const labels = settings.map(({ key, label }) => ({
    key,
    label: plain(label.split(' / ')[0] ?? ''),
  }));
  const sentences = document.sentences.filter(({ kind }) => kind !== 'row');
  return sentences.flatMap(({ text, line }): Claim[] => {
    const keys = labels.filter(({ key }) => new RegExp(`\\b${key}\\b|and${key}\\b`).test(text));
    // As a name, with capitals: `the sender address` is everyday language.
    const foreign = labels.filter(
      ({ key, label }) =>
        label.includes(' ') && plain(text, false).includes(capitals(label)) && !text.includes(key),
    );
    return keys.length === 0
      ? []
      : foreign.map(({ key, label }) => ({
          line,
          kind: 'setting',
          status: 'different',
          claim: `${keys.map((one) => one.key).join(', ')} from "${label}"`,
          truth: `that is ${key}`,
        }));
  });
}

function plain(text: string, lower = true): string {
  const same = text.replaceAll(/e-mail/gi, (word) => (word[0] === 'E' ? 'Email' : 'email'));
  return (lower ? same.toLowerCase() : same).replaceAll(/["“”`]/g, '');
}

function capitals(label: string): string {
  return label.replace(/(^|\s)[a-z]/g, (letter) => letter.toUpperCase());
}
