import { byId } from './dom.ts';

const remembered = 'direct-mail-emulator.keys';

/** What the keys do. */
export interface KeyActions {
  move: (steps: number) => void;
  copy: () => void;
  remove: () => void;
  back: () => void;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select');
}

/** Keys that work anywhere on the page but in fields and dialogs; a visitor can turn them off. */
export function setUpKeyboard({ move, copy, remove, back }: KeyActions): void {
  const help = byId<HTMLDialogElement>('keys');
  const use = byId<HTMLInputElement>('use-keys');
  const search = byId<HTMLInputElement>('search');
  use.checked = localStorage.getItem(remembered) !== 'off';
  use.addEventListener('change', () => {
    localStorage.setItem(remembered, use.checked ? 'on' : 'off');
  });
  byId('open-keys').addEventListener('click', () => help.showModal());
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      search.blur();
    }
  });

  const actions: Readonly<Record<string, () => void>> = {
    j: () => move(1),
    k: () => move(-1),
    c: copy,
    Delete: remove,
    Escape: back,
    '/': () => search.focus(),
    '?': () => help.showModal(),
  };
  document.addEventListener('keydown', (event) => {
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    const busy = isField(event.target) || document.querySelector('dialog[open]') !== null;
    if (!action || modified || busy || !use.checked) {
      return;
    }
    event.preventDefault();
    action();
  });
}
