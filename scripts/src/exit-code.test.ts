import { afterEach, expect, it, vi } from 'vitest';
import { CommandRefused } from './command-refused.js';
import { withExitCode } from './exit-code.js';
import { RegistryAway, RegistryRefused } from './schema/registry-at.js';

const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
const before = process.exitCode;
afterEach(() => {
  process.exitCode = before;
});
const codeOf = async (command: () => Promise<number>, options?: { json: boolean }) => {
  await withExitCode(command, options);
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
  expect(said).not.toHaveBeenCalled();
  expect(told.mock.calls.map(([words]) => String(words).split('\n')[0])).toEqual(['not green', 'it does not answer', 'Error: nobody expects this', 'no such file']);
});

it('a program that reads the answer is told why as JSON, with the registry’s code where it has one', async () => {
  expect(await codeOf(failing(new RegistryRefused('SCHEMA_NOT_GREEN', 'not green')), { json: true })).toBe(1);
  expect(await codeOf(failing(new CommandRefused('no such file')), { json: true })).toBe(3);
  expect(said.mock.calls.map(([words]) => JSON.parse(String(words)) as unknown)).toEqual([{ error: { code: 'SCHEMA_NOT_GREEN', message: 'not green' } }, { error: { code: null, message: 'no such file' } }]);
});
