import { existsSync, readFileSync } from 'node:fs';

/**
 * How many passed and failed according to what a step wrote: `{ passed, failed }`, or vitest's JSON report. A step that
 * wrote nothing, or that failed without saying what, is one failure itself; so is a test file that could not be loaded.
 */
export function sumsOf(file, exitCode) {
  const sums = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 };
  const silent = sums.failed === 0 && (exitCode !== 0 || sums.passed === 0);
  return { ...sums, failed: sums.failed + (silent ? 1 : 0) };
}

function read(report) {
  if (!Array.isArray(report.testResults)) return { skipped: 0, ...report };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

export function addSums(all) {
  const total = (key) => all.reduce((sum, one) => sum + one[key], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}
