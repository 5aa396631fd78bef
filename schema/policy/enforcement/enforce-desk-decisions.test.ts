import { parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { applicationMutation } from '../decision/apply-for.js';
import type { Caller } from '../decision/caller.js';
import { nothingDecided, type DeskDecisions } from '../decision/desk-decisions.js';
import type { Stamps } from '../decision/stamps.js';
import { ask as askSchema, schemaUnderTerms } from '../testing/schema-under-terms.js';
import { enforceTerms } from './enforce-terms.js';

const sharing = (name: string, sharingClass: string, audience: string) => `@sharing(owner: "here", terms: "${name}", class: ${sharingClass}, audience: [${audience}])`;
const everybody = '{ kinds: [REGULATOR, LAB] }';
const basis = 'basis: { kind: STATUTE, reference: "5.4.3 a" }';
const schema = schemaUnderTerms(
  `type Query { labs: [Lab!] ${sharing('labs', 'UNCONDITIONAL', everybody)} }
  type Lab {
    name: String ${sharing('register', 'UNCONDITIONAL', everybody)}
    signatories: String ${sharing('signatories', 'CONDITIONAL', `{ kinds: [LAB], rows: OWN }, { kinds: [REGULATOR], ${basis} }`)}
  }`,
  {
    Query: {
      labs: (_root, _args, { authority }) => ['lab-1', 'lab-2', 'lab-3'].map((holder) => authority.admit({ name: holder, signatories: `those of ${holder}` }, stampsOf(holder), 'Lab')),
    },
  },
);
const stampsOf = (holder: string): Stamps => ({ holder, concerned: [], sellerRegion: null, producerRegion: null, platformRegion: null, state: '', reached: [] });
const table = enforceTerms(schema, { owner: 'here', maskKey: 'key' });

const officer: Caller = { userId: 'u', partyId: 'city', kind: 'REGULATOR', level: 'CITY', regionCode: '330100', role: 'OFFICER', purpose: 'HAZARD_HANDLING' };
const lab: Caller = { userId: 'u', partyId: 'lab-1', kind: 'LAB', regionCode: '330108', role: 'SIGNATORY' };
const ask = async (caller: Caller, desk: Partial<DeskDecisions> = {}, source = '{ labs { signatories } }') => {
  const { result, authority } = await askSchema(schema, table, caller, source, { ...nothingDecided, ...desk });
  const values = (result.data as { labs: { signatories?: string | null; name?: string | null }[] }).labs.map((row) => row.signatories ?? row.name ?? null);
  return { values, extensions: result.errors?.map(({ extensions }) => extensions) ?? [], notes: authority.notes() };
};
const grant = (id: string, holder: string) => ({ id, holder, coordinates: ['Lab.signatories'] });

it('leaves a field of 有条件共享 to its holders, and tells everybody else in the audience whom to ask and how', async () => {
  const { values, extensions, notes } = await ask(officer);
  expect(values).toEqual([null, null, null]);
  expect(extensions).toEqual([
    expect.objectContaining({ code: 'SHARING_NEEDS_GRANT', terms: 'signatories', clause: '5.4.3 a', holders: ['lab-1', 'lab-2', 'lab-3'] }),
  ]);
  expect(extensions[0]?.['apply']).toMatchObject({
    mutation: applicationMutation,
    variables: { items: [{ fields: ['Lab.signatories'], holderIds: ['lab-1', 'lab-2', 'lab-3'], purpose: 'HAZARD_HANDLING' }] },
  });
  expect(validate(schema, parse(applicationMutation)).length).toBeGreaterThan(0);
  expect(notes).toMatchObject({ grants: [], stale: [], refused: [{ clause: '5.4.3 a', holders: ['lab-1', 'lab-2', 'lab-3'], count: 3 }] });
});

it('opens the rows of the holders that granted it, names the grants, and refuses those of the others', async () => {
  const { values, extensions, notes } = await ask(officer, { grants: [grant('g1', 'lab-1'), grant('g1 again', 'lab-1'), grant('g3', 'lab-3'), { ...grant('other', 'lab-2'), coordinates: ['Lab.name'] }] });
  expect(values).toEqual(['those of lab-1', null, 'those of lab-3']);
  expect(extensions).toMatchObject([{ code: 'SHARING_NEEDS_GRANT', holders: ['lab-2'] }]);
  expect(notes.grants.sort()).toEqual(['g1', 'g1 again', 'g3']);
});

it('sends nobody to apply in vain: who is not in the audience is told so', async () => {
  const { values, extensions } = await ask(lab);
  expect(values).toEqual(['those of lab-1', null, null]);
  expect(extensions).toMatchObject([{ code: 'SHARING_NOT_IN_AUDIENCE' }]);
  expect(extensions[0]).not.toHaveProperty('apply');
});

it('counts no grant where the desk has not been heard of lately, and leaves what needs none', async () => {
  const desk = { grants: [grant('g1', 'lab-1')], stale: true };
  const { values, extensions, notes } = await ask(officer, desk);
  expect(values).toEqual([null, null, null]);
  expect(extensions).toMatchObject([{ code: 'SHARING_REPLICA_STALE' }]);
  expect(notes).toMatchObject({ stale: [{ owner: 'exchange' }], grants: [] });
  expect((await ask(lab, desk)).values).toEqual(['those of lab-1', null, null]);
  const open = await ask(officer, desk, '{ labs { name } }');
  expect(open.values).toEqual(['lab-1', 'lab-2', 'lab-3']);
  expect(open.notes.stale).toEqual([]);
});

it('closes a field on the rows of who closed it, or on all, to everybody but the holder, and says why', async () => {
  const closed = (holder: string | null, coordinate = 'Lab.name') => ({ closings: [{ coordinate, holder, ground: 'an incident' }] });
  const names = '{ labs { name } }';
  const one = await ask(officer, closed('lab-2'), names);
  expect(one.values).toEqual(['lab-1', null, 'lab-3']);
  expect(one.extensions).toMatchObject([{ code: 'SHARING_CLOSED', holders: ['lab-2'] }]);
  expect((await ask(officer, closed(null), names)).values).toEqual([null, null, null]);
  const granted = { grants: [grant('g1', 'lab-1'), grant('g2', 'lab-2')], ...closed('lab-1', 'Lab.signatories') };
  expect((await ask(officer, granted)).values).toEqual([null, 'those of lab-2', null]);
  expect((await ask(lab, closed(null, 'Lab.signatories'))).values).toEqual(['those of lab-1', null, null]);
});
