import { expect, it } from 'vitest';
import { Turns } from './turns.js';

/** Acts at one registry, each begun anew until its turn has come; none is done before they are let go. */
function actsAt(turns: Turns) {
  const done: string[] = [];
  const begun: string[] = [];
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const act = async (name: string, { ahead = false } = {}): Promise<void> => {
    while (!done.includes(name)) {
      begun.push(name);
      await turns.unlessOvertaken(async () => {
        await held;
        done.push(name);
      }, { ahead });
    }
  };
  return { done, begun, act, letGo };
}

it('whoever goes ahead waits for the one that is at it and for no other, who begin anew after him', async () => {
  const { done, begun, act, letGo } = actsAt(new Turns());
  const acts = [act('a'), act('b'), act('c'), act('back', { ahead: true })];
  letGo();
  await Promise.all(acts);
  expect([done.slice(0, 2), done.toSorted()]).toEqual([['a', 'back'], ['a', 'b', 'back', 'c']]);
  // Once before, and once when their turn may have come.
  expect(begun.filter((name) => name === done[2])).toHaveLength(2);
});

it('one after the other goes on where he that would go ahead does not come back', async () => {
  const turns = new Turns(20);
  const { done, act, letGo } = actsAt(turns);
  const others = ['a', 'b', 'c'].map((name) => act(name));
  const refused = turns.unlessOvertaken(() => Promise.reject(new Error('never')), { ahead: true });
  letGo();
  await Promise.all([...others, refused]);
  expect(done).toEqual(['a', 'b', 'c']);
});

it('what is thrown by one keeps nobody from his turn', async () => {
  const turns = new Turns();
  const { done, act, letGo } = actsAt(turns);
  letGo();
  const failing = turns.unlessOvertaken(() => Promise.reject(new Error('broken')));
  await Promise.all([expect(failing).rejects.toThrow('broken'), act('a')]);
  expect(done).toEqual(['a']);
});
