import { offsets } from '../markdown/directive.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import type { Repository } from '../repository.ts';
import { labelOf } from '../run/labels.ts';

/** A mistake that somebody could make, and where. */
export interface Mutation {
  name: string;
  /** The guide that a reader would follow, for mistakes that `docs:check` cannot see. */
  guide: string | undefined;
  /** Makes the mistake in memory. */
  apply: (repository: Repository) => void;
  /** Whether `docs:sync` is run afterwards, as by somebody who made the mistake in the code. */
  synced: boolean;
}

const guides = ['angular', 'nextjs', 'nextjs-v4'];

/** Every step and every block taken out in turn, in one language and in all, and one of each other mistake. */
export function mutationsOf(repository: Repository): Mutation[] {
  return [
    ...guides.flatMap((guide) => [
      ...withoutEach(repository, guide, false),
      ...withoutEach(repository, guide, true),
    ]),
    ...guides.flatMap((guide) => changedIdentifiers(repository, guide)),
    ...singles,
  ];
}

/** Each part of a guide taken out, in English alone or at the same place in every language. */
function withoutEach(repository: Repository, guide: string, everywhere: boolean): Mutation[] {
  const parts = partsOf(repository.read(`docs/en/${guide}.md`) ?? '');
  return parts.flatMap(({ label, line }, index) =>
    everywhere && label === 'checkpoint'
      ? []
      : {
          name: `${guide}: ${label} of line ${line} taken out${everywhere ? ', in both languages' : ''}`,
          guide,
          synced: everywhere,
          apply: (tree) => {
            for (const language of everywhere ? ['en', 'zh-CN'] : ['en']) {
              const file = `docs/${language}/${guide}.md`;
              const text = tree.read(file) ?? '';
              const part = partsOf(text)[index];
              if (part) {
                tree.replace(file, text.slice(0, part.start) + text.slice(part.end));
              }
            }
          },
        },
  );
}

interface Part {
  label: string;
  line: number;
  start: number;
  end: number;
}

/** What a reader does: blocks with their comments, items that set or fill in something, checkpoints. */
function partsOf(text: string): Part[] {
  const { children } = parseMarkdown(text);
  return children.flatMap((node, index): Part[] => {
    const line = node.position?.start.line ?? 0;
    const above = children[index - 1];
    if (node.type === 'code' && above?.type === 'html') {
      return [{ label: 'block', line, start: offsets(above).start, end: offsets(node).end }];
    }
    if (node.type === 'html' && /checkpoint:/.test(node.value)) {
      return [{ label: 'checkpoint', line, ...offsets(node) }];
    }
    if (node.type === 'list') {
      return node.children.flatMap((item) => {
        const place = offsets(item);
        const source = text.slice(place.start, place.end);
        const [, label = '', fills] =
          /^- (?:\*\*([^*]+)\*\*|(`\w+`)|Type|类型)[:：]/.exec(source) ?? [];
        const isStep = fills || labelOf(label) || /^- (Type|类型)/.test(source);
        return isStep ? [{ label: 'step', line: item.position?.start.line ?? 0, ...place }] : [];
      });
    }
    return [];
  });
}

function changedIdentifiers(repository: Repository, guide: string): Mutation[] {
  const file = `docs/en/${guide}.md`;
  const text = repository.read(file) ?? '';
  return parseMarkdown(text).children.flatMap((node): Mutation[] => {
    const [name] = node.type === 'code' ? (/\b[a-z]+[A-Z]\w+\b/.exec(node.value) ?? []) : [];
    if (!name) {
      return [];
    }
    const { start, end } = offsets(node);
    const changed = text.slice(start, end).replace(name, `${name}s`);
    const apply = (tree: Repository) =>
      tree.replace(file, text.slice(0, start) + changed + text.slice(end));
    return [
      {
        name: `${guide}: ${name} in the block of line ${node.position?.start.line}`,
        guide,
        synced: false,
        apply,
      },
    ];
  });
}

function replaced(
  name: string,
  file: string,
  from: string | RegExp,
  to: string,
  more: Partial<Mutation> = {},
): Mutation {
  return {
    name,
    guide: undefined,
    synced: false,
    ...more,
    apply: (tree) => {
      const before = tree.read(file) ?? '';
      const after = before.replace(from, to);
      if (after === before) {
        throw new Error(`${name}: ${file} has nothing to change`);
      }
      tree.replace(file, after);
    },
  };
}

const signOut = 'apps/nextjs/components/sign-out.tsx';

const singles: Mutation[] = [
  replaced(
    'a region of the commands renamed',
    'docs/code/nextjs/commands.sh',
    '#region install',
    '#region installing',
  ),
  replaced(
    'a region in a page renamed',
    'docs/en/nextjs.md',
    'commands.sh#install',
    'commands.sh#instal',
  ),
  replaced(
    'the two-step sign-out swapped for a bare signOut()',
    signOut,
    /redirect\(endSessionUrl[^\n]*/,
    "redirect('/');",
    { guide: 'nextjs', synced: true },
  ),
  replaced(
    'a comma behind an environment line',
    'apps/nextjs/.env.example',
    /^(AUTH_URL=.*)$/m,
    '$1,',
    { synced: true },
  ),
  replaced(
    'quotes around an environment line',
    'apps/nextjs/.env.example',
    /^(AUTH_LOGTO_ISSUER=)(.*)$/m,
    '$1"$2"',
    { synced: true },
  ),
  replaced(
    'a Chinese identifier',
    'docs/zh-CN/nextjs.md',
    'export default function SignOut',
    'export default function 退出',
  ),
  replaced(
    'a heading renamed that a page leads to',
    'docs/en/connector.md',
    '# The connector',
    '# Connectors',
  ),
  replaced(
    'a page that links to a heading which is not there',
    'docs/en/index.md',
    'going-on.md',
    'going-on.md#accountss',
  ),
  replaced(
    'the redirect URI with another port',
    'docs/en/angular.md',
    '`http://localhost:4200/callback`',
    '`http://localhost:4201/callback`',
  ),
  replaced(
    'an English paragraph changed',
    'docs/en/angular.md',
    'At the end of this page',
    'When you have read this page',
  ),
  replaced(
    'a Chinese paragraph without its hash',
    'docs/zh-CN/angular.md',
    /<!-- en: \w+ -->\n\n(?=读完)/,
    '',
  ),
  replaced(
    'an older version to install',
    'docs/code/angular/commands.sh',
    '@logto/js@5.1.1',
    '@logto/js@6.1.2',
    { synced: true },
  ),
  replaced(
    'a comma too many in the connector’s JSON',
    'docs/code/connector/connector.json',
    '"regionId": "cn-hangzhou",',
    '"regionId": "cn-hangzhou",,',
    { synced: true },
  ),
  replaced(
    'a template without {{code}}',
    'docs/code/connector/connector.json',
    /Your code is \{\{code\}\}",\n(.*)\{\{code\}\}/,
    'Your code",\n$1',
    { synced: true },
  ),
  replaced(
    'the scope for the address taken out of the sample',
    'apps/angular/src/app/app.config.ts',
    /\n *scopes: \[UserScope.Email\],/,
    '',
    { guide: 'angular', synced: true },
  ),
];

/** What only a person could notice. */
export const leftToPeople = [
  'a sentence that is true, and badly said',
  'a translation that says something else than the paragraph whose hash it names',
  'a page of the Aliyun console that looks different from its description',
  'a checkpoint taken out in every language, where the rest still leads to its end',
];
