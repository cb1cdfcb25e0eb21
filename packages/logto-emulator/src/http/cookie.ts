/** The value of a cookie as it was set. (Logto's are JSON, which strict parsers do not take.) */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const pair = header?.split(/; */).find((text) => text.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
