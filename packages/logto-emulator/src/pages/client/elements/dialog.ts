import { type Child, h, onKeys } from '../dom.ts';
import { button, iconButton } from './button.ts';

/** A question, or with `cancel` alone, a notice. */
export interface Dialog {
  text: Child | Child[];
  /** The label of the button that closes it. */
  cancel: string;
  /** The label of the button that agrees. */
  confirm?: string;
  /** What agreeing does; the dialog stays, busy, until it is done. */
  onConfirm?(): Promise<void>;
  /** Whether a click beside it leaves it open. */
  ignoresOutside?: boolean;
  /** Whether Escape leaves it open. */
  ignoresEscape?: boolean;
}

/**
 * Shows a dialog above the page.
 *
 * @param page what is out of reach while the dialog is open
 * @returns whether the visitor agreed
 */
export function openDialog(page: HTMLElement, title: string, options: Dialog): Promise<boolean> {
  const focusedBefore = document.activeElement;
  return new Promise((resolve) => {
    let answered = false;
    const answer = async (agreed: boolean) => {
      if (answered) {
        return;
      }
      answered = true;
      const used = agreed ? confirm : cancel;
      used?.setBusy(true);
      if (agreed) {
        await options.onConfirm?.();
      }
      overlay.remove();
      page.removeAttribute('aria-hidden');
      if (focusedBefore instanceof HTMLElement) {
        focusedBefore.focus();
      }
      resolve(agreed);
    };
    const cancel = button(options.cancel, { kind: 'secondary', click: () => void answer(false) });
    const confirm =
      options.confirm === undefined
        ? undefined
        : button(options.confirm, { click: () => void answer(true) });
    const main = () => void answer(confirm !== undefined);
    // On a phone Logto leaves the heading out, and the content is no button.
    const isMobile = document.body.classList.contains('mobile');
    const content = h(
      'div',
      isMobile
        ? { class: 'dialog-content' }
        : { class: 'dialog-content', role: 'button', tabindex: 0 },
      [
        !isMobile &&
          h('div', { class: 'dialog-title' }, [
            title,
            iconButton('close', () => void answer(false)),
          ]),
        h('div', { class: 'dialog-text' }, options.text),
        h('div', { class: 'dialog-buttons' }, [cancel.element, confirm?.element]),
      ],
      { keydown: onKeys({ Enter: main, ' ': main }) },
    );
    const dialog = h(
      'div',
      { tabindex: -1, role: 'dialog', 'aria-modal': 'true', class: 'dialog' },
      content,
    );
    const overlay = h('div', { class: 'overlay' }, dialog, {
      click: (event) => {
        if (event.target === overlay && !options.ignoresOutside) {
          void answer(false);
        }
      },
      keydown: (event) => {
        if (event.key === 'Escape' && !options.ignoresEscape) {
          void answer(false);
        }
        keepFocusInside(event, stops);
      },
    });
    const stops = [
      isMobile ? dialog : content,
      ...content.querySelectorAll<HTMLElement>('button, a[href]'),
    ];
    page.setAttribute('aria-hidden', 'true');
    document.body.append(overlay);
    stops[0]?.focus();
  });
}

function keepFocusInside(event: KeyboardEvent, stops: readonly HTMLElement[]): void {
  if (event.key !== 'Tab') {
    return;
  }
  const first = stops[0];
  const last = stops.at(-1);
  const from = document.activeElement;
  if (event.shiftKey && from === first) {
    last?.focus();
  } else if (!event.shiftKey && from === last) {
    first?.focus();
  } else {
    return;
  }
  event.preventDefault();
}
