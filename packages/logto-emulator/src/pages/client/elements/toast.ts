import { h } from '../dom.ts';

/** Milliseconds for which a toast stays. */
const duration = 3000;

/**
 * Makes the function that shows a short message for a moment, one at a time.
 *
 * @param page hidden from assistive technology while a toast is shown, as Logto's modal does it
 */
export function createToast(page: HTMLElement): (message: string) => void {
  const region = h('div', { class: 'toasts', 'aria-live': 'assertive' });
  document.body.append(region);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (message) => {
    clearTimeout(timer);
    region.replaceChildren(
      h('div', { tabindex: -1, role: 'toast', 'aria-modal': 'true', class: 'toast' }, message),
    );
    page.setAttribute('aria-hidden', 'true');
    timer = setTimeout(() => {
      region.replaceChildren();
      if (!document.querySelector('[role=dialog]')) {
        page.removeAttribute('aria-hidden');
      }
    }, duration);
  };
}
