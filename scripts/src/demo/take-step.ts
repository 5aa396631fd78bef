import { setTimeout as delay } from 'node:timers/promises';
import { askPatiently } from '../asking/ask-patiently.js';
import type { AskedHub } from '../asking/asked-hub.js';
import { performAct, type Outcome } from '../asking/perform-act.js';
import { DemoFailed } from './demo-failed.js';
import type { Run } from './kept-run.js';
import { difference, type Difference } from './matching.js';
import type { Act, Found, Reading, Step, Title } from './step.js';
import { rememberMade, type Story } from './story.js';

/** How long something may take to arrive by event. */
const arrivesWithin = 60_000;
const between = 50;
/** As many lines as a person reads of one list. */
const shown = 4;

interface Taking {
  readonly hub: AskedHub;
  readonly step: Step;
  readonly run: Run;
  /** When the step was first begun. */
  readonly at: string;
  readonly stopping: AbortSignal;
}

/** Waits for what the step needs, does its act, checks it. @returns what there is to tell @throws DemoFailed */
export async function takeStep(taking: Taking): Promise<string[]> {
  const { hub, step, run, stopping } = taking;
  const lines: string[] = [];
  if (step.waitsFor) lines.push(...(await arrival(taking, step.waitsFor)));
  if (step.act) lines.push(...(await done(taking, step.act)));
  if (step.waitsFor) {
    const { wrong } = await read(hub, step.waitsFor, run.story);
    if (wrong) throw failed(step, wrong, `what it waited for has to hold after its act too, or a run that is killed here cannot go on\n${step.waitsFor.query}`);
  }
  for (const check of step.checks ?? []) {
    const { wrong, data } = await read(hub, check, run.story);
    if (wrong) throw failed(step, wrong, check.query);
    lines.push(...kept(check, data, run.story));
  }
  stopping.throwIfAborted();
  return lines;
}

async function arrival({ hub, step, run, stopping }: Taking, awaited: Reading & { readonly what: Title }): Promise<string[]> {
  const begin = Date.now();
  for (;;) {
    const { wrong, data } = await read(hub, awaited, run.story);
    if (!wrong) return [`… ${awaited.what.zh} ${awaited.what.en}: after ${((Date.now() - begin) / 1000).toFixed(1)} s`, ...kept(awaited, data, run.story)];
    if (Date.now() - begin > arrivesWithin) throw failed(step, wrong, `waited ${arrivesWithin / 1000} s for: ${awaited.what.en}\n${awaited.query}`);
    await delay(between, undefined, { signal: stopping });
  }
}

async function read(hub: AskedHub, reading: Reading, story: Story): Promise<{ wrong: Difference | undefined; data: unknown }> {
  const answer = await askPatiently(hub, reading.by, reading.query, reading.variables?.(story) ?? {});
  const wrong = difference(answer.data, reading.finds(story));
  const errors = (answer.errors ?? []).map(({ message, path }) => `${path?.join('.') ?? ''}: ${message}`);
  return { wrong: wrong && errors.length > 0 ? { ...wrong, found: `${wrong.found} (${errors.join('; ')})` } : wrong, data: answer.data };
}

function kept({ keeps, tells }: Reading, data: unknown, story: Story): readonly string[] {
  keeps?.(story, data);
  return tells?.(data, story) ?? [];
}

async function done({ hub, step, run, at }: Taking, act: Act): Promise<string[]> {
  const { story } = run;
  const items = act.items(story, at).map((item, index) => ({ idempotencyKey: `${run.name}/${step.key}/${index + 1}`, ...item }));
  const selection = `value { __typename id ${act.reads ?? ''} }`;
  const outcomes = await performAct(hub, step.by, act.name, items, { selection }).catch((error: Error) => {
    throw new DemoFailed(`${inWords(step)}\n${error.message}`, { cause: error });
  });
  const expected = act.refused?.(story) ?? {};
  for (const [index, outcome] of outcomes.entries()) {
    const right = expected[index] ?? 'done';
    const found = outcome.refusal ? outcome.refusal.code : outcome.value ? 'done' : 'nothing';
    if (right !== found) {
      throw failed(step, { path: `item ${index + 1}`, expected: right, found: outcome.refusal ? JSON.stringify(outcome.refusal) : found }, JSON.stringify(items[index]));
    }
  }
  const made = outcomes.map(({ value }) => value);
  for (const value of made) if (value) rememberMade(story, value, [step.by.identity, ...(act.opensTo?.(value, story) ?? [])]);
  act.keeps?.(story, made);
  const values = made.filter((value) => value !== null);
  return [...few(act.tells ? act.tells(values, story) : values.map(numberAndState)), ...few(outcomes.flatMap(refusedInWords))];
}

function numberAndState({ id, number, state }: Found): string {
  return [number ?? id, state].filter((part) => part !== undefined).join('  ');
}

function refusedInWords({ refusal }: Outcome, index: number, all: readonly Outcome[]): string[] {
  if (!refusal) return [];
  const which = all.length > 1 ? `item ${index + 1} of ${all.length} ` : '';
  return [`✗ ${which}refused, ${refusal.code}${refusal.field ? ` (${refusal.field})` : ''}: ${refusal.message}`];
}

function few(lines: readonly string[]): readonly string[] {
  return lines.length <= shown ? lines : [...lines.slice(0, shown - 1), `… and ${lines.length - shown + 1} more`];
}

function failed(step: Step, { path, expected, found }: Difference, asked: string): DemoFailed {
  return new DemoFailed([inWords(step), `  at        ${path}`, `  expected  ${expected}`, `  found     ${found}`, `  asked     ${asked}`].join('\n'));
}

function inWords({ title, key }: Step): string {
  return `${title.zh} ${title.en} (${key}) is not as it should be.`;
}
