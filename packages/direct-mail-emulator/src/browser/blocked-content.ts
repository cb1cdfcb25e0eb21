import { make } from './dom.ts';
import { text } from './language.ts';

/** What the frame of a mail leaves out of it. */
interface BlockedContent {
  /** Images that would have to be loaded. */
  images: number;
  /** Links that lead nowhere from here: scripts, and addresses that are relative. */
  links: number;
  /** Scripts, style sheets, frames and forms. */
  others: number;
}

const anchored = /^\s*(https?:|mailto:|tel:|#)/i;

/** Counts what the content security policy of a mail keeps out; parsing it here loads nothing. */
function blockedContent(html: string): BlockedContent {
  const mail = new DOMParser().parseFromString(html, 'text/html');
  const count = (selector: string, blocked: (element: Element) => boolean = () => true) =>
    [...mail.querySelectorAll(selector)].filter(blocked).length;
  return {
    images: count('img[src]', (image) => !/^\s*data:/i.test(image.getAttribute('src') ?? '')),
    links: count('a[href]', (link) => !anchored.test(link.getAttribute('href') ?? '')),
    others: count('script, link[rel~="stylesheet" i], iframe, object, embed, form'),
  };
}

/** A line that says what of a mail is not shown; undefined where nothing is missing. */
export function blockedNotice(html: string): HTMLElement | undefined {
  const { images, links, others } = blockedContent(html);
  const parts = [
    images > 0 && text('blockedImages', { count: images }),
    links > 0 && text('blockedLinks', { count: links }),
    others > 0 && text('blockedOthers', { count: others }),
  ].filter((part) => part !== false);
  return parts.length > 0
    ? make('p', { class: 'blocked', role: 'note' }, `${text('blocked')} ${parts.join(' · ')}`)
    : undefined;
}
