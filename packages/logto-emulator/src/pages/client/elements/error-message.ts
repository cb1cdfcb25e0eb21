import { h } from '../dom.ts';

/** A sentence about what is wrong, read out as soon as it appears. */
export function errorMessage(text: string): HTMLElement {
  return h('div', { role: 'alert', class: 'error' }, text);
}
