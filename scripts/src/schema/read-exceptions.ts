import { readFile } from 'node:fs/promises';
import type { RuleException } from '@hub/schema/check/check-task.js';
import { exceptableRules } from '@hub/schema/policy/lint/exceptable-rules.js';
import { z } from 'zod';
import { CommandRefused } from '../command-refused.js';

const listed = z.array(
  z.object({
    subgraph: z.string(),
    rule: z.enum(exceptableRules as [string, ...string[]]),
    coordinate: z.string().nullable(),
    severity: z.enum(['ERROR', 'WARNING', 'OFF']),
    reason: z.string().min(1),
    until: z.iso.datetime({ offset: true }),
    endedAt: z.string().nullish(),
  }),
);

/** Reads exceptions in writing as `hub schema exceptions --json` prints them: those that hold at a time. @throws CommandRefused that says what is wrong */
export async function readExceptions(path: string, at: Date): Promise<readonly RuleException[]> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new CommandRefused(`${path} cannot be read (${error.message}).`);
  });
  const { data, error } = listed.safeParse(jsonIn(text));
  if (!data) throw new CommandRefused(`${path} holds no exceptions: ${error.issues[0]?.path.join('.') ?? ''} ${error.issues[0]?.message ?? ''}. Right would be what hub schema exceptions --json prints.`);
  return data.filter(({ until, endedAt }) => !endedAt && new Date(until) > at);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
