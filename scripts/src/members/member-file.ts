import { requireParticipantId } from '@hub/exchange/domain/require-participant-id.js';
import { requireRoles } from '@hub/exchange/domain/require-roles.js';
import { requireUserId } from '@hub/exchange/domain/require-user-id.js';
import type { ParticipantRecord } from '@hub/exchange/domain/participant-record.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import { regionCodes } from '@hub/schema/code-lists/region-codes.js';
import { rolesOfKind } from '@hub/schema/code-lists/roles-of-kind.js';
import { usccProblem } from '@hub/schema/identifiers/uscc.js';
import { usccProblems } from '@hub/schema/identifiers/uscc-problems.js';
import { z } from 'zod';
import { CommandRefused } from '../command-refused.js';

const text = z.string().trim().min(1).max(200);
const levels = ['PROVINCE', 'CITY', 'COUNTY'];

const user = z.strictObject({ id: text, name: text, roles: z.array(z.string()) });
const member = z
  .strictObject({
    id: text,
    kind: z.enum(Object.keys(rolesOfKind)),
    level: z.enum(levels).nullish().transform((level) => level ?? null),
    name: text,
    uscc: z.string().nullish().transform((uscc) => uscc ?? null).check(({ value, issues }) => {
      const problem = value === null ? undefined : usccProblem(value);
      if (problem) issues.push({ code: 'custom', input: value, message: usccProblems[problem].en });
    }),
    regionCode: z.string().refine((code) => regionCodes.has(code), 'there is and was no such region code (GB/T 2260)'),
    users: z.array(user).min(1),
  })
  .refine(({ kind, level }) => (kind === 'REGULATOR') === (level !== null), { path: ['level'], message: `a regulator has a level (${levels.join(', ')}), and nobody else has one` });

/**
 * The first members of a hub as a file tells them, as JSON: `[{ id, kind, level, name, uscc, regionCode, users: [{ id, name, roles }] }]`.
 *
 * @throws CommandRefused that names every place where it is wrong
 */
export function readMemberFile(json: string, path: string): readonly ParticipantRecord[] {
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch (error) {
    throw new CommandRefused(`${path} is no JSON (${(error as Error).message}). Right would be a list of members: [{ "id", "kind", "name", "regionCode", "users": [{ "id", "name", "roles" }] }].`);
  }
  const { data, error } = z.array(member).min(1).safeParse(content);
  if (error) throw wrong(path, error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`));
  const problems = data.flatMap((each, at) => problemsOf(each, at));
  for (const ids of [data.map(({ id }) => id), data.flatMap(({ users }) => users.map(({ id }) => id))]) {
    problems.push(...[...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map((id) => `the id ${id} stands there twice`));
  }
  if (problems.length > 0) throw wrong(path, problems);
  return data.map(({ users, ...each }) => ({ ...each, users: users.map(({ roles, ...known }) => ({ ...known, roles: requireRoles('roles', each.kind, roles), active: true })) }));
}

/** What the rules of the acts refuse, in their words. */
function problemsOf({ id, kind, users }: z.infer<typeof member>, at: number): string[] {
  const rules = [
    () => void requireParticipantId('id', id),
    ...users.flatMap((each, index) => [() => void requireUserId(`users.${index}.id`, each.id), () => void requireRoles(`users.${index}.roles`, kind, each.roles)]),
  ];
  const kept = users.some(({ roles }) => roles.includes('SYSTEM_ADMINISTRATOR'));
  return [...(kept ? [] : [`${at}.users: nobody of them keeps the others; give one the role SYSTEM_ADMINISTRATOR`]), ...broken(rules, at)];
}

function broken(rules: readonly (() => void)[], at: number): string[] {
  return rules.flatMap((rule) => {
    try {
      rule();
      return [];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return [`${at}.${error.details.field}: ${errorMessage(error.code, 'en', error.details.parameters)}`];
    }
  });
}

function wrong(path: string, problems: readonly string[]): CommandRefused {
  return new CommandRefused(`Nothing was recorded: ${path} is no list of members.\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}
