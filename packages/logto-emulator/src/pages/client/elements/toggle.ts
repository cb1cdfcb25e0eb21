import { type Child, h, onKeys } from '../dom.ts';
import { icon } from './icons.ts';

/**
 * A box to tick. In the tree it is what it is on Logto's pages: a radio with a checkbox inside.
 *
 * @param onChange called with the new state, after the box shows it
 */
export function toggle(
  options: { name: string; label: Child[]; checked?: boolean; className?: string },
  onChange: (checked: boolean) => void,
): HTMLElement {
  const { name, label, checked = false, className = '' } = options;
  const box = h('input', { class: 'tick', type: 'checkbox', name, readonly: true, checked });
  const set = (now: boolean) => {
    element.setAttribute('aria-checked', String(now));
    box.checked = now;
    onChange(now);
  };
  const flip = () => set(element.getAttribute('aria-checked') !== 'true');
  const element = h(
    'div',
    {
      role: 'radio',
      'aria-checked': String(checked),
      tabindex: 0,
      class: `toggle ${className}`,
    },
    [h('div', { class: 'checkbox' }, [box, icon('checkbox')]), h('div', {}, label)],
    { click: flip, keydown: onKeys({ Enter: flip, ' ': flip, Escape: () => set(false) }) },
  );
  return element;
}
