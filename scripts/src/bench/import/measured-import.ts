import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import type { HubProcess } from '../../hub-process.js';
import { median } from '../median.js';
import { proportionalMemory } from '../proportional-memory.js';
import type { GeneratedSource } from './generated-source.js';

/** An import from the start of the command to its end; memory in megabytes, medians of the first and of the second half of the time. */
export interface MeasuredImport {
  readonly seconds: number;
  /** What the command said last. */
  readonly told: string;
  readonly memory: Readonly<Record<'command' | 'hub', readonly [firstHalf: number, secondHalf: number]>>;
}

export interface ImportSetting {
  readonly hub: HubProcess;
  readonly token: string;
  /** Folder of the report. */
  readonly report: string;
}

const between = 500;

/** Imports as a person would, by `hub import` and the gateway. @throws Error with what it printed, where not every row was taken */
export async function measuredImport({ file, mapping }: GeneratedSource, { hub, token, report }: ImportSetting): Promise<MeasuredImport> {
  const command = fileURLToPath(new URL('../../../dist/bundle/hub.js', import.meta.url));
  const began = performance.now();
  const child = spawn(process.execPath, [command, 'import', file, '--mapping', mapping, '--report', report, '--hub', hub.url], {
    env: { ...process.env, HUB_TOKEN: token },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-2_000)));
  const seen: Record<'command' | 'hub', number[]> = { command: [], hub: [] };
  while (child.exitCode === null && child.signalCode === null) {
    const [ofCommand, ofHub] = await Promise.all([proportionalMemory(child.pid ?? 0), proportionalMemory(hub.pid)]);
    if (ofCommand) seen.command.push(ofCommand);
    if (ofHub) seen.hub.push(ofHub);
    await Promise.race([delay(between), ended]);
  }
  await ended;
  const seconds = (performance.now() - began) / 1000;
  if (child.exitCode !== 0) throw new Error(`The import ended with ${child.exitCode}.\n${output}`);
  return { seconds, told: output.trim().split('\n').at(-1) ?? '', memory: { command: halves(seen.command), hub: halves(seen.hub) } };
}

function halves(values: readonly number[]): [number, number] {
  const middle = Math.floor(values.length / 2);
  return [median(values.slice(0, middle)), median(values.slice(middle))];
}
