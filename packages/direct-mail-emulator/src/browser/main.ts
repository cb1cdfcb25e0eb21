import type { Fault } from '../faults/fault-rule.ts';
import type { MessageSummary } from '../mailbox/message.ts';
import { announce, byId, make } from './dom.ts';
import { FaultsDialog } from './faults-dialog.ts';
import { Inbox } from './inbox.ts';
import { setUpKeyboard } from './keyboard.ts';
import { setUpLanguage, text } from './language.ts';
import { type Info, server } from './server.ts';

const inbox = new Inbox();
const info: Info = await server.info();
const faults = new FaultsDialog(info.errorCodes);

function showSettings() {
  const settings: [string, string][] = [
    [text('endpoint'), location.origin],
    [text('accessKey'), info.accessKeyIds.join(', ')],
    [text('sender'), info.senders.join(', ')],
  ];
  byId('settings').replaceChildren(
    ...settings.map(([name, value]) =>
      make('div', {}, make('dt', {}, name), make('dd', {}, make('code', {}, value))),
    ),
  );
}

function showAll() {
  showSettings();
  faults.show();
  inbox.translate();
}

function addressed() {
  return /^\/view\/(\w+)$/.exec(location.pathname)?.[1];
}

setUpLanguage(byId('language'), showAll);
setUpKeyboard({
  move: (steps) => inbox.move(steps),
  copy: () => inbox.copy(),
  remove: () => void inbox.remove(),
  back: () => inbox.close(),
});

const search = byId<HTMLInputElement>('search');
search.addEventListener('input', () => inbox.search(search.value));
byId('clear-search').addEventListener('click', () => {
  search.value = '';
  inbox.search('');
  search.focus();
});
byId('more').addEventListener('click', () => inbox.more());
byId('delete-all').addEventListener('click', () => inbox.removeAll());
window.addEventListener('popstate', () => void inbox.open(addressed(), 'return'));

const events = new EventSource('/api/v1/events');
function on<Data>(type: string, handle: (data: Data) => void) {
  return events.addEventListener(type, (event: MessageEvent<string>) =>
    handle(JSON.parse(event.data)),
  );
}
on<MessageSummary>('message', ({ subject }) => {
  announce(text('newMail', { subject }));
  inbox.refresh();
});
on<{ ids: string[] }>('deleted', ({ ids }) => inbox.forget(ids));
on('read', () => inbox.refresh());
on<Fault[]>('faults', (list) => faults.show(list));
events.addEventListener('open', async () => {
  byId('offline').hidden = true;
  // Whatever happened while there was no connection.
  inbox.refresh();
  faults.show(await server.faults());
});
events.addEventListener('error', () => {
  byId('offline').hidden = false;
});

showAll();
const id = addressed();
if (id) {
  await inbox.open(id, 'return');
}
