import { type Child, h } from '../dom.ts';
import { type Button, button } from './button.ts';
import type { TextField } from './text-field.ts';
import { errorMessage } from './text-field.ts';

/** A field and what must be true of its value; the rule answers with what is wrong. */
export interface CheckedField {
  field: TextField;
  check(value: string): string | undefined;
}

/** A form with one button, and a line for what the server had against its content. */
export interface Form {
  element: HTMLFormElement;
  /** Shows what is wrong with the form as a whole; nothing takes it away. */
  setProblem(message: string | undefined): void;
}

/**
 * @param options.submit called with the form's values trimmed of nothing, once every field passes;
 *   the button is busy until it is done
 */
export function form(options: {
  fields: CheckedField[];
  label: string;
  /** The button's `name`; Logto gives it one on some pages only. */
  name?: string;
  /** Before the button's label. */
  icon?: Node;
  submit(): Promise<string | undefined>;
  beforeButton?: Child[];
  afterButton?: Child[];
}): Form {
  const { fields, beforeButton = [], afterButton = [] } = options;
  const action: Button = button(options.label, {
    type: 'submit',
    name: options.name,
    icon: options.icon,
  });
  const problem = h('div', { class: 'form-problem' });
  // Fields are judged when the form is sent, and from then on whenever one is left.
  let wasSent = false;
  const validate = ({ field, check }: CheckedField) => {
    const message = check(field.input.value);
    field.setError(message);
    return message === undefined;
  };
  const setProblem = (message: string | undefined) => {
    problem.replaceChildren(...(message ? [errorMessage(message)] : []));
  };
  for (const checked of fields) {
    checked.field.input.addEventListener('blur', ({ relatedTarget }) => {
      // A press on the button is followed by the same check. Taking an error away before the button
      // is released would move the button from under the pointer.
      if (!wasSent || relatedTarget === action.element) {
        return;
      }
      if (!validate(checked)) {
        setProblem(undefined);
      }
    });
  }
  const element = h(
    'form',
    { class: 'form' },
    [
      ...fields.map(({ field }) => field.element),
      problem,
      ...beforeButton,
      action.element,
      ...afterButton,
      // Lets Enter send the form in browsers that look for such an input, as on Logto's pages.
      h('input', { hidden: true, type: 'submit' }),
    ],
    {
      submit: async (event) => {
        event.preventDefault();
        if (action.element.disabled) {
          return;
        }
        wasSent = true;
        setProblem(undefined);
        const failed = fields.filter((checked) => !validate(checked));
        // The last, as on Logto's pages.
        failed.at(-1)?.field.input.focus();
        if (failed.length > 0) {
          return;
        }
        action.setBusy(true);
        try {
          setProblem(await options.submit());
        } finally {
          action.setBusy(false);
        }
      },
    },
  );
  return { element, setProblem };
}
