#!/usr/bin/env node
// Adds up the steps of .ci/run, given as pairs of exit code and file: names what failed once more, where a reader of the end finds
// it; the last line is the result of all of them.
import { addSums, sumsOf } from './sums.mjs';

const args = process.argv.slice(2);
const steps = args.flatMap((file, index) => (index % 2 === 1 ? [sumsOf(file, Number(args[index - 1]))] : []));
const { passed, failed, skipped, failures } = addSums(steps);
for (const failure of failures) console.log(`\nFailed: ${failure}`);
if (skipped > 0) console.log(`Skipped tests, named in the reports above: ${skipped}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
