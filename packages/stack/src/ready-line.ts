/** What an emulator prints with `--json` as soon as it can be used; `undefined` for any other line. */
export function readyLine<Ready extends object>(line: string): Ready | undefined {
  if (!line.startsWith('{')) {
    return undefined;
  }
  try {
    const said: { event?: unknown } & Ready = JSON.parse(line);
    return said.event === 'ready' ? said : undefined;
  } catch {
    return undefined;
  }
}
