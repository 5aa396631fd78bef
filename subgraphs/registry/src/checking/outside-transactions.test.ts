import type { CheckTask } from '@hub/schema/check/check-task.js';
import { expect, it } from 'vitest';
import { outsideTransactions } from './outside-transactions.js';
import { Turns } from './turns.js';

const task = (labs: string): CheckTask => ({ inForce: {}, supergraphInForce: undefined, candidates: { labs }, approved: {}, exceptions: [] });

/** An act that checks what there is each time that its transaction is begun. @param read what it finds there, time after time */
async function act(read: readonly string[], longest?: number) {
  const ran: string[] = [];
  const { check, again } = outsideTransactions((given) => {
    ran.push(given.candidates['labs'] ?? '');
    return Promise.resolve({ findings: [], green: true, supergraphSdl: given.candidates['labs'] ?? undefined });
  }, new Turns(), longest);
  for (const found of read) {
    try {
      return { result: await check(task(found)), ran };
    } catch (error) {
      if (!(await again(error))) throw error;
    }
  }
  return { ran };
}

it('a check is run once, outside of the transaction that asks for it, where what that read is as it was', async () => {
  expect(await act(['a', 'a'])).toMatchObject({ result: { supergraphSdl: 'a' }, ran: ['a'] });
});

it('what was checked and is not what there is any more is checked once more', async () => {
  expect(await act(['a', 'b', 'b'])).toMatchObject({ result: { supergraphSdl: 'b' }, ran: ['a', 'b'] });
});

it('whoever is overtaken for longer than he may wait is told so', async () => {
  await expect(act(['a', 'b', 'c'], -1)).rejects.toMatchObject({ code: 'SCHEMA_CHECK_TIMED_OUT' });
});

it('what went wrong otherwise is not begun again', async () => {
  const { again } = outsideTransactions(() => Promise.reject(new Error('never')), new Turns());
  expect(await again(new Error('another'))).toBe(false);
});

it('of those who publish at once one is checked, and the others read anew when it is done', async () => {
  const turns = new Turns();
  const ran: string[] = [];
  const publish = async (name: string) => {
    const { check, again } = outsideTransactions((given) => {
      ran.push(given.candidates['labs'] ?? '');
      return Promise.resolve({ findings: [], green: true, supergraphSdl: undefined });
    }, turns);
    const error: unknown = await check(task(name), { first: true }).catch((thrown: unknown) => thrown);
    return again(error);
  };
  expect(await Promise.all(['a', 'b', 'c'].map(publish))).toEqual([true, true, true]);
  expect(ran).toEqual(['a']);
  await publish('d');
  expect(ran).toEqual(['a', 'd']);
});
