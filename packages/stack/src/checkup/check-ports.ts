import { isFree, whoListens } from '@dm-kit/processes';
import { samples } from '@dm-kit/samples';
import type { NeededPort } from '../errors.ts';
import { directMailPort, logtoPort, samplePorts } from '../ports.ts';
import { type Finding, fine, note } from './finding.ts';

const needed = [...samplePorts(samples), logtoPort, directMailPort];

/** Each port of the demo: free, or taken, which is fine while the demo runs. */
export function checkPorts(ports: NeededPort[] = needed): Promise<Finding[]> {
  return Promise.all(
    ports.map(async ({ name, port }) => {
      const what = `Port ${port}`;
      if (await isFree(port)) {
        return fine(what, `free for the ${name}`);
      }
      const listener = await whoListens(port);
      const by = listener ? ` by ${listener.name} (process ${listener.pid})` : '';
      return note(
        what,
        `in use${by}; it is the port of the ${name}`,
        'Fine while that runs. Otherwise stop the program that listens there, or `pnpm demo --ports free`.',
      );
    }),
  );
}
