import type { Root } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import type { PublishedDocument } from './document.ts';
import { contentOf } from './read-markdown.ts';

const html = unified().use(rehypeParse).use(rehypeRemark).freeze();

/** A saved web page; lines are those of the file. */
export function readHtml(text: string): Omit<PublishedDocument, 'file'> {
  return contentOf(html.runSync(html.parse(text)) as unknown as Root);
}
