import { posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import type { Code, Heading } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { offsets } from '../markdown/directive.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { applyEdits, type Edit } from '../pages/edits.ts';
import type { Page } from './chapters.ts';
import { plainMarkdown } from './plain.ts';

export interface MdxOptions {
  /** The English page: its headings give the ids of every language. */
  english: string;
  /** Where a link to another page leads; `undefined` leaves its text alone. */
  link: (url: string) => string | undefined;
  /** Where an image of this name is; left out, it stays where the page has it. */
  image?: (name: string) => string;
  /** Added to the level of each heading. */
  deeper?: number;
}

export const tabsImport =
  "import TabItem from '@theme/TabItem';\nimport Tabs from '@theme/Tabs';\n";

/** A page as MDX for Docusaurus: ids of headings, tabs of package managers, no HTML comments, no autolinks. */
export function toMdx(text: string, { english, link, image, deeper = 0 }: MdxOptions): string {
  const plain = plainMarkdown(text);
  const tree = parseMarkdown(plain);
  const ids = headingIds(english);
  const edits: Edit[] = [];
  let heading = 0;
  visit(tree, (node) => {
    const { start, end } = offsets(node);
    const source = plain.slice(start, end);
    if (node.type === 'heading') {
      const id = ids[heading] ?? '';
      heading += 1;
      const level = '#'.repeat(Math.min(6, node.depth + deeper));
      edits.push({ start, end, text: `${level} ${source.replace(/^#+\s*/, '')} \\{#${id}}` });
    } else if (node.type === 'code' && isInstall(node)) {
      edits.push({ start, end, text: packageManagerTabs(node.value) });
    } else if (node.type === 'image' && image) {
      edits.push({ start, end, text: `![${node.alt}](${image(posix.basename(node.url))})` });
    } else if (node.type === 'link' && source.startsWith('<')) {
      edits.push({ start, end, text: `[${node.url}](${node.url})` });
    } else if (node.type === 'link' && !/^[a-z]+:/.test(node.url)) {
      const target = link(node.url);
      const label = source.slice(1, source.lastIndexOf(']('));
      edits.push({ start, end, text: target ? `[${label}](${target})` : label });
    }
  });
  const mdx = applyEdits(plain, edits);
  return mdx.includes('<Tabs>') ? `${tabsImport}\n${mdx}` : mdx;
}

/** The ids of a page's headings, in order. */
export function headingIds(english: string): string[] {
  const slugger = new GithubSlugger();
  const ids: string[] = [];
  visit(parseMarkdown(english), 'heading', (node: Heading) => {
    ids.push(slugger.slug(textOf(node)));
  });
  return ids;
}

/** The English id of a translated page's heading, where a link names it by its own text. */
export function englishId({ text, english }: Page, anchor: string): string {
  const place = headingIds(text).indexOf(decodeURIComponent(anchor));
  return headingIds(english)[place] ?? anchor;
}

function isInstall({ lang, value }: Code): boolean {
  return lang === 'sh' && /^npm install \S[^\n]*$/.test(value);
}

function packageManagerTabs(command: string): string {
  const packages = command.replace('npm install ', '');
  const commands = {
    npm: `npm i ${packages}`,
    pnpm: `pnpm add ${packages}`,
    yarn: `yarn add ${packages}`,
  };
  const tabs = Object.entries(commands).map(
    ([name, line]) =>
      `<TabItem value="${name}" label="${name}">\n\n\`\`\`bash\n${line}\n\`\`\`\n\n</TabItem>`,
  );
  return `<Tabs>\n\n${tabs.join('\n\n')}\n\n</Tabs>`;
}
