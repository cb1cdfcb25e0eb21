import type { Sample } from '@dm-kit/samples';
import { directMailName } from './direct-mail.ts';
import type { NeededPort } from './errors.ts';

/** The ports of all but the samples, unless told otherwise; a sample's stands in its `local.config.json`. */
export const fixedPorts = { logto: 3001, directMail: 3010 };

export type Ports = typeof fixedPorts;

export const logtoPort: NeededPort = { name: 'Logto server', port: fixedPorts.logto };
export const directMailPort: NeededPort = { name: directMailName, port: fixedPorts.directMail };

export function samplePorts(samples: Sample[]): NeededPort[] {
  return samples.map(({ application, port }) => ({ name: application.name, port }));
}
