import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { drift } from '../drift/drift.ts';
import type { Finding } from '../drift/finding.ts';
import { readPublished } from '../published/read.ts';
import { Repository } from '../repository.ts';
import { runCommand, UsageError } from './command.ts';

const help = `Holds published copies of a guide against the samples: Markdown, MDX, HTML or plain text.

  pnpm docs:drift [--json] [--all] FILE…

  --all   also what is the same
  --json  findings as JSON, whatever their status

Exit code 1 when something is different or gone.
`;

await runCommand(help, async () => {
  const { values, positionals: files } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
    },
  });
  const missing = files.find((file) => !existsSync(file));
  if (files.length === 0 || missing) {
    throw new UsageError(missing ? `There is no file ${missing}.` : 'Which file?');
  }
  const repository = new Repository();
  const findings: Finding[] = [];
  for (const file of files) {
    findings.push(...(await drift(repository, readPublished(file))));
  }
  const drifted = findings.filter(({ status }) => status !== 'same');
  if (values.json) {
    console.log(JSON.stringify(findings, undefined, 2));
  } else {
    for (const finding of values.all ? findings : drifted) {
      console.log(format(finding));
    }
    console.log(
      `${findings.length - drifted.length} the same, ${count(findings, 'different')} different, ${count(findings, 'gone')} gone.`,
    );
  }
  process.exitCode = drifted.length > 0 ? 1 : 0;
});

function count(findings: Finding[], status: Finding['status']): number {
  return findings.filter((finding) => finding.status === status).length;
}

function format({ file, line, status, kind, claim, truth, diff }: Finding): string {
  const says = `${file}:${line}: ${status} (${kind}): ${claim}${truth ? ` → ${truth}` : ''}`;
  return diff ? `${says}\n${diff.replace(/^/gm, '    ')}` : says;
}
