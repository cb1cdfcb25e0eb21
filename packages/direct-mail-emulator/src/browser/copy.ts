/** Puts a text on the clipboard. @returns whether it worked */
export async function copyText(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    // Without HTTPS or localhost there is no clipboard API, and a browser may refuse it.
    const field = document.createElement('textarea');
    field.value = value;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
