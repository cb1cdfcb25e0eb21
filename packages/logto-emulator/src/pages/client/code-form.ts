import type { App } from './app.ts';
import { isComplete } from './code-digits.ts';
import { type Child, h } from './dom.ts';
import { button } from './elements/button.ts';
import { codeInput } from './elements/code-input.ts';
import { resendLine } from './elements/resend-line.ts';
import { errorMessage } from './elements/text-field.ts';
import { handleError } from './errors.ts';

/** What a code is checked with, and what comes of it is told to. */
export interface Entered {
  code: string;
  setProblem(message: string | undefined): void;
  /** Empties the inputs. */
  clear(): void;
}

/** A form for a code from a mail, which sends itself when it is full. */
export interface CodeForm {
  element: HTMLElement;
  focus(): void;
  /** Stops the countdown until another code can be asked for. */
  stop(): void;
}

export function codeForm(
  app: App,
  options: {
    /** Of the inputs, which are numbered. */
    name: string;
    check(entered: Entered): Promise<void>;
    /** Sends another code. */
    resend(): Promise<void>;
    beforeButton?: Child;
  },
): CodeForm {
  const { t } = app;
  const { element: problem, setMissing, setRefused } = problemLine();
  const clear = () => {
    setMissing(undefined);
    input.clear();
  };
  let isSending = false;
  const send = async (code: string) => {
    if (isSending) {
      return;
    }
    isSending = true;
    setMissing(undefined);
    proceed.setBusy(true);
    try {
      await options.check({ code, setProblem: setRefused, clear });
    } finally {
      proceed.setBusy(false);
      isSending = false;
    }
    // Digits that were changed meanwhile count too.
    const now = input.digits.join('');
    if (isComplete(input.digits) && now !== code) {
      await send(now);
    }
  };
  const input = codeInput(options.name, (code) => void send(code));
  const proceed = button(t('continue'), {
    click() {
      if (isComplete(input.digits)) {
        void send(input.digits.join(''));
      } else {
        setMissing(t('invalidCode'));
      }
    },
  });
  const resend = resendLine(t, async () => {
    setRefused(undefined);
    try {
      await options.resend();
      app.toast(t('codeSentAgain'));
      return true;
    } catch (error) {
      await handleError(app, error);
      return false;
    } finally {
      input.clear();
    }
  });
  return {
    element: h('form', { class: 'form' }, [
      h('div', { class: 'code-field' }, [input.element, problem]),
      resend.element,
      options.beforeButton,
      proceed.element,
    ]),
    focus: () => input.focus(),
    stop: resend.stop,
  };
}

/** What is wrong with the code: digits that are missing, before what the server said of the last one. */
function problemLine() {
  const element = h('div', { class: 'code-problem' });
  let missing: string | undefined;
  let refused: string | undefined;
  const show = () => {
    const message = missing ?? refused;
    element.replaceChildren(...(message ? [errorMessage(message)] : []));
  };
  return {
    element,
    setMissing(message: string | undefined) {
      missing = message;
      show();
    },
    setRefused(message: string | undefined) {
      refused = message;
      show();
    },
  };
}
