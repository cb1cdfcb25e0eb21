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

/**
 * Replaces `{{name}}` and `{{name.of.nested}}` with values of the payload, as the kit does: a
 * placeholder whose first name the payload lacks stays as it is, one that is lost further down
 * becomes empty. An object or a list has no text and becomes empty too.
 */
export function render(template: string, payload: object, write: Escape): string {
  return template.replace(/{{\s*([\w.]+)\s*}}/g, (placeholder, name: string) => {
    const path = name.split('.');
    if (!Object.hasOwn(payload, path[0] ?? '')) {
      return placeholder;
    }
    const value = lookUp(payload, path);
    return value === undefined || value === null || typeof value === 'object'
      ? ''
      : write(String(value));
  });
}
