import { writeFile } from 'node:fs/promises';
import type { BenchSettings, Measurement } from '../bench/bench.js';
import { benches } from '../bench/benches.js';
import { CommandRefused } from '../command-refused.js';

/** Runs one bench and prints its values; `--json` writes them to a file besides. Without a name it lists the benches. */
export async function bench(name: string | undefined, { json, ...settings }: BenchSettings & { readonly json?: string }): Promise<void> {
  const list = benches.map((each) => `  ${each.name.padEnd(12)} ${each.description}`).join('\n');
  if (name === undefined) return console.log(list);
  const wanted = benches.find((each) => each.name === name);
  if (!wanted) throw new CommandRefused(`There is no bench "${name}". There are:\n${list}`);
  const measurements: Measurement[] = [];
  await wanted.run((measured) => {
    measurements.push({ bench: wanted.name, ...measured });
    const { subject, metric, value, unit } = measured;
    console.log(`${measured.case.padEnd(28)} ${subject.padEnd(20)} ${metric.padEnd(40)} ${value.toLocaleString('en', { maximumFractionDigits: 2 }).padStart(12)} ${unit}`);
  }, settings);
  if (json !== undefined) await writeFile(json, `${JSON.stringify(measurements, null, 2)}\n`);
}
