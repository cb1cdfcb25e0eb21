/** One line about an error that keeps the emulator from starting: what is wrong and what to do. */
export function describeStartError(error: unknown, port: number): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Stop what uses it, or choose another with --port.`;
    case 'EACCES':
      return `Port ${port} needs more rights than this user has. Choose another with --port.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'This machine has no such interface. Leave --host out, or give it one of its addresses.';
    default:
      return message;
  }
}
