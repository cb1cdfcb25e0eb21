import { frameworks } from '../framework.ts';
import type { Repository } from '../repository.ts';
import { changedIdentifiers } from './changed-identifiers.ts';
import type { Mutation } from './mutation.ts';
import { singleMistakes } from './single-mistakes.ts';
import { withoutEach } from './taken-out.ts';

/** Every step and every block taken out in turn, in one language and in all, and one of each other mistake. */
export function mutationsOf(repository: Repository): Mutation[] {
  const guides = frameworks.map(({ guide }) => guide);
  return [
    ...guides.flatMap((guide) => [
      ...withoutEach(repository, guide, false),
      ...withoutEach(repository, guide, true),
    ]),
    ...guides.flatMap((guide) => changedIdentifiers(repository, guide)),
    ...singleMistakes,
  ];
}

/** What only a person could notice, and why. */
export const leftToPeople = [
  'a sentence that is true, and badly said: nothing here judges style',
  'a translation that says something else than the paragraph whose hash it names: the hash says that somebody looked, not what they saw',
  'a page of the Aliyun console that looks different from its description: no account of it is used here',
  'a checkpoint taken out in every language: the rest still leads to its end',
];
