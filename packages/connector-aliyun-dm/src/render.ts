/** How a value is written into the text around it. */
export type Escape = (value: string) => string;

const htmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For HTML text and quoted attributes. */
export const escapeHtml: Escape = (value) =>
  value.replace(/[&<>"']/g, (character) => htmlEntities[character] ?? character);

/** For subjects and plain text, which have no markup. */
export const asIs: Escape = (value) => value;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Own properties only: a template has no way to `constructor` or `__proto__`. */
function lookUp(payload: object, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (current, key) => (isObject(current) && Object.hasOwn(current, key) ? current[key] : undefined),
    payload,
  );
}

/** What the kit makes of a value: `1,2` of a list, `[object Object]` of an object. */
function textOf(value: unknown): string {
  try {
    return String(value ?? '');
  } catch {
    // An object of a payload may have a field `toString`.
    return '';
  }
}

const placeholder = /{{\s*([\w.]+)\s*}}/g;

/**
 * Replaces `{{name}}` and `{{name.of.nested}}` with values of the payload, as the kit does: a
 * placeholder whose first name the payload lacks stays as it is, one that is lost further down
 * becomes empty. Unlike the kit it finds no inherited names, such as `constructor`.
 */
export function render(template: string, payload: object, write: Escape): string {
  return template.replace(placeholder, (whole, name: string) => {
    const path = name.split('.');
    return Object.hasOwn(payload, path[0] ?? '') ? write(textOf(lookUp(payload, path))) : whole;
  });
}

/** Whether a template has a placeholder that the payload does not fill. */
export function lacksValue(template: string, payload: object): boolean {
  return [...template.matchAll(placeholder)].some(
    ([, name = '']) => !Object.hasOwn(payload, name.split('.')[0] ?? ''),
  );
}
