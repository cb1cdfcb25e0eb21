import { keptBack } from './targets.ts';
import type { Watched } from './watch.ts';

/** The report as Markdown, for a terminal and for an issue. */
export function report(all: Watched[]): string {
  const broken = brokenBy(all);
  const lines = [
    broken.length > 0 ? '## Broken' : '## Nothing is broken',
    '',
    ...broken.map((sentence) => `- ${sentence}`),
    ...(broken.length > 0 ? [''] : []),
    ...known(all),
    '## What was tried',
    '',
  ];
  for (const { target, changes, outcomes } of all) {
    lines.push(`### ${target.guide}`, '');
    lines.push(
      ...(changes.length > 0
        ? ['| Package | Here | Tried |', '| --- | --- | --- |']
        : ['Nothing is newer than what it has.']),
    );
    for (const { name, here, now, isKeptBack } of changes) {
      lines.push(`| ${name} | ${here} | ${isKeptBack ? `kept back; newest ${now}` : now} |`);
    }
    lines.push('');
    for (const { did, passed, seconds, says } of outcomes) {
      lines.push(`- ${passed ? 'passed' : '**failed**'}: \`${did}\`, ${seconds.toFixed(0)} s`);
      if (says) {
        lines.push('', '  ```text', says.replace(/^/gm, '  '), '  ```', '');
      }
    }
    lines.push('');
  }
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** What is broken and not known yet, a sentence each: package, version and export, or which run failed. */
export function brokenBy(all: Watched[]): string[] {
  const gone = all.flatMap((watched) => watched.gone).filter((one) => !reasonFor(one));
  const sentences = gone.map(
    (one) =>
      `**${one.package} ${one.version}** exports no \`${one.export}\`: gone since ${one.first}, ${one.last} has it; imported in ${one.importers.join(', ')}`,
  );
  const runs = all.flatMap(({ target, outcomes, blamed }) =>
    outcomes
      .filter(({ passed }) => !passed)
      .map(({ did }) => {
        const because =
          blamed.length > 0 ? `; it fails with ${blamed.join(', ')} alone as well` : '';
        return `\`${did}\` of ${target.folder} fails with these versions${because}`;
      }),
  );
  const healed = keptBack
    .filter((one) => all.some(({ changes }) => changes.some(({ name }) => name === one.package)))
    .filter((one) => !all.some(({ gone: g }) => g.some((other) => matches(one, other))))
    .map(
      (one) =>
        `**${one.package}** has \`${one.export}\` again: it need not be kept back any longer`,
    );
  return [...new Set([...sentences, ...runs, ...healed])];
}

function known(all: Watched[]): string[] {
  const sentences = all
    .flatMap(({ gone }) => gone)
    .flatMap((one) => {
      const why = reasonFor(one);
      return why
        ? `- ${one.package} ${one.version} exports no \`${one.export}\`: gone since ${one.first}, ${one.last} has it; ${why}`
        : [];
    });
  return sentences.length > 0 ? ['## Known', '', ...new Set(sentences), ''] : [];
}

function reasonFor(one: { package: string; export: string }): string | undefined {
  return keptBack.find((other) => matches(other, one))?.why;
}

function matches(a: { package: string; export: string }, b: { package: string; export: string }) {
  return a.package === b.package && a.export === b.export;
}
