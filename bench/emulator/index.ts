import type { Subject } from '../row.ts';
import { measureSignIns } from './sign-ins.ts';
import { measureStartUp } from './start-up.ts';

const signIns = 10_000;

/** Start-up beside two other servers, sign-ins by code over HTTP up to the tokens, memory. */
export const subject: Subject = {
  needs: ['@dm-kit/logto-emulator'],
  async measure() {
    const [own, ...others] = await measureStartUp();
    const { perSecond, processorTime, megabytesAfter } = await measureSignIns(signIns);
    return [
      ...others.map(({ name, median }) => ({
        what: 'Logto emulator, from spawn to ready',
        unit: 'ms',
        ours: own?.median ?? Number.NaN,
        peer: { name, value: median },
      })),
      { what: 'Sign-ins by code over HTTP, eight at once', unit: '/s', ours: perSecond },
      { what: 'Processor time of one of them', unit: 'ms', ours: processorTime },
      {
        what: `Memory after ${signIns.toLocaleString('en')} of them`,
        unit: 'MB',
        ours: megabytesAfter,
      },
    ];
  },
};
