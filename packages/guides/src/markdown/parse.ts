import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const markdown = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze();
const mdx = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkMdx)
  .freeze();

/** Markdown as GitHub reads it. */
export function parseMarkdown(text: string): Root {
  return markdown.parse(text);
}

/** @throws when the text is no MDX. */
export function parseMdx(text: string): Root {
  return mdx.parse(text);
}
