import { visit } from 'unist-util-visit';
import { offsets } from '../markdown/directive.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { applyEdits, type Edit } from '../pages/edits.ts';
import type { Repository } from '../repository.ts';
import { chapters } from './chapters.ts';
import type { Files } from './files.ts';
import { plainMarkdown } from './plain.ts';

const imports = `import UriInputField from '@/mdx-components/UriInputField';
import Steps from '@/mdx-components/Steps';
import Step from '@/mdx-components/Step';
`;

const guides = [
  {
    page: 'angular',
    folder: 'spa-angular',
    steps: [
      'Create the application',
      'Register it in Logto',
      'Configure the library',
      'Show who is signed in',
      'Sign out',
    ],
  },
  {
    page: 'nextjs',
    folder: 'web-next-auth',
    steps: [
      'Create the application',
      'Register it in Logto',
      'Set Auth.js up',
      'Add the buttons',
      'Sign out',
    ],
  },
];

/** The guides inside Logto's Console, which shows the reader's own addresses and IDs in the code. English only. */
export function logtoConsole(repository: Repository): Files {
  return new Map(
    guides.map(({ page, folder, steps }) => {
      const english = repository.read(`docs/en/${page}.md`) ?? '';
      const body = steps
        .map((title) => step(chapters({ text: english, english }, [title]).text))
        .join('\n\n');
      const path = `packages/console/src/assets/docs/guides/${folder}/README.mdx`;
      return [path, `${imports}\n<Steps>\n\n${body}\n\n</Steps>\n`];
    }),
  );
}

function step(chapter: string): string {
  const text = plainMarkdown(chapter);
  const title = /^## (.+)$/m.exec(text)?.[1] ?? '';
  const content = withProps(text.replace(/^## .+\n+/, ''));
  return `<Step title="${title}">\n\n${content.trim()}\n\n</Step>`;
}

/** Code as an expression, with the application's own values in it; the fields for its addresses in place of the list. */
function withProps(text: string): string {
  const edits: Edit[] = [];
  visit(parseMarkdown(text), (node) => {
    const { start, end } = offsets(node);
    if (node.type === 'code') {
      const escaped = node.value.replace(/[\\`]|\$\{/g, '\\$&');
      const code = escaped.split('\n').map(fill).join('\n');
      // As an expression only where the Console has something to fill in.
      if (code !== escaped) {
        const title = /title="[^"]+"/.exec(node.meta ?? '')?.[0];
        const attributes = [`className="language-${node.lang ?? 'text'}"`, title].filter(Boolean);
        edits.push({
          start,
          end,
          text: `<Code ${attributes.join(' ')}>\n{\`${code}\`}\n</Code>`,
        });
      }
    } else if (node.type === 'image') {
      edits.push({ start, end, text: '' });
    } else if (node.type === 'link') {
      const source = text.slice(start, end);
      const label = source.startsWith('<')
        ? `[${node.url}](${node.url})`
        : source.slice(1, source.lastIndexOf(']('));
      edits.push({
        start,
        end,
        text: /^[a-z]+:/.test(node.url) && !source.startsWith('<') ? source : label,
      });
    } else if (node.type === 'listItem') {
      const item = text.slice(start, end);
      const [, field] = /\*\*(Redirect URIs|Post sign-out redirect URIs)\*\*/.exec(item) ?? [];
      const [, value] = /`(http[^`]+)`/.exec(item) ?? [];
      if (field && value) {
        const name = field === 'Redirect URIs' ? 'redirectUris' : 'postLogoutRedirectUris';
        edits.push({
          start,
          end,
          text: `- ${field}\n\n  <UriInputField name="${name}" defaultValue="${value}" />`,
        });
      }
    }
  });
  return applyEdits(text, edits);
}

function fill(line: string): string {
  return line
    .replace(/("endpoint": )"[^"]*"/, (_all, start) => `${start}"${prop('endpoint')}"`)
    .replace(/("appId": )"[^"]*"/, (_all, start) => `${start}"${prop('app.id')}"`)
    .replace(/^(AUTH_LOGTO_ISSUER=).*/, (_all, start) => `${start}${prop('endpoint')}oidc`)
    .replace(/^(AUTH_LOGTO_ID=).*/, (_all, start) => start + prop('app.id'))
    .replace(
      /^(AUTH_LOGTO_SECRET=).*/,
      (_all, start) => start + prop('secrets[0]?.value ?? props.app.secret'),
    );
}

/** A value that the Console fills in. */
function prop(name: string): string {
  return `\${props.${name}}`;
}
