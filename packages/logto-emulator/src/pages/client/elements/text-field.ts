import { type Attributes, type Child, h } from '../dom.ts';
import { iconButton } from './button.ts';
import { icon } from './icons.ts';

/** A text input with a label in its border and an error below it. */
export interface TextField {
  element: HTMLElement;
  input: HTMLInputElement;
  /** Shows an error below the input; nothing takes it away. */
  setError(message: string | undefined): void;
  /** Marks the input as wrong without saying why: the reason stands elsewhere. */
  setDanger(danger: boolean): void;
}

interface Options {
  label: string;
  attributes: Attributes;
  before?: Child;
  /** Stands in the input's right end while the field has the focus. */
  after: HTMLElement;
  /** Whether that stands there in an empty field too. */
  afterAlways?: boolean;
}

function textField({ label, attributes, before, after, afterAlways }: Options): TextField {
  const input = h('input', { ...attributes, class: 'text-input' });
  // Two frames: the border, and the halo that only a focused field has. As in Logto, the label
  // stands in their legends to cut the gap, and once more as the text that is seen.
  const frame = (name: string) =>
    h('fieldset', { class: name }, h('legend', {}, h('span', {}, label)));
  const box = h('div', { class: 'field-box' }, [
    h('div', { class: 'field-row' }, [before, input, after]),
    h('div', { class: 'field-frames' }, [frame('border'), frame('halo'), h('label', {}, label)]),
  ]);
  const element = h('div', { class: 'field' }, box);
  const update = () => {
    box.classList.toggle('active', document.activeElement === input || input.value !== '');
    box.classList.toggle('with-after', afterAlways || input.value !== '');
  };
  for (const event of ['focus', 'blur', 'input', 'change']) {
    input.addEventListener(event, update);
  }
  after.classList.add('after');
  update();
  return {
    element,
    input,
    setError(message) {
      element.querySelector('[role=alert]')?.remove();
      if (message) {
        element.append(errorMessage(message));
      }
      box.classList.toggle('danger', Boolean(message));
      update();
    },
    setDanger: (danger) => void box.classList.toggle('danger', danger),
  };
}

/** The field for a user name or an e-mail address, with a button that empties it. */
export function identifierInput(options: {
  type: 'email' | 'text';
  label: string;
  /** The calling code that belongs to the language, for the telephone part that stays out of sight. */
  callingCode: string;
  value: string;
  autocomplete: string;
}): TextField {
  const clear = iconButton('clear', () => {
    field.input.value = '';
    field.input.dispatchEvent(new Event('input'));
  });
  // A click on it must not take the focus away, or it would be gone before it is clicked.
  clear.addEventListener('mousedown', (event) => event.preventDefault());
  const field = textField({
    label: options.label,
    attributes: {
      type: options.type,
      inputmode: options.type === 'email' && 'email',
      autocomplete: options.autocomplete,
      name: 'identifier',
      value: options.value,
    },
    // Logto has the country selector in the tree for addresses too; it is neither seen nor reached.
    before: h(
      'div',
      { class: 'calling-code' },
      h('div', { role: 'button', tabindex: -1, 'aria-disabled': 'false' }, [
        h('span', {}, `+${options.callingCode}`),
        icon('down'),
      ]),
    ),
    after: clear,
  });
  const { input } = field;
  input.addEventListener('input', () => input.setAttribute('value', input.value.trim()));
  return field;
}

/** A password field whose content can be shown. */
export function passwordField(options: {
  label: string;
  name: string;
  autocomplete: 'current-password' | 'new-password';
  /** Says in the tree whether the content is valid, as Logto does for new passwords. */
  ariaInvalid?: boolean;
}): TextField {
  const toggle = iconButton('hide', () => {
    const show = field.input.type === 'password';
    field.input.type = show ? 'text' : 'password';
    toggle.replaceChildren(icon(show ? 'show' : 'hide'));
  });
  toggle.addEventListener('mousedown', (event) => event.preventDefault());
  const field = passwordInput({ ...options, after: toggle, afterAlways: true });
  return field;
}

/** A password field with a button that empties it: one of two that are shown or hidden together. */
export function clearablePasswordField(options: { label: string; name: string }): TextField {
  const clear = iconButton('clear', () => {
    field.input.value = '';
    field.input.dispatchEvent(new Event('input'));
  });
  clear.addEventListener('mousedown', (event) => event.preventDefault());
  const field = passwordInput({
    ...options,
    autocomplete: 'new-password',
    ariaInvalid: true,
    after: clear,
  });
  return field;
}

function passwordInput(options: {
  label: string;
  name: string;
  autocomplete: string;
  ariaInvalid?: boolean;
  after: HTMLElement;
  afterAlways?: boolean;
}): TextField {
  const field = textField({
    label: options.label,
    attributes: {
      type: 'password',
      autocomplete: options.autocomplete,
      'aria-invalid': options.ariaInvalid && 'false',
      name: options.name,
      value: '',
    },
    after: options.after,
    afterAlways: options.afterAlways,
  });
  const { setError } = field;
  if (options.ariaInvalid) {
    field.setError = (message) => {
      field.input.setAttribute('aria-invalid', String(Boolean(message)));
      setError(message);
    };
  }
  return field;
}

/** A sentence about what is wrong, read out as soon as it appears. */
export function errorMessage(text: string): HTMLElement {
  return h('div', { role: 'alert', class: 'error' }, text);
}
