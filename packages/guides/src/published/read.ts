import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { PublishedDocument } from './document.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlainText } from './read-plain-text.ts';

/** Reads a published page: Markdown, MDX, HTML, or the plain text of one; by its name, or else by its look. */
export function readPublished(file: string, text = readFileSync(file, 'utf8')): PublishedDocument {
  return { file, ...reader(extname(file), text)(text) };
}

function reader(extension: string, text: string) {
  if (['.html', '.htm'].includes(extension) || /^\s*<(!doctype|html)\b/i.test(text)) {
    return readHtml;
  }
  if (['.md', '.mdx', '.markdown'].includes(extension) || /^(```|#{1,6} )/m.test(text)) {
    return readMarkdown;
  }
  return readPlainText;
}
