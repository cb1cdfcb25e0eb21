import { toString as textOf } from 'mdast-util-to-string';
import { offsets } from '../markdown/directive.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import type { Language, Repository } from '../repository.ts';

/** A page in one language, and the English one that it translates: the same chapters in the same order. */
export interface Page {
  text: string;
  english: string;
}

export function pageOf(repository: Repository, language: Language, name: string): Page {
  return {
    text: repository.read(`docs/${language}/${name}.md`) ?? '',
    english: repository.read(`docs/en/${name}.md`) ?? '',
  };
}

/**
 * The chapters (headings of the second level) of these English titles, in their order in the page.
 *
 * @throws when the English page has no chapter of a title.
 */
export function chapters({ text, english }: Page, titles: string[]): Page {
  const known = cut(english);
  const translated = cut(text);
  const places = titles.map((title) => {
    const place = known.findIndex((chapter) => chapter.title === title);
    if (place < 0) {
      throw new Error(`No page has a chapter “${title}” any more, which the export takes.`);
    }
    return place;
  });
  return {
    text: places.map((place) => translated[place]?.text ?? '').join(''),
    english: places.map((place) => known[place]?.text ?? '').join(''),
  };
}

/** A chapter without its heading. */
export function withoutHeading(chapter: Page): Page {
  const body = (text: string) => text.replace(/^## .+\n+/, '');
  return { text: body(chapter.text), english: body(chapter.english) };
}

function cut(text: string): { title: string; text: string }[] {
  const headings = parseMarkdown(text).children.filter(
    (node) => node.type === 'heading' && node.depth === 2,
  );
  return headings.map((heading, index) => {
    const next = headings[index + 1];
    return {
      title: textOf(heading),
      text: text.slice(offsets(heading).start, next && offsets(next).start),
    };
  });
}
