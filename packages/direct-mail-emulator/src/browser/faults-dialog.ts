import type { Fault, FaultRule } from '../faults/fault-rule.ts';
import { button, byId, make } from './dom.ts';
import { text } from './language.ts';
import { server } from './server.ts';

const kindNames = {
  hang: 'kindHang',
  reset: 'kindReset',
  malformed: 'kindMalformed',
} as const;

/** A rule in a few words: what happens, then to whom and how often. */
function inWords(fault: Fault): string {
  const kinds = (['hang', 'reset', 'malformed'] as const).filter((kind) => fault[kind]);
  const parts = [
    fault.code ?? (fault.status ? `HTTP ${fault.status}` : undefined),
    ...kinds.map((kind) => text(kindNames[kind])),
    fault.delay && text('after', { delay: fault.delay }),
    fault.to && text('only', { to: fault.to }),
    fault.times && text('next', { times: fault.times - fault.hits }),
    fault.share && text('share', { share: Math.round(fault.share * 100) }),
    fault.deliver && text('delivered'),
  ];
  return parts.filter(Boolean).join(', ');
}

function readRule(form: HTMLFormElement): FaultRule {
  const data = new FormData(form);
  const given = (name: string) => String(data.get(name) ?? '').trim();
  const kind = given('kind');
  const rule: FaultRule = {};
  if (kind === 'code') {
    rule.code = given('code');
  }
  if (kind === 'hang' || kind === 'reset' || kind === 'malformed') {
    rule[kind] = true;
  }
  if (given('delay')) {
    rule.delay = Number(given('delay'));
  }
  if (given('to')) {
    rule.to = given('to');
  }
  if (given('times')) {
    rule.times = Number(given('times'));
  }
  if (given('share')) {
    rule.share = Number(given('share')) / 100;
  }
  if (data.has('deliver')) {
    rule.deliver = true;
  }
  return rule;
}

/** The dialog in which faults are added and removed. */
export class FaultsDialog {
  #faults: Fault[] = [];

  constructor(errorCodes: readonly string[]) {
    const dialog = byId<HTMLDialogElement>('faults');
    const form = byId<HTMLFormElement>('rule-form');
    byId('open-faults').addEventListener('click', () => dialog.showModal());
    byId('codes').replaceChildren(...errorCodes.map((value) => make('option', { value })));
    const kind = byId<HTMLSelectElement>('rule-kind');
    const showFields = () => {
      for (const field of form.querySelectorAll<HTMLElement>('[data-kind]')) {
        field.hidden = field.dataset.kind !== kind.value;
      }
    };
    kind.addEventListener('change', showFields);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const wrong = await server.addFault(readRule(form));
      const notice = byId('rule-error');
      notice.hidden = wrong === undefined;
      notice.textContent = wrong ?? '';
      if (wrong) {
        return;
      }
      form.reset();
      showFields();
    });
  }

  /** Shows the faults in force. */
  show(faults: Fault[] = this.#faults): void {
    this.#faults = faults;
    const count = byId('faults-count');
    count.hidden = faults.length === 0;
    count.textContent = String(faults.length);
    const rows = faults.map((fault) => {
      const description = inWords(fault);
      return make(
        'li',
        {},
        make(
          'span',
          {},
          description,
          make('span', { class: 'quiet' }, ` · ${text('hits', { hits: fault.hits })}`),
        ),
        button(text('remove'), () => void server.removeFault(fault.id), {
          'aria-label': text('removeFault', { fault: description }),
        }),
      );
    });
    const none = make('li', { class: 'quiet' }, text('noFaults'));
    byId('rules').replaceChildren(...(rows.length > 0 ? rows : [none]));
  }
}
