import { h } from '../dom.ts';

/** A sentence about what is wrong, read out as soon as it appears. */
export const errorMessage = (text: string): HTMLElement =>
  h('div', { role: 'alert', class: 'error' }, text);
