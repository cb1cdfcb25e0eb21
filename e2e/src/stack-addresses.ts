/** Where the parts are; the one thing that a test knows about the stack. */
export type StackAddresses = { angular: string; nextjs: string; logto: string; directMail: string };

const VARIABLE = 'E2E_STACK';

export function shareStack(addresses: StackAddresses): void {
  process.env[VARIABLE] = JSON.stringify(addresses);
}

export function readStack(): StackAddresses {
  return JSON.parse(process.env[VARIABLE] ?? 'null');
}
