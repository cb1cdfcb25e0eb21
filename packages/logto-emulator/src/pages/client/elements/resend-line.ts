import { h } from '../dom.ts';
import type { Translate } from '../phrases/language.ts';
import { actionLink } from './button.ts';

/** Seconds until another code can be asked for. */
const waitingTime = 59;

/** Counts down, then offers to send another code. */
export function resendLine(
  t: Translate,
  /** @returns whether a code was sent, so that the counting starts anew */
  resend: () => Promise<boolean>,
): { element: HTMLElement; stop(): void } {
  const element = h('div', { class: 'resend' });
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = () => clearInterval(timer);

  const offer = () => {
    stop();
    let busy = false;
    const link = actionLink(t('resend'), async () => {
      if (busy) {
        return;
      }
      busy = true;
      if (await resend()) {
        start();
      }
      busy = false;
    });
    element.replaceChildren(t('notReceived'), link);
  };
  const start = () => {
    const end = Date.now() + waitingTime * 1000;
    const tick = () => {
      const seconds = Math.ceil((end - Date.now()) / 1000);
      if (seconds <= 0) {
        offer();
      } else {
        element.replaceChildren(t('resendAfter', { seconds }));
      }
    };
    stop();
    timer = setInterval(tick, 1000);
    tick();
  };
  start();
  return { element, stop };
}
