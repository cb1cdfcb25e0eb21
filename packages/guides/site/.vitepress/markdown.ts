import { dirname, join, relative, sep } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';

/** Placeholders of mails look like Vue's own. */
export function placeholders(md: MarkdownRenderer): void {
  md.renderer.rules.code_inline = (tokens, index) =>
    `<code v-pre>${md.utils.escapeHtml(tokens[index]?.content ?? '')}</code>`;
}

/** The name of the file on top of its code. */
export function fileNames(md: MarkdownRenderer): void {
  const { fence } = md.renderer.rules;
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const [, title] = /title="([^"]+)"/.exec(tokens[index]?.info ?? '') ?? [];
    const block = fence?.(tokens, index, ...rest) ?? '';
    return title
      ? `<p class="file-name"><code>${md.utils.escapeHtml(title)}</code></p>${block}`
      : block;
  };
}

const root = join(import.meta.dirname, '../../../..');

/** Links to code lead out of the pages: to the repository, where it is known, and nowhere otherwise. */
export function repositoryLinks(md: MarkdownRenderer, repository: string | undefined): void {
  md.core.ruler.push('repository-links', ({ tokens, env }) => {
    for (const block of tokens) {
      let leadsOut = false;
      block.children =
        block.children?.filter((token) => {
          if (token.type === 'link_open') {
            const path = pathOf(String(token.attrGet('href')), env.realPath ?? env.path);
            leadsOut = path !== undefined;
            token.attrSet(
              'href',
              leadsOut ? `${repository}/blob/main/${path}` : (token.attrGet('href') ?? ''),
            );
          }
          return repository || !leadsOut || !token.type.startsWith('link_');
        }) ?? null;
    }
  });
}

/** Where a link leads below the root of the repository, if it is not to another page. */
function pathOf(href: string, page: string): string | undefined {
  if (!href.startsWith('../')) {
    return undefined;
  }
  const path = relative(root, join(dirname(page), href))
    .split(sep)
    .join('/');
  return path.startsWith('docs/') ? undefined : path;
}
