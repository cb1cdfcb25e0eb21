import {
  type CodeState,
  codeLength,
  digitsOf,
  emptyCode,
  enterDigits,
  eraseDigit,
  isComplete,
} from '../code-digits.ts';
import { h } from '../dom.ts';

/** Six inputs for the digits of a code. */
export interface CodeInput {
  element: HTMLElement;
  readonly digits: readonly string[];
  /** Empties all inputs and goes to the first. */
  clear(): void;
  focus(): void;
}

/**
 * @param name of the inputs, which are numbered
 * @param onComplete called with the code whenever the last missing digit is entered or one is changed
 */
export function codeInput(name: string, onComplete: (code: string) => void): CodeInput {
  let digits = emptyCode();
  const inputs = Array.from({ length: codeLength }, (_, index) =>
    h('input', {
      name: `${name}_${index}`,
      'data-id': index,
      type: 'number',
      inputmode: 'numeric',
      pattern: '[0-9]*',
      autocomplete: 'off',
      value: '',
      class: 'digit',
    }),
  );

  // As in Logto the attribute follows the value only while the input does not have the focus.
  const reflect = (input: HTMLInputElement) => {
    if (input !== document.activeElement) {
      input.setAttribute('value', input.value);
    }
  };
  const show = () => {
    inputs.forEach((input, index) => {
      input.value = digits[index] ?? '';
      reflect(input);
    });
  };
  const apply = (state: CodeState) => {
    digits = state.digits;
    inputs[state.focus]?.focus();
    show();
    if (isComplete(digits)) {
      onComplete(digits.join(''));
    }
  };

  inputs.forEach((input, index) => {
    input.addEventListener('input', () => {
      const state = enterDigits(digits, input.value, index);
      if (state) {
        apply(state);
      } else {
        input.value = digits[index] ?? '';
      }
    });
    input.addEventListener('paste', (event) => {
      event.preventDefault();
      const text = digitsOf(event.clipboardData?.getData('text') ?? '');
      const state = enterDigits(digits, text, index);
      if (state) {
        apply(state);
      }
    });
    input.addEventListener('blur', () => reflect(input));
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Backspace') {
        apply(eraseDigit(digits, index));
      } else if (event.key === 'ArrowLeft') {
        inputs[index - 1]?.focus();
      } else if (event.key === 'ArrowRight') {
        inputs[index + 1]?.focus();
      } else if (!['+', '-', 'e', '.', 'ArrowUp', 'ArrowDown'].includes(event.key)) {
        return;
      }
      event.preventDefault();
    });
  });

  return {
    element: h('div', { class: 'code' }, inputs),
    get digits() {
      return digits;
    },
    clear() {
      digits = emptyCode();
      show();
      inputs[0]?.focus();
    },
    focus: () => inputs[0]?.focus(),
  };
}
