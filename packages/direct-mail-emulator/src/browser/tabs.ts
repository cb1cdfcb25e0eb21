import { make } from './dom.ts';

/** A tab: its name, and what it shows, made when it is first chosen. */
export interface Tab {
  name: string;
  content: () => Node;
}

let count = 0;

/** Tabs with the keys of the ARIA pattern: arrows, Home and End. */
export function makeTabs(label: string, tabs: readonly Tab[]): HTMLElement {
  count += 1;
  const prefix = `tabs-${count}`;
  const panel = make('div', { role: 'tabpanel', id: `${prefix}-panel`, tabindex: '0' });
  const buttons = tabs.map(({ name }, index) =>
    make(
      'button',
      { type: 'button', role: 'tab', id: `${prefix}-${index}`, 'aria-controls': panel.id },
      name,
    ),
  );
  const made: Node[] = [];
  const select = (index: number) => {
    buttons.forEach((button, other) => {
      button.ariaSelected = String(other === index);
      button.tabIndex = other === index ? 0 : -1;
    });
    panel.setAttribute('aria-labelledby', `${prefix}-${index}`);
    const content = made[index] ?? tabs[index]?.content();
    if (!content) {
      return;
    }
    made[index] = content;
    panel.replaceChildren(content);
  };
  buttons.forEach((button, index) => {
    button.addEventListener('click', () => select(index));
    button.addEventListener('keydown', ({ key }) => {
      const last = buttons.length - 1;
      const targets: Record<string, number> = {
        ArrowRight: index === last ? 0 : index + 1,
        ArrowLeft: index === 0 ? last : index - 1,
        Home: 0,
        End: last,
      };
      const target = targets[key];
      if (target === undefined) {
        return;
      }
      select(target);
      buttons[target]?.focus();
    });
  });
  select(0);
  const list = make('div', { role: 'tablist', 'aria-label': label }, ...buttons);
  return make('div', { class: 'tabs' }, list, panel);
}
