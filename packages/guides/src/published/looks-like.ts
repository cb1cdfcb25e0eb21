/** Which language a piece of code is in, where nobody says. */
export function looksLike(code: string): string {
  if (/^\s*(npm|pnpm|yarn|npx|git|cd|cp|docker|node|ng)\s/.test(code)) {
    return 'sh';
  }
  if (/^\s*(#.*\n\s*)*[A-Z][A-Z0-9_]+=/.test(code)) {
    return 'env';
  }
  if (/^\s*[{[][\s\S]*[}\]]\s*$/.test(code) && isJson(code)) {
    return 'json';
  }
  if (/^\s*(@if|<)/.test(code)) {
    return 'html';
  }
  return /<\/?[A-Za-z][^>]*>[\s\S]*<\//.test(code) || /return \(\s*</.test(code) ? 'tsx' : 'ts';
}

function isJson(code: string): boolean {
  try {
    JSON.parse(code);
    return true;
  } catch {
    return false;
  }
}
