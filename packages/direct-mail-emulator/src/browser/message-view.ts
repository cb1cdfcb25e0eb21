import type { Message } from '../mailbox/message.ts';
import { plainText } from '../mailbox/plain-text.ts';
import { blockedNotice } from './blocked-content.ts';
import { copyText } from './copy.ts';
import { announce, button, byId, make } from './dom.ts';
import { longTime, sizeOf } from './format.ts';
import { text } from './language.ts';
import { makeTabs, type Tab } from './tabs.ts';

/** A mail of more bytes is shown only when asked for. */
const large = 1_000_000;
/** So many characters of a text are shown: enough to read, not enough to stall the page. */
const mostShown = 200_000;

function frame(message: Message): Node {
  const show = () =>
    make('iframe', {
      title: text('mail'),
      src: `/view/${message.id}.html`,
      // Without an origin; what it may run (nothing) is said by the policy that comes with it.
      sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
      referrerpolicy: 'no-referrer',
    });
  if (message.html.length <= large) {
    return make('div', { class: 'mail' }, blockedNotice(message.html), show());
  }
  const box = make(
    'div',
    { class: 'empty' },
    make('p', {}, text('large', { size: sizeOf(message.size) })),
  );
  box.append(button(text('showLarge'), () => box.replaceWith(show())));
  return box;
}

function plain(content: string): Node {
  const box = make('div', {}, make('pre', {}, content.slice(0, mostShown)));
  if (content.length > mostShown) {
    box.prepend(make('p', { class: 'quiet' }, text('cutOff')));
  }
  return box;
}

function words({ text: body, html }: Message): Node {
  if (body) {
    return plain(body);
  }
  return make('div', {}, make('p', { class: 'quiet' }, text('noText')), plain(plainText(html)));
}

function parameters(message: Message): Node {
  const rows = Object.entries(message.parameters).map(([name, value]) =>
    make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, value.slice(0, 2000))),
  );
  return make(
    'table',
    {},
    make('caption', { class: 'hidden' }, text('parameters')),
    make(
      'thead',
      {},
      make(
        'tr',
        {},
        make('th', { scope: 'col' }, text('parameter')),
        make('th', { scope: 'col' }, text('value')),
      ),
    ),
    make('tbody', {}, ...rows),
  );
}

function facts(message: Message): HTMLElement {
  const { address, name } = message.from;
  // An address is not broken at its hyphens.
  const whole = (content: string) => make('span', { class: 'whole' }, content);
  const sender = make('span', {}, name && `${name} `, whole(name ? `<${address}>` : address));
  const pairs: [string, string | null | Node][] = [
    [text('from'), sender],
    [text('to'), message.to.join(', ')],
    [text('bcc'), message.bcc.join(', ')],
    [text('replyTo'), message.replyTo],
    [text('time'), make('time', { datetime: message.created }, longTime(message.created))],
    [text('tag'), message.tag],
    [text('usageType'), message.usageType],
    [text('size'), sizeOf(message.size)],
  ];
  const shown = pairs.filter(([, value]) => value);
  return make(
    'dl',
    { class: 'facts' },
    ...shown.map(([label, value]) =>
      make('div', {}, make('dt', {}, label), make('dd', {}, value ?? '')),
    ),
  );
}

/** Copies a code and says so. */
export async function copyCode(code: string): Promise<void> {
  announce((await copyText(code)) ? text('copied') : text('notCopied'));
}

function codeBox(code: string): HTMLElement {
  const copy = button(
    text('copyCode'),
    async () => {
      await copyCode(code);
      // For those who see it; the name of the button stays.
      copy.classList.add('done');
      setTimeout(() => copy.classList.remove('done'), 1500);
    },
    { class: 'primary' },
  );
  return make('div', { class: 'code' }, make('output', { 'aria-label': text('code') }, code), copy);
}

/** Shows a mail. @param actions what its buttons do */
export function showMessage(
  message: Message,
  actions: { back: () => void; remove: () => void },
): void {
  const tabs: Tab[] = [];
  if (message.html) {
    tabs.push({ name: text('html'), content: () => frame(message) });
  }
  tabs.push({ name: text('text'), content: () => words(message) });
  if (message.html) {
    tabs.push({ name: text('source'), content: () => plain(message.html) });
  }
  tabs.push({ name: text('parameters'), content: () => parameters(message) });
  const article = byId('message');
  article.ariaLabel = message.subject;
  article.replaceChildren(
    make(
      'div',
      { class: 'pane-head' },
      button(text('back'), actions.back, { class: 'back' }),
      make('h2', { tabindex: '-1' }, message.subject),
      button(text('delete'), actions.remove, { class: 'danger' }),
    ),
    ...(message.code ? [codeBox(message.code)] : []),
    facts(message),
    makeTabs(text('content'), tabs),
  );
  article.scrollTop = 0;
}
