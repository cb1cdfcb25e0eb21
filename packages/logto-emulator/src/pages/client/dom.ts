/** What an element may have as a child; what is empty is left out. */
export type Child = Node | string | null | undefined | false;

type Listeners = { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };

/** Attributes of an element: `true` is an attribute without a value, `false` or nothing is left out. */
export type Attributes = Record<string, string | number | boolean | undefined>;

/** Makes an element. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  children: Child | Child[] = [],
  listeners: Listeners = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) {
      continue;
    }
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of Array.isArray(children) ? children : [children]) {
    if (child) {
      element.append(child);
    }
  }
  for (const [name, listener] of Object.entries(listeners)) {
    element.addEventListener(name, listener as EventListener);
  }
  return element;
}

/** Lets a key press do what a click does, for elements that are no buttons by nature. */
export function onKeys(keys: Record<string, () => void>): (event: KeyboardEvent) => void {
  return (event) => {
    // A key pressed on a button inside belongs to that button.
    if (event.target !== event.currentTarget) {
      return;
    }
    const action = keys[event.key];
    if (!action) {
      return;
    }
    event.preventDefault();
    action();
  };
}
