import type { PublishedDocument } from '../published/document.ts';
import type { Repository } from '../repository.ts';
import { checkBlocks } from './check-blocks.ts';
import { checkCode } from './check-code.ts';
import { checkConsole } from './check-console.ts';
import { checkFlow } from './check-flow.ts';
import { checkAddresses, checkEnvironment, checkFiles } from './check-names.ts';
import { checkPackages } from './check-packages.ts';
import { checkSettings } from './check-settings.ts';
import type { Finding } from './finding.ts';
import { samplesFor, samplesOf } from './samples.ts';

/** Holds everything that can be checked in a published page against the samples, the connector and the Consoles. */
export async function drift(
  repository: Repository,
  document: PublishedDocument,
): Promise<Finding[]> {
  const all = samplesOf(repository);
  const samples = samplesFor(all, document);
  const blocks = checkBlocks(document, all, repository);
  const same = new Set(blocks.filter(({ status }) => status === 'same').map(({ line }) => line));
  const rest = { ...document, blocks: document.blocks.filter(({ line }) => !same.has(line)) };
  const claims = [
    ...blocks,
    // What is a piece of a sample compiles there.
    ...checkCode(rest, samples, repository),
    ...checkPackages(document, all),
    ...checkFiles(document, samples, repository),
    ...checkAddresses(document, samples),
    ...checkEnvironment(document, samples),
    ...(await checkSettings(document, repository)),
    ...checkConsole(document, repository),
    ...checkFlow(document, samples),
  ];
  return claims.map((claim) => ({ file: document.file, ...claim })).sort((a, b) => a.line - b.line);
}
