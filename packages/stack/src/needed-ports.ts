import type { Sample } from '@dm-kit/samples';
import { directMailName } from './direct-mail.ts';
import type { NeededPort } from './errors.ts';
import { fixedPorts } from './ports.ts';

export const logtoPort: NeededPort = { name: 'Logto server', port: fixedPorts.logto };
export const directMailPort: NeededPort = { name: directMailName, port: fixedPorts.directMail };

export function samplePorts(samples: Sample[]): NeededPort[] {
  return samples.map(({ application, port }) => ({ name: application.name, port }));
}
