import { print } from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { publishedSdl } from '../generated/subgraphs.js';
import { supergraphSdl } from '../generated/supergraph.js';
import { contractOf } from '../policy/lint/testing/contract-of.js';
import { SchemaChecks } from './check-schemas.js';
import type { CheckTask } from './check-task.js';

const checks = new SchemaChecks();
const hub: CheckTask = { inForce: publishedSdl, supergraphInForce: supergraphSdl, candidates: {}, approved: {}, exceptions: [] };

const plan = (fields: string, terms = 'all') => `"Plan (计划, 3.1 b)" type Plan @key(fields: "id") @defaultTerms(name: "${terms}", freshness: "P1D") { id: ID! ${fields} }
  "Kinds (计划类型, 3.1 b)" enum PlanKind { A } extend type Query { "计划 (3.1 b)" plan(id: ID!): Plan @shared(terms: "${terms}") }`;
const sdlOf = (sdl: string) => print(contractOf(sdl).published);
let small: CheckTask;
beforeAll(() => {
  const inForce = { here: sdlOf(plan('title: String kind: PlanKind')) };
  small = { ...hub, inForce, supergraphInForce: checks.check({ ...hub, inForce: {}, supergraphInForce: undefined, candidates: inForce }).supergraphSdl };
});

/** The findings of a change of the small schema, as kind and coordinate. */
const found = (sdl: string, given: Partial<CheckTask> = {}) => checks.check({ ...small, candidates: { here: sdl }, ...given });
const kinds = (sdl: string) => found(sdl).findings.map(({ kind, severity, coordinate }) => `${severity} ${kind} ${coordinate}`);

it('what is in force is green against itself, and composes to the supergraph of the build to the byte', () => {
  const { labs = '' } = publishedSdl;
  expect(checks.check({ ...hub, candidates: { labs } })).toEqual({ findings: [], green: true, supergraphSdl });
}, 60_000);

it('what does not compose is told with the field, the owners and the line', () => {
  const there = sdlOf(plan('title: Int kind: PlanKind')).replaceAll('owner: "here"', 'owner: "there"');
  const { findings, green, supergraphSdl: none } = checks.check({ ...small, candidates: { there } });
  expect([green, none]).toEqual([false, undefined]);
  expect(findings.find(({ coordinate }) => coordinate === 'Plan.title')).toMatchObject({ kind: 'COMPOSITION', owners: expect.arrayContaining(['here', 'there']) as unknown, line: expect.any(Number) as unknown });
});

it('what composes and no gateway could load is an error of composition', () => {
  const guarded = sdlOf(plan('title: String kind: PlanKind')).replace('"@provides"', '"@provides", "@authenticated"').replace('title: String', 'title: String @authenticated');
  expect(kinds(guarded)).toEqual(['ERROR COMPOSITION null']);
  expect(found(guarded).findings[0]).toMatchObject({ code: 'SUPERGRAPH_NOT_LOADABLE', message: expect.stringContaining('authenticated') as unknown });
});

it('a text that cannot be read is told with its line, and nothing else is looked at', () => {
  expect(found('type Query {\n  a: }').findings).toMatchObject([{ kind: 'UNREADABLE', owners: ['here'], line: 2 }]);
});

it('terms that would be lost on the way are an error, also where composition gives no hint', () => {
  const forgotten = small.inForce['here']?.replace('@composeDirective(name: "@sharing")', '') ?? '';
  expect(forgotten).not.toBe(small.inForce['here']);
  expect(kinds(forgotten).filter((each) => each.includes('TERMS_LOST'))).toContain('ERROR TERMS_LOST Plan.id');
});

it('a field or a root field of which a subgraph says that its terms are another owner’s is an error, and opens nothing unseen', () => {
  const green = sdlOf(plan('title: String kind: PlanKind'));
  const disowned = green.replace(/(title: String @sharing\(owner: )"here"/, '$1"there"');
  expect(disowned).not.toBe(green);
  expect([...new Set(kinds(disowned))]).toEqual(['ERROR TERMS_LOST Plan.title', 'ERROR NARROWED Plan.title', 'ERROR WIDENED Plan.title']);
  // A key is echoed by whoever leads to its row, and by nobody else's word.
  const key = green.replace(/(id: ID! @sharing\(owner: )"here"/, '$1"there"');
  expect(found(key).findings.map(({ code, coordinate }) => `${code} ${coordinate}`)).toContain('TERMS_OF_ANOTHER_OWNER Plan.id');
  const root = green.replace(/extend type Query \{/, '$& "门 (door, 3.1 b)" door: String @sharing(owner: "there", terms: "t", class: UNCONDITIONAL, audience: [{ kinds: [PUBLIC] }])');
  expect([...new Set(kinds(root))]).toEqual(['ERROR TERMS_LOST Query.door']);
}, 60_000);

it('a schema that composes and breaks a rule of the contract is not green, unless that is excepted in writing', () => {
  const undescribed = sdlOf(plan('title: String kind: PlanKind').replace('"Plan (计划, 3.1 b)"', '"Plan"'));
  expect(found(undescribed)).toMatchObject({ green: false, findings: [{ kind: 'LINT', code: 'described-with-term', coordinate: 'Plan' }] });
  const exceptions: CheckTask['exceptions'] = [{ subgraph: 'here', rule: 'described-with-term', coordinate: 'Plan', severity: 'WARNING', reason: 'moves next month', until: '2027-01-01' }];
  expect(found(undescribed, { exceptions })).toMatchObject({ green: true, findings: [{ severity: 'WARNING', letPass: 'excepted until 2027-01-01: moves next month' }] });
  expect(found(undescribed, { exceptions: exceptions.map((each) => ({ ...each, coordinate: null })) }).green).toBe(true);
  expect(found(undescribed, { exceptions: exceptions.map((each) => ({ ...each, severity: 'OFF' })) })).toMatchObject({ green: true, findings: [] });
  // One place stays an error where the whole schema is excepted.
  const whole = exceptions.map((each) => ({ ...each, coordinate: null }));
  expect(found(undescribed, { exceptions: [...exceptions.map((each) => ({ ...each, severity: 'ERROR' as const })), ...whole] })).toMatchObject({ green: false, findings: [{ severity: 'ERROR', letPass: null }] });
  for (const other of [{ subgraph: 'there' }, { coordinate: 'Query' }, { rule: 'every-field-has-terms' }]) {
    expect(found(undescribed, { exceptions: exceptions.map((each) => ({ ...each, ...other })) }).green, JSON.stringify(other)).toBe(false);
  }
});

it('what breaks clients is an error, what may surprise them a warning', () => {
  expect(kinds(sdlOf(plan('kind: PlanKind')))).toEqual(['WARNING LINT Plan.title', 'ERROR NARROWED Plan.title', 'ERROR BREAKING Plan.title']);
  expect(kinds(sdlOf(plan('title: String kind: PlanKind').replace('{ A }', '{ A B }')))).toEqual(['WARNING DANGEROUS PlanKind']);
  expect(kinds(sdlOf(plan('title: String kind: PlanKind more: Int @shared(terms: "regulators")')))).toEqual(['ERROR LINT Plan.more']);
});

it('a type that becomes another kind of type is told by its own name', () => {
  const scalar = sdlOf(plan('title: String kind: PlanKind').replace('enum PlanKind { A }', 'scalar PlanKind'));
  expect(kinds(scalar)).toContain('ERROR BREAKING PlanKind');
});

it('a structure of which nothing says that it is one has no terms, is red as any field is, and is let pass by nobody', () => {
  const structured = sdlOf(`${plan('title: String kind: PlanKind box: Box')} "Boxes (箱, 3.1 b)" type Box @structure { size: Int }`);
  const word = { en: 'a word', 'zh-CN': '一句话' };
  const withoutTerms = (sdl: string) => found(sdl, { approved: { NARROWED: word, WIDENED: word, BREAKING: word } }).findings.filter(({ code }) => code === 'every-field-has-terms').map(({ severity, coordinate, letPass }) => [severity, coordinate, letPass]);
  expect([withoutTerms(structured), withoutTerms(structured.replace('size: Int @structural', 'size: Int'))]).toEqual([[], [['ERROR', 'Box.size', null]]]);
});

it('that something goes without notice is an error where a data steward has it so for the subgraph or the place, and nowhere else', () => {
  const severities = (coordinate: string | null, severity: 'ERROR' | 'OFF') =>
    found(sdlOf(plan('kind: PlanKind')), { exceptions: [{ subgraph: 'here', rule: 'removed-after-notice', coordinate, severity, reason: 'clients are slow', until: '2027-01-01' }] })
      .findings.filter(({ kind }) => kind === 'LINT').map((found) => found.severity);
  expect([severities(null, 'ERROR'), severities('Plan.title', 'ERROR'), severities('Plan.kind', 'ERROR'), severities(null, 'OFF')]).toEqual([['ERROR'], ['ERROR'], ['WARNING'], []]);
});

it('what only warns needs nobody’s word, and tells of none', () => {
  const more = sdlOf(plan('title: String kind: PlanKind').replace('{ A }', '{ A B }'));
  const approved = { DANGEROUS: { en: 'proposal 7', 'zh-CN': '提案 7' } };
  expect(found(more, { approved })).toMatchObject({ green: true, findings: [{ kind: 'DANGEROUS', severity: 'WARNING', letPass: null }] });
});

it('no exception from a rule lets pass what is no rule’s, though it is called the same', () => {
  const narrowed = sdlOf(plan('title: String @shared(terms: "regulators") kind: PlanKind'));
  const exceptions: CheckTask['exceptions'] = (['WARNING', 'OFF'] as const).map((severity) => ({ subgraph: 'here', rule: 'NARROWED', coordinate: null, severity, reason: 'moves next month', until: '2027-01-01' }));
  for (const exception of exceptions) expect(found(narrowed, { exceptions: [exception] })).toMatchObject({ green: false, findings: [{ kind: 'NARROWED', severity: 'ERROR', letPass: null }] });
});

it('narrowed terms are an error, with the line, and pass with an approval for just that', () => {
  const narrowed = sdlOf(plan('title: String @shared(terms: "regulators") kind: PlanKind'));
  expect(found(narrowed)).toMatchObject({ green: false, findings: [{ kind: 'NARROWED', coordinate: 'Plan.title', line: expect.any(Number) as unknown }] });
  expect(found(narrowed, { approved: { WIDENED: { en: 'proposal 7', 'zh-CN': '提案 7' } } }).green).toBe(false);
  expect(found(narrowed, { approved: { NARROWED: { en: 'proposal 7', 'zh-CN': '提案 7' } } })).toMatchObject({ green: true, findings: [{ severity: 'WARNING', letPass: 'proposal 7', chinese: { letPass: '提案 7' } }] });
});

it('what is open to others than who holds it is taken away by nobody’s own word, removed or hidden, and passes with an approval or as the hub comes', () => {
  const narrowings = (sdl: string, given: Partial<CheckTask> = {}) => found(sdl, given).findings.filter(({ kind }) => kind === 'NARROWED').map(({ severity, code, coordinate }) => `${severity} ${code} ${coordinate}`);
  const removed = sdlOf(plan('kind: PlanKind'));
  const whole = sdlOf(plan('title: String kind: PlanKind'));
  expect(narrowings(removed)).toEqual(['ERROR TAKEN_AWAY Plan.title']);
  expect(found(removed).findings[1]?.message).toContain('it would be gone, and is open to REGULATOR/MONITORING_CENTER/LAB/');
  expect(narrowings(removed, { approved: { NARROWED: { en: 'a regulator', 'zh-CN': '监管部门' } } })).toEqual(['WARNING TAKEN_AWAY Plan.title']);
  expect([narrowings(removed, { comingWithHub: ['here'] }), narrowings(removed, { comingWithHub: ['there'] })]).toEqual([['WARNING TAKEN_AWAY Plan.title'], ['ERROR TAKEN_AWAY Plan.title']]);
  for (const [as, imported] of [['inaccessible', '"@inaccessible"'], ['unseen', '{ name: "@inaccessible", as: "@unseen" }']] as const) {
    const hidden = whole.replace('"@provides"', `"@provides", ${imported}`).replace(/title: String/, `$& @${as}`);
    expect(narrowings(hidden), as).toEqual(['ERROR TAKEN_AWAY Plan.title']);
  }
  expect(narrowings(sdlOf(`type Plan @key(fields: "id") @defaultTerms(name: "all") { id: ID! title: String kind: PlanKind } enum PlanKind { A } extend type Query { door: Plan @shared(terms: "all") }`))).toEqual(['ERROR TAKEN_AWAY Query.plan']);
  // What its holder alone reads is its holder's.
  const own = { here: sdlOf(plan('title: String name: String @shared(terms: "own") kind: PlanKind')) };
  const supergraphInForce = checks.check({ ...hub, inForce: {}, supergraphInForce: undefined, candidates: own }).supergraphSdl;
  expect(narrowings(whole, { inForce: own, supergraphInForce })).toEqual([]);
}, 60_000);

it('what is new and open to the public or to merchants is WIDENED, shown for the first time or again, and passes with an approval or as the hub comes', () => {
  const openTo = (audience: string) => `extend schema @terms(name: "some", class: UNCONDITIONAL, audience: [{ ${audience}, basis: { kind: STATUTE, reference: "5.4.3" } }], grade: GENERAL)`;
  const more = (audience: string) => sdlOf(`${openTo(audience)} ${plan('title: String kind: PlanKind name: String @shared(terms: "some")')}`);
  const openings = (sdl: string, given: Partial<CheckTask> = {}) => found(sdl, given).findings.filter(({ kind }) => kind === 'WIDENED').map(({ severity, code, coordinate }) => `${severity} ${code} ${coordinate}`);
  const opened = 'NEWLY_OPENED Plan.name';
  for (const kinds of ['PUBLIC', 'LAB, MERCHANT']) expect(openings(more(`kinds: [${kinds}]`)), kinds).toEqual([`ERROR ${opened}`]);
  expect([openings(more('kinds: [LAB, REGULATOR]')), openings(more('kinds: [MERCHANT], rows: OWN'))]).toEqual([[], []]);
  const open = more('kinds: [PUBLIC]');
  expect(found(open).findings.find(({ code }) => code === 'NEWLY_OPENED')?.message).toContain('it would be new, and open to PUBLIC');
  expect(openings(open, { approved: { WIDENED: { en: 'a security administrator', 'zh-CN': '安全管理员' } } })).toEqual([`WARNING ${opened}`]);
  expect(openings(open, { comingWithHub: ['here'] })).toEqual([`WARNING ${opened}`]);
  expect(openings(`${small.inForce['here']} extend type Mutation { movePlan: Int @act(owner: "here", audience: [{ kinds: [MERCHANT] }]) }`)).toEqual(['ERROR NEWLY_OPENED Mutation.movePlan']);
  const hidden = open.replace('"@provides"', '"@provides", "@inaccessible"').replace(/name: String/, '$& @inaccessible');
  expect(openings(hidden)).toEqual([]);
  const inForce = { here: hidden };
  expect(openings(open, { inForce, supergraphInForce: checks.check({ ...hub, inForce: {}, supergraphInForce: undefined, candidates: inForce }).supergraphSdl })).toEqual([`ERROR ${opened}`]);
}, 60_000);

it('what comes back is compared with the terms that it had last, and what was closed by going back is opened anew', () => {
  const both = 'extend schema @terms(name: "both", class: UNCONDITIONAL, audience: [{ kinds: [REGULATOR, LAB], basis: { kind: STATUTE, reference: "5.4.3" } }], grade: GENERAL)';
  const wide = sdlOf(`${both} ${plan('title: String kind: PlanKind name: String @shared(terms: "both")')}`);
  const narrow = sdlOf(plan('title: String kind: PlanKind name: String @shared(terms: "regulators")'));
  const of = (sdl: string, wentBack: boolean) => ({ former: { here: [{ sdl: sdlOf(plan('title: String kind: PlanKind')), wentBack: false }, { sdl, wentBack }] } });
  const returned = (candidate: string, former: object) => found(candidate, former).findings.map(({ kind, coordinate }) => `${kind} ${coordinate}`);
  expect(returned(wide, {})).toEqual([]);
  expect(returned(wide, of(wide, false))).toEqual([]);
  expect(returned(wide, of(narrow, false))).toEqual(['WIDENED Plan.name']);
  expect(returned(narrow, of(narrow, true))).toEqual(['WIDENED Plan.name']);
}, 60_000);

it('a contract that becomes impossible is told, once the last question to parties of its kind is closed', () => {
  const open = (kinds: string) => sdlOf(`"Plan (计划, 3.1 b)" type Plan @key(fields: "id") @defaultTerms(name: "all", freshness: "P1D") { id: ID! }
    extend schema @terms(name: "few", class: UNCONDITIONAL, audience: [{ kinds: [${kinds}], basis: { kind: STATUTE, reference: "5.4.3" } }], grade: GENERAL)
    extend type Query { "计划 (3.1 b)" plan(id: ID!): Plan @shared(terms: "few") }`);
  const [both, one] = [open('REGULATOR, MONITORING_CENTER'), open('MONITORING_CENTER')];
  const inForce = { here: both };
  const { supergraphSdl: supergraphInForce } = checks.check({ ...hub, inForce: {}, supergraphInForce: undefined, candidates: inForce });
  const lost = (sdl: string, given: Partial<CheckTask> = {}) => checks.check({ ...hub, inForce, supergraphInForce, candidates: { here: sdl }, ...given }).findings.filter(({ code }) => code === 'CONTRACT_LOST');
  expect(lost(one)).toMatchObject([{ kind: 'NARROWED', severity: 'ERROR', message: expect.stringContaining('no contract regulator any more') as unknown }]);
  expect(lost(one, { approved: { NARROWED: { en: 'a regulator', 'zh-CN': '监管部门' } } })).toMatchObject([{ severity: 'WARNING', letPass: 'a regulator' }]);
  expect(lost(both)).toEqual([]);
});
