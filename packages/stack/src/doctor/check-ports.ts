import { angularName } from '../angular.ts';
import { directMailName } from '../direct-mail.ts';
import { nextjsName } from '../nextjs.ts';
import { fixedPorts, isFree, type Ports } from '../ports.ts';
import { type Finding, fine, note } from './finding.ts';

const names: Record<keyof Ports, string> = {
  nextjs: `the ${nextjsName}`,
  angular: `the ${angularName}`,
  logto: 'Logto',
  directMail: `the ${directMailName}`,
};

/** Each port of the demo: free, or taken, which is fine while the demo runs. */
export function checkPorts(ports: Ports = fixedPorts): Promise<Finding[]> {
  return Promise.all(
    (Object.keys(names) as (keyof Ports)[]).map(async (part) => {
      const what = `Port ${ports[part]}`;
      if (await isFree(ports[part])) {
        return fine(what, `free for ${names[part]}`);
      }
      return note(
        what,
        `in use; it is the port of ${names[part]}`,
        'Fine while that runs. Otherwise stop the program that listens there, or `pnpm demo --ports free`.',
      );
    }),
  );
}
