import { parseArgs } from 'node:util';
import { wantedApplication } from '@dm-kit/provision';
import { samples } from '@dm-kit/samples';
import { builtForm } from '../checkup/built-form.ts';
import { checkReach, checkSetUp } from '../checkup/check-logto.ts';
import { checkPorts } from '../checkup/check-ports.ts';
import { type Finding, note, table } from '../checkup/finding.ts';
import { checkBrowser, checkDocker, checkNode, checkPnpm } from '../checkup/tools.ts';
import { whichLogto } from '../checkup/which-logto.ts';
import { sampleUrls } from '../samples/sample-urls.ts';
import { runCommand } from './run.ts';

const help = `Looks at this machine and at a Logto, and says what is not as the samples need it.

  pnpm checkup

Which Logto: the one in LOGTO_ENDPOINT (with LOGTO_M2M_APP_ID and LOGTO_M2M_APP_SECRET, and
LOGTO_ADMIN_ENDPOINT where needed, its set-up as well), else the one in Docker, else http://localhost:3001.
Exit code 1 when there is a problem.
`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: { help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const findings = [
    checkNode(),
    ...(await Promise.all([checkPnpm(), checkDocker(), checkBrowser()])),
    ...(await checkPorts()),
    ...(await logtoFindings()),
  ];
  console.log(`\n${table(findings)}\n`);
  const problems = findings.filter(({ state }) => state === 'problem').length;
  console.log(problems === 0 ? '  No problem found.' : `  ${problems} to mend.`);
  process.exitCode = problems === 0 ? 0 : 1;
});

async function logtoFindings(): Promise<Finding[]> {
  const { endpoint, managed } = await whichLogto(process.env);
  const reach = await checkReach(endpoint);
  if (reach.length === 1) {
    // Nobody said that there should be one: the demo starts it.
    const [{ what, detail, remedy } = note('Logto', '')] = reach;
    return process.env.LOGTO_ENDPOINT ? reach : [note(what, detail, remedy)];
  }
  if (!managed) {
    const remedy = 'Set LOGTO_M2M_APP_ID and LOGTO_M2M_APP_SECRET to have it looked at.';
    return [...reach, note('Set-up', 'not looked at', remedy)];
  }
  const urls = sampleUrls(samples, process.env);
  const applications = samples.map(({ name, application }) =>
    wantedApplication(name, application, urls[name]),
  );
  const formItems = await builtForm();
  return [...reach, ...(await checkSetUp({ ...managed, applications, formItems }))];
}
