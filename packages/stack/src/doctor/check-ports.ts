import { ANGULAR } from '../angular.ts';
import { DIRECT_MAIL } from '../direct-mail.ts';
import { NEXTJS } from '../nextjs.ts';
import { FIXED_PORTS, isFree, type Ports } from '../ports.ts';
import { type Finding, fine, note } from './finding.ts';

const NAMES: Record<keyof Ports, string> = {
  nextjs: `the ${NEXTJS}`,
  angular: `the ${ANGULAR}`,
  logto: 'Logto',
  directMail: `the ${DIRECT_MAIL}`,
};

/** Each port of the demo: free, or taken, which is fine while the demo runs. */
export function checkPorts(ports: Ports = FIXED_PORTS): Promise<Finding[]> {
  return Promise.all(
    (Object.keys(NAMES) as (keyof Ports)[]).map(async (part) => {
      const what = `Port ${ports[part]}`;
      if (await isFree(ports[part])) return fine(what, `free for ${NAMES[part]}`);
      return note(
        what,
        `in use; it is the port of ${NAMES[part]}`,
        'Fine while that runs. Otherwise stop the program that listens there, or `pnpm demo --ports free`.',
      );
    }),
  );
}
