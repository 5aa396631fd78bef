import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { participantChanged } from '@hub/kernel/identity/membership-events.js';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');
const filesOf = (folder: string, pattern: RegExp) =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => pattern.test(file) && !/\.test\.ts$|\/generated\/|\/testing\//.test(file));
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

/** The tables of ADR 0001: acts, payloads, and what happens without an act; each row its cells. */
const [acts = [], payloads = [], withoutAct = []] = read('gateway/docs/adr/0001-ownership-of-the-process.md')
  .split(/^\|(?:-+\|)+$/m)
  .slice(1)
  .map((part) => (part.trimStart().split(/\n(?!\|)/)[0] ?? '').split('\n').map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim())));
const here = ([act = '']: readonly string[]) => !act.startsWith('*');
const namesIn = (cell = '') => cell.replace(/\(.*?\)/g, '').match(/\w+/g) ?? [];

/** The kinds of the events that the code of the subgraphs emits. */
function emittedKinds(): string[] {
  const texts = filesOf('subgraphs', /^subgraphs\/[\w-]+\/src\/.+\.ts$/).flatMap((file) => read(file).split(/\bemit\(\{/).slice(1));
  return sorted(
    texts.flatMap((text) => {
      const kind = /\bkind: ([^;]*?),\s*(?:\/\/[^\n]*\s*)*subjectType:/.exec(text)?.[1] ?? '';
      const names = [...kind.matchAll(/'([A-Z]\w*[a-z]\w*)'/g)].map(([, name = '']) => name);
      if (names.length > 0) return names;
      return [kind === 'participantChanged' ? participantChanged : `a kind that this test cannot read: ${kind}`];
    }),
  );
}

describe('the table of ownership (ADR 0001) is what the code does', () => {
  it('its acts are the mutations of the schema, those in italics excepted', () => {
    const mutations = filesOf('schema/sdl', /\.graphql$/).flatMap((file) =>
      parse(read(file)).definitions.flatMap((definition) =>
        definition.kind === 'ObjectTypeExtension' && definition.name.value === 'Mutation' ? (definition.fields ?? []) : [],
      ),
    );
    expect(sorted(acts.filter(here).flatMap(([act]) => namesIn(act)))).toEqual(sorted(mutations.map(({ name }) => name.value)));
    const later = acts.filter((row) => !here(row)).flatMap(([act]) => namesIn(act));
    expect(later.filter((act) => mutations.some(({ name }) => name.value === act))).toEqual([]);
  });

  it('its events are those that are emitted', () => {
    const named = [...acts.filter(here).map((row) => row[5]), ...payloads.map(([event]) => event), ...withoutAct.map(([event]) => event)];
    expect(sorted(named.flatMap(namesIn))).toEqual(emittedKinds());
  });

  it('its payloads go to whoever has a handler for them', () => {
    const sent = payloads.flatMap(([event = '']) => {
      const [, kind = '', from = '', to = ''] = /^(\w+) \((\S+) → (.+)\)$/.exec(event) ?? [];
      // The exchange reads every owner, and every owner reads of its members and of code lists, by the kernel.
      return from === 'each' || from === 'exchange' || to === 'all' ? [] : to.split(', ').map((owner) => `${from}.${kind} → ${owner}`);
    });
    const handled = filesOf('subgraphs', /^subgraphs\/[\w-]+\/src\/(service|inbox\/inbox)\.ts$/).flatMap((file) =>
      [...read(file).matchAll(/^ {2,4}'([\w-]+\.\w+)':/gm)].map(([, event = '']) => `${event} → ${file.split('/')[1]}`),
    );
    expect(sorted(sent)).toEqual(sorted(handled.filter((event) => !event.startsWith('exchange.'))));
  });
});
