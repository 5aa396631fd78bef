import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Turns } from './turns.js';

/** Acts at one registry, each begun anew until its turn has come. */
function actsAt(turns: Turns) {
  const done: string[] = [];
  const begun: string[] = [];
  const act = async (name: string, { ahead = false, reads = 0 } = {}): Promise<void> => {
    while (!done.includes(name)) {
      begun.push(name);
      await delay(reads);
      await turns.unlessOvertaken(async () => {
        await delay(60);
        done.push(name);
      }, { ahead });
    }
  };
  return { done, begun, act };
}

it('whoever goes ahead waits for the one that is at it and for no other, who begin anew after him', async () => {
  const { done, begun, act } = actsAt(new Turns());
  await Promise.all([act('a'), act('b'), act('c'), act('back', { ahead: true, reads: 20 })]);
  expect([done.slice(0, 2), done.toSorted()]).toEqual([['a', 'back'], ['a', 'b', 'back', 'c']]);
  // Once before, and once when their turn may have come.
  expect(begun.filter((name) => name === done[2])).toHaveLength(2);
});

it('one after the other goes on where he that would go ahead does not come back', async () => {
  const turns = new Turns(20);
  const { done, act } = actsAt(turns);
  const others = ['a', 'b', 'c'].map((name) => act(name));
  await delay(20);
  const refused = turns.unlessOvertaken(() => Promise.reject(new Error('never')), { ahead: true });
  await Promise.all([...others, refused]);
  expect(done).toEqual(['a', 'b', 'c']);
});

it('what is thrown by one keeps nobody from his turn', async () => {
  const turns = new Turns();
  const { done, act } = actsAt(turns);
  const failing = turns.unlessOvertaken(() => Promise.reject(new Error('broken')));
  await Promise.all([expect(failing).rejects.toThrow('broken'), act('a')]);
  expect(done).toEqual(['a']);
});
