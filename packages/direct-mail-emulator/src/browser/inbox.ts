import type { Message, MessageSummary } from '../mailbox/message.ts';
import { announce, byId } from './dom.ts';
import { text } from './language.ts';
import { MessageList } from './message-list.ts';
import { copyCode, showMessage } from './message-view.ts';
import { refresher } from './refresher.ts';
import { type MessagePage, server } from './server.ts';

const pageSize = 100;

/** List and message side by side: what is found, and what is open. */
export class Inbox {
  readonly #list = new MessageList((id) => void this.open(id));
  /** Undefined until the list is there: an inbox that is being read is not an empty one. */
  #page: MessagePage | undefined;
  #limit = pageSize;
  #query = '';
  #open: Message | undefined;

  /** Loads the list again, soon. */
  readonly refresh = refresher(async () => {
    try {
      this.#page = await server.list(this.#query, this.#limit);
      this.show();
    } catch {
      // The connection for events notices that the emulator is gone, and says so.
    }
  });

  /** Searches for these words. */
  search(query: string): void {
    this.#query = query.trim();
    this.#limit = pageSize;
    this.refresh();
  }

  /** Loads a longer list. */
  more(): void {
    this.#limit += pageSize;
    this.refresh();
  }

  /** Opens a mail, or none. @param how whether the address changes, as it does for a visitor's choice */
  async open(id: string | undefined, how: 'visit' | 'return' = 'visit'): Promise<void> {
    const message = id === undefined ? undefined : await server.message(id);
    if (id !== undefined && !message) {
      announce(text('gone'));
    }
    this.#open = message;
    if (how === 'visit') {
      history.pushState(null, '', message ? `/view/${message.id}` : '/');
    }
    if (message) {
      this.#showOpen(message);
      if (!message.read) {
        void server.markRead(message.id);
      }
    }
    this.show();
    if (message && how === 'visit') {
      byId('message').querySelector('h2')?.focus();
    }
  }

  /** Closes what is open and goes back to its row. */
  close(): void {
    const id = this.#open?.id;
    if (id === undefined) {
      return;
    }
    void this.open(undefined).then(() => this.#list.focus(id));
  }

  /** Deletes the mail whose row has the focus, or the open one. */
  async remove(): Promise<void> {
    const focused = this.#list.focused();
    const id = focused?.id ?? this.#open?.id;
    if (id === undefined) {
      return;
    }
    const place = focused?.place ?? this.#messages().findIndex((message) => message.id === id);
    await server.remove(id);
    this.forget([id]);
    this.#list.focus(undefined, place);
  }

  /** Takes deleted mails out at once. */
  forget(ids: readonly string[]): void {
    const gone = new Set(ids);
    if (this.#page) {
      this.#page.messages = this.#page.messages.filter(({ id }) => !gone.has(id));
    }
    if (this.#open && gone.has(this.#open.id)) {
      this.#open = undefined;
      history.replaceState(null, '', '/');
    }
    this.show();
    this.refresh();
  }

  /** Deletes every mail, once the visitor has said so again. */
  removeAll(): void {
    const question = byId<HTMLDialogElement>('delete-question');
    question.returnValue = 'cancel';
    question.showModal();
    question.addEventListener(
      'close',
      () => {
        if (question.returnValue === 'delete') {
          void server.removeAll();
        }
      },
      { once: true },
    );
  }

  /** Copies the code of the mail whose row has the focus, or of the open one. */
  copy(): void {
    const focused = this.#list.focused()?.id;
    const mail: MessageSummary | undefined =
      this.#messages().find(({ id }) => id === focused) ?? this.#open;
    if (mail?.code) {
      void copyCode(mail.code);
    }
  }

  move(steps: number): void {
    this.#list.move(steps);
  }

  /** Shows all again in another language. */
  translate(): void {
    if (this.#open) {
      this.#showOpen(this.#open);
    }
    this.show();
  }

  show(): void {
    const { total, unread, messages } = this.#page ?? { total: 0, unread: 0, messages: [] };
    const loading = this.#page === undefined;
    const empty = !loading && total === 0 && !this.#query;
    this.#list.show(messages, this.#open?.id);
    document.body.classList.toggle('reading', this.#open !== undefined);
    document.body.classList.toggle('no-mail', empty);
    byId('loading').hidden = !loading;
    byId('message').hidden = !this.#open;
    byId('no-mail').hidden = !empty || this.#open !== undefined;
    byId('nothing-open').hidden = loading || empty || this.#open !== undefined;
    byId('no-match').hidden = loading || total > 0 || !this.#query;
    byId('more').hidden = messages.length >= total;
    byId<HTMLButtonElement>('delete-all').disabled = loading || empty;
    byId('count').textContent = this.#countText();
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${text('inbox')} · ${text('brand')}`;
  }

  #countText(): string {
    const { total = 0, unread = 0 } = this.#page ?? {};
    if (this.#query) {
      return text('found', { total });
    }
    return total === 0 ? '' : text(total === 1 ? 'oneMail' : 'mails', { total, unread });
  }

  #messages(): MessageSummary[] {
    return this.#page?.messages ?? [];
  }

  #showOpen(message: Message): void {
    showMessage(message, {
      back: () => this.close(),
      remove: () => {
        byId('message').focus();
        void this.remove();
      },
    });
  }
}
