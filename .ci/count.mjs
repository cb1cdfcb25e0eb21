// Adds up what the test runners themselves reported: vitest's and Playwright's JSON reports.
// The last line of CI, alone: "N passed, N failed". Plain JavaScript for whatever Node the machine has.
import { readdirSync, readFileSync } from 'node:fs';

const folders = [
  'e2e',
  ...['apps', 'packages'].flatMap((top) => readdirSync(top).map((name) => `${top}/${name}`)),
];

let passed = 0;
let failed = 0;
for (const folder of folders) {
  let report;
  try {
    report = JSON.parse(readFileSync(`${folder}/reports/tests.json`, 'utf8'));
  } catch {
    continue; // No tests there, or the runner fell before it wrote: then its own exit code has failed the run.
  }
  if (report.stats) {
    passed += report.stats.expected;
    failed += report.stats.unexpected + report.stats.flaky;
  } else {
    passed += report.numPassedTests;
    failed += report.numFailedTests;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
