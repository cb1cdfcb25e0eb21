import { h } from '../dom.ts';
import { icon } from './icons.ts';

/** A button that can be busy. */
export interface Button {
  element: HTMLButtonElement;
  /** Disabled while something is under way; shows a spinner when that takes a while. */
  setBusy(busy: boolean): void;
}

/** A button of the form: full width, in the brand's colour unless it is secondary. */
export function button(
  label: string,
  options: {
    type?: 'button' | 'submit';
    name?: string;
    kind?: 'primary' | 'secondary';
    icon?: Node;
    click?(): void;
  } = {},
): Button {
  const { type = 'button', name, kind = 'primary', click } = options;
  const element = h(
    'button',
    { class: `button ${kind}`, type, name },
    h('span', {}, [options.icon, label]),
    click && { click },
  );
  let keepsFocus = false;
  return {
    element,
    setBusy(busy) {
      const hadFocus = document.activeElement === element;
      element.disabled = busy;
      // A disabled button loses the focus: whoever uses the keyboard gets it back.
      if (busy) {
        keepsFocus = hadFocus;
      } else if (keepsFocus && document.activeElement === document.body) {
        element.focus();
      }
      element.classList.toggle('busy', busy);
    },
  };
}

/** A button that is an icon alone. */
export function iconButton(name: Parameters<typeof icon>[0], click: () => void): HTMLButtonElement {
  return h('button', { class: 'icon-button', type: 'button' }, icon(name), { click });
}

/** Makes an element without a destination act on click and on Enter, as a link does. */
export function actionLink(label: string, click: () => void, before?: Node): HTMLAnchorElement {
  return h('a', { class: 'link', tabindex: 0 }, [before, label], {
    click,
    keydown: (event) => {
      if (event.key === 'Enter') {
        click();
      }
    },
  });
}
