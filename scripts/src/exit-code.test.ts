import { afterEach, expect, it, vi } from 'vitest';
import { CommandRefused } from './command-refused.js';
import { withExitCode } from './exit-code.js';
import { RegistryAway, RegistryRefused } from './schema/registry-at.js';

const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
const before = process.exitCode;
afterEach(() => {
  process.exitCode = before;
});
const codeOf = async (command: () => Promise<number>) => {
  await withExitCode(command);
  return process.exitCode;
};
const failing = (error: Error) => () => Promise.reject(error);

it('a command ends with what it found: refused is 1, away or unexpected 2, wrong input 3', async () => {
  expect(await codeOf(() => Promise.resolve(0))).toBe(0);
  expect(await codeOf(() => Promise.resolve(1))).toBe(1);
  expect(await codeOf(failing(new RegistryRefused('SCHEMA_NOT_GREEN', 'not green')))).toBe(1);
  expect(await codeOf(failing(new RegistryAway('it does not answer')))).toBe(2);
  expect(await codeOf(failing(new Error('nobody expects this')))).toBe(2);
  expect(await codeOf(failing(new CommandRefused('no such file')))).toBe(3);
  expect(told.mock.calls.map(([words]) => String(words).split('\n')[0])).toEqual(['not green', 'it does not answer', 'Error: nobody expects this', 'no such file']);
});
