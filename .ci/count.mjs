// Adds up what the test runners themselves reported: vitest's and Playwright's JSON reports.
// The last line of CI, alone: "N passed, N failed, N skipped". Plain JavaScript for whatever Node the machine has.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const total = { passed: 0, failed: 0, skipped: 0 };
const missing = [];
for (const folder of foldersWithTests()) {
  const report = readJson(`${folder}/reports/tests.json`);
  if (!report) {
    missing.push(folder);
    continue;
  }
  // Playwright counts in `stats`. A test that passed only when it was repeated has failed.
  const { passed, failed, skipped } = report.stats
    ? {
        passed: report.stats.expected,
        failed: report.stats.unexpected + report.stats.flaky,
        skipped: report.stats.skipped,
      }
    : {
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        skipped: report.numPendingTests + report.numTodoTests,
      };
  if (!(passed + failed > 0)) {
    missing.push(`${folder} (its report has no test that ran)`);
    continue;
  }
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
for (const folder of missing) {
  console.log(`No report of tests: ${folder}`);
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || missing.length > 0 || total.passed === 0 ? 1 : 0;

function foldersWithTests() {
  const inside = (top) => (existsSync(top) ? readdirSync(top).map((name) => `${top}/${name}`) : []);
  return ['bench', 'e2e', 'tooling', ...inside('apps'), ...inside('packages')].filter(
    (folder) => readJson(`${folder}/package.json`)?.scripts?.test,
  );
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
