import { parse, print } from 'graphql';
import { expect, it } from 'vitest';
import { expandTerms, type OwnerSource } from './expand-terms.js';

const source = (owner: string, sdl: string): OwnerSource => ({ owner, documents: [parse(sdl)] });
const terms = (name: string, kind = 'LAB') => `@terms(name: "${name}", class: UNCONDITIONAL, audience: [{ kinds: [${kind}] }])`;
const labs = source('labs', `extend schema ${terms('register')} type Lab @key(fields: "id") @defaultTerms(name: "register") { id: ID! }`);
const expand = (sdl: string, others = [labs]) =>
  expandTerms(source('regulator', sdl), [source('regulator', sdl), ...others])
    .map((definition) => print(definition))
    .join('\n');
const full = (name: string, owner = 'regulator', kind = 'LAB') =>
  `@sharing(owner: "${owner}", terms: "${name}", class: UNCONDITIONAL, audience: [{kinds: [${kind}]}])`;

it('writes the default of a type on each of its fields, and a field’s own terms in its place, whole', () => {
  const sdl = `
    extend schema ${terms('plan')} ${terms('budget', 'REGULATOR')}
    type Plan @key(fields: "id") @defaultTerms(name: "plan") { id: ID! budget: Int @shared(terms: "budget") }
  `;
  const written = expand(sdl);
  expect(written).toContain(`id: ID! ${full('plan')}`);
  expect(written).toContain(`budget: Int ${full('budget', 'regulator', 'REGULATOR')}`);
  expect(written).not.toMatch(/@terms|@defaultTerms|@shared/);
  expect(expand(`${sdl} extend schema @link(url: "https://specs.apollo.dev/federation/v2.10")`)).toContain('@link');
  expect(written).toContain('@key(fields: "id")');
});

it('keeps the default of the type for a field that only names its data element', () => {
  const sdl = `extend schema ${terms('plan')} type Plan @defaultTerms(name: "plan") { title: String @shared(element: "DE-0042", freshness: "PT1H") }`;
  expect(expand(sdl)).toContain('terms: "plan", class: UNCONDITIONAL, audience: [{kinds: [LAB]}], element: "DE-0042", freshness: "PT1H"');
});

it('writes how old the values of a type may be on each field that does not say it itself', () => {
  const sdl = `extend schema ${terms('plan')} type Plan @defaultTerms(name: "plan", freshness: "PT5M") { title: String deadline: String @shared(freshness: "P1D") }`;
  expect(expand(sdl)).toContain('title: String @sharing(owner: "regulator", terms: "plan", class: UNCONDITIONAL, audience: [{kinds: [LAB]}], freshness: "PT5M")');
  expect(expand(sdl)).toContain('deadline: String @sharing(owner: "regulator", terms: "plan", class: UNCONDITIONAL, audience: [{kinds: [LAB]}], freshness: "P1D")');
});

it('writes the grade of the terms on each field under them that names none itself', () => {
  const graded = '@terms(name: "plan", class: UNCONDITIONAL, audience: [{ kinds: [LAB] }], grade: IMPORTANT)';
  const written = expand(`extend schema ${graded} ${terms('name')} type Plan @defaultTerms(name: "plan") { title: String number: String @shared(grade: CORE) name: String @shared(terms: "name") }`);
  const beginning = (name: string) => `@sharing(owner: "regulator", terms: "${name}", class: UNCONDITIONAL, audience: [{kinds: [LAB]}]`;
  expect(written).toContain(`title: String ${beginning('plan')}, grade: IMPORTANT)`);
  expect(written).toContain(`number: String ${beginning('plan')}, grade: CORE)`);
  expect(written).toContain(`name: String ${beginning('name')})`);
});

it('marks the fields of a structure, and gives acts their owner', () => {
  const sdl = `
    type PlanEdge @structure { cursor: String! }
    extend type Mutation { issuePlan: ID @act(audience: [{ kinds: [REGULATOR] }], on: "Plan", from: ["DRAFT"]) }
  `;
  expect(expand(sdl)).toContain('type PlanEdge {\n  cursor: String! @structural\n}');
  expect(expand(sdl)).toContain('@act(owner: "regulator", audience: [{kinds: [REGULATOR]}], on: "Plan", from: ["DRAFT"])');
});

it('gives the key of a stub the terms of its owner, and a contributed field those of the contributor', () => {
  const sdl = `extend schema ${terms('plan')} type Lab @key(fields: "id") @stub(owner: "labs") { id: ID! plans: [ID!] @shared(terms: "plan") }`;
  const written = expand(sdl);
  expect(written).toContain(`id: ID! ${full('register', 'labs')}`);
  expect(written).toContain(`plans: [ID!] ${full('plan')}`);
  expect(written).not.toContain('@stub');
});

it('takes the terms of a key from its owner’s own type of that name, and from what it publishes where that is all that is known of it', () => {
  const stub = 'type Lab @key(fields: "id") @stub(owner: "labs") { id: ID! }';
  const among = source('labs', `extend schema ${terms('register')} ${terms('bench', 'REGULATOR')} type Bench @key(fields: "id") @defaultTerms(name: "bench") { id: ID! } type Lab @key(fields: "id") @defaultTerms(name: "register") { id: ID! }`);
  expect(expand(stub, [among])).toContain(`id: ID! ${full('register', 'labs')}`);
  const published = source('labs', `type Lab @key(fields: "id") { id: ID! ${full('published', 'labs')} } type Plan @key(fields: "id") { id: ID! ${full('plan')} }`);
  expect(expand(stub, [published])).toContain(`id: ID! ${full('published', 'labs')}`);
  // What it only echoes, adds to another's type, or has given no terms is no key of its own.
  expect(() => expand(stub.replace('Lab', 'Plan'), [published])).toThrow('Plan.id: labs has no terms for this key');
  const adding = source('labs', `extend schema ${terms('register')} type Plan @key(fields: "id") @stub(owner: "regulator") { id: ID! labs: ID @shared(terms: "register") }`);
  expect(() => expand('type Plan @key(fields: "labs") @stub(owner: "labs") { labs: ID }', [adding])).toThrow('Plan.labs: labs has no terms for this key');
  expect(() => expand(stub, [source('labs', 'type Lab @key(fields: "id") { id: ID! }')])).toThrow('Lab.id: labs has no terms for this key');
});

it('refuses a document with every field that lacks terms, every unknown name and every stub that its owner does not know', () => {
  const sdl = `
    type Plan @key(fields: "id") { id: ID! title: String @shared(terms: "plan") }
    type Lab @key(fields: "code") @stub(owner: "labs") { code: ID! }
    type Region @key(fields: "code") @stub(owner: "registry") { code: ID! }
  `;
  expect(() => expand(sdl)).toThrow(/^regulator:/);
  expect(() => expand(sdl)).toThrow('Plan.id: no terms; name them with @shared(terms: …) or give the type @defaultTerms');
  expect(() => expand(sdl)).toThrow('Plan.title: terms "plan" are not defined by this owner');
  expect(() => expand(sdl)).toThrow('Lab.code: labs has no terms for this key');
  expect(() => expand(sdl)).toThrow('Lab.code: labs has no terms for this key\n  Region.code: registry has no terms for this key');
});

it('refuses a name that is given twice', () => {
  expect(() => expand(`extend schema ${terms('plan')} extend schema ${terms('plan')}`)).toThrow('Terms "plan" are defined twice');
});
