/** How many digits a verification code has. */
export const codeLength = 6;

/** The digits of a code as far as they are entered (an empty string where not), and who has the focus. */
export interface CodeState {
  digits: string[];
  focus: number;
}

export function emptyCode(): string[] {
  return Array.from({ length: codeLength }, () => '');
}

export function isComplete(digits: readonly string[]): boolean {
  return digits.every(Boolean);
}

/** Puts what was typed or pasted into the inputs from one of them on; what is no number is refused. */
export function enterDigits(
  digits: readonly string[],
  text: string,
  at: number,
): CodeState | undefined {
  if (!/^\d+$/.test(text)) {
    return undefined;
  }
  const entered = [...text].slice(0, codeLength - at);
  const next = digits.map((digit, index) => entered[index - at] ?? digit);
  return { digits: next, focus: Math.min(at + entered.length, codeLength - 1) };
}

/** The digits of a pasted text, such as “Your code: 123 456”. */
export function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}

/** Backspace empties an input; in an empty one it empties the one before and goes there. */
export function eraseDigit(digits: readonly string[], at: number): CodeState {
  const target = digits[at] ? at : Math.max(at - 1, 0);
  return { digits: digits.map((digit, index) => (index === target ? '' : digit)), focus: target };
}
