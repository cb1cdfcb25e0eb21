import type { MessageSummary } from '../mailbox/message.ts';
import { byId, make, place } from './dom.ts';
import { shortTime } from './format.ts';
import { text } from './language.ts';

/** The list of mails: rows that are links, reused as long as nothing about their mail changes. */
export class MessageList {
  readonly #element = byId('messages');
  readonly #rows = new Map<string, { key: string; row: HTMLLIElement }>();
  readonly #open: (id: string) => void;

  constructor(open: (id: string) => void) {
    this.#open = open;
  }

  /** Shows these mails, one of them as open. */
  show(messages: readonly MessageSummary[], openId: string | undefined): void {
    const rows = messages.map((message) => this.#row(message, message.id === openId));
    const shown = new Set(messages.map(({ id }) => id));
    for (const id of this.#rows.keys()) {
      if (!shown.has(id)) {
        this.#rows.delete(id);
      }
    }
    place(this.#element, rows);
  }

  /** Moves the focus so many rows on; from outside the list, to its first or to the open one. */
  move(steps: number): void {
    const links = [...this.#element.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const open = links.findIndex((link) => link.ariaCurrent === 'true');
    const target = at >= 0 ? at + steps : open >= 0 ? open + steps : 0;
    links[Math.max(0, Math.min(target, links.length - 1))]?.focus();
  }

  /** Focuses the row of this mail, or the row at this place when the mail is gone. */
  focus(id: string | undefined, place = 0): void {
    const links = this.#element.querySelectorAll('a');
    const own = id === undefined ? undefined : this.#rows.get(id)?.row.querySelector('a');
    (own ?? links[Math.min(place, links.length - 1)])?.focus();
  }

  /** The mail whose row has the focus, and its place. */
  focused(): { id: string; place: number } | undefined {
    const row = document.activeElement?.closest('li');
    const id = row?.dataset.id;
    return row && id && this.#element.contains(row)
      ? { id, place: [...this.#element.children].indexOf(row) }
      : undefined;
  }

  #row(message: MessageSummary, open: boolean): HTMLLIElement {
    const key = [message.read, open, document.documentElement.lang].join();
    const known = this.#rows.get(message.id);
    if (known?.key === key) {
      return known.row;
    }
    const link = make(
      'a',
      { href: `/view/${message.id}`, ...(open ? { 'aria-current': 'true' } : {}) },
      make('span', { class: 'row-subject' }, message.subject),
      make('time', { datetime: message.created }, shortTime(message.created)),
      make('span', { class: 'row-to' }, message.to.join(', ')),
      make('span', { class: 'row-code' }, message.code ?? ''),
    );
    if (!message.read) {
      link.prepend(make('span', { class: 'hidden' }, `${text('unread')}: `));
    }
    link.addEventListener('click', (event) => {
      // A new tab or window is the browser's business.
      if (event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
      }
      event.preventDefault();
      this.#open(message.id);
    });
    const row = known?.row ?? make('li', { 'data-id': message.id });
    const focused = row.contains(document.activeElement);
    row.classList.toggle('unread', !message.read);
    row.replaceChildren(link);
    if (focused) {
      link.focus();
    }
    this.#rows.set(message.id, { key, row });
    return row;
  }
}
