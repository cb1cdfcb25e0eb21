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

const parsed = new Map<string, Root>();

/** Markdown as GitHub reads it. A text is parsed once, however many checks read it: nobody changes the tree. */
export function parseMarkdown(text: string): Root {
  const tree = parsed.get(text) ?? markdown.parse(text);
  parsed.set(text, tree);
  return tree;
}

/** @throws when the text is no MDX. */
export function parseMdx(text: string): Root {
  return mdx.parse(text);
}
