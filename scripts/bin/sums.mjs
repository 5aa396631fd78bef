import { existsSync, readFileSync } from 'node:fs';

/**
 * How many passed and failed according to what a step wrote: `{ passed, failed, skipped, failures }`, or vitest's JSON report;
 * `failures` says in words what failed. A step that wrote nothing, or that failed without saying what, is one failure itself; so
 * is a test file that could not be loaded.
 */
export function sumsOf(file, exitCode) {
  const sums = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { ...none };
  const silent = sums.failed === 0 && (exitCode !== 0 || sums.passed === 0);
  if (!silent) return sums;
  const failure = `a step ended with exit code ${exitCode} and ${sums.passed} passed, without saying what failed`;
  return { ...sums, failed: 1, failures: [failure] };
}

const none = { passed: 0, failed: 0, skipped: 0, failures: [] };

function read(report) {
  if (!Array.isArray(report.testResults)) return { ...none, ...report };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  const failed = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${name}: ${fullName}\n${beginning(failureMessages?.join('\n') ?? '')}`),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...failed, ...unloaded.map(({ name, message }) => `${name} could not be loaded\n${beginning(message ?? '')}`)],
  };
}

/** Enough of a message to know what happened; the whole stands in the report above. */
function beginning(message) {
  return message.split('\n').slice(0, 12).join('\n').slice(0, 2000);
}

export function addSums(all) {
  const total = (key) => all.reduce((sum, one) => sum + one[key], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped'), failures: all.flatMap(({ failures }) => failures) };
}
