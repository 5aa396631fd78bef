import { Supergraph } from '@apollo/federation-internals';
import { print } from 'graphql';
import { expect, it } from 'vitest';
import { SchemaChecks } from '../check/check-schemas.js';
import { supergraphSdl } from '../generated/supergraph.js';
import { contractOf } from '../policy/lint/testing/contract-of.js';
import { contractNames, contractVariants } from './contract-variants.js';
import { deriveContract, type DerivedContract } from './derive-contract.js';
import { openToKind } from './open-to-kind.js';

/** What clients of a contract see. */
function clientsSchema(contract: DerivedContract) {
  if (!('sdl' in contract)) throw new Error(contract.problem);
  return Supergraph.build(contract.sdl, { supportedFeatures: null, validateSupergraph: true }).apiSchema().toGraphQLJSSchema();
}

it.each(contractNames.filter((name) => name !== 'public'))('of %s has what the terms open to it, nothing else, and holds together', (name) => {
  const schema = clientsSchema(deriveContract(supergraphSdl, contractVariants[name]));
  const whole = Supergraph.build(supergraphSdl, { supportedFeatures: null }).schema;
  const seen = Object.values(schema.getTypeMap()).flatMap((type) => ('getFields' in type && 'getInterfaces' in type ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [])).filter((each) => !each.startsWith('__'));
  expect(seen.length).toBeGreaterThan(10);
  const closed = seen.filter((coordinate) => {
    const element = whole.elementByCoordinate(coordinate);
    const directives = ['sharing', 'act', 'structural'].filter((directive) => element?.hasAppliedDirective(directive));
    if (directives.includes('structural')) return false;
    const { audience = [] } = (element?.appliedDirectivesOf(directives[0] ?? '')[0]?.arguments() ?? {}) as { audience?: { kinds: string[]; mask?: string }[] };
    return !audience.some(({ kinds, mask }) => kinds.includes(contractVariants[name]) && mask !== 'NULL');
  });
  expect(closed).toEqual([]);
});

it('keeps from labs and platforms what blind buying hides, and from platforms the samples', () => {
  const [labs, platforms] = [clientsSchema(deriveContract(supergraphSdl, 'LAB')), clientsSchema(deriveContract(supergraphSdl, 'PLATFORM'))];
  expect([labs.getType('Purchase'), labs.getType('Sample')].map(Boolean)).toEqual([false, true]);
  expect(['Purchase', 'Sample', 'MonitoringPlan', 'MonitoringData'].map((type) => Boolean(platforms.getType(type)))).toEqual([false, false, false, true]);
});

it('of the public says why there is none, where nothing is open to it', () => {
  expect(deriveContract(supergraphSdl.replaceAll(', PUBLIC]', ']'), 'PUBLIC')).toEqual({ problem: expect.stringContaining('open no question to PUBLIC') as unknown });
});

it('of the public has public notices and nothing else, once they are open', () => {
  const sdl = print(
    contractOf(`
      extend schema @terms(name: "officials", class: UNCONDITIONAL, audience: [{ kinds: [REGULATOR], basis: { kind: STATUTE, reference: "5.4.3" } }])
      "Notice (公告, after 5.4.1)" type Notice @key(fields: "id") @defaultTerms(name: "all", freshness: "P1D") { id: ID! title: String author: Officer @shared(terms: "officials") }
      "Officer (人员, clause 1)" type Officer @key(fields: "id") @defaultTerms(name: "officials", freshness: "P1D") { id: ID! name: String }
      "Kind (种类, clause 1)" enum OfficerKind { A }
      extend type Query { "公告 (after 5.4.1)" notice(id: ID!): Notice @shared(terms: "all") "人员 (clause 1)" officer(id: ID!, kind: OfficerKind): Officer @shared(terms: "officials") }`).published,
  );
  const { supergraphSdl: composed = '' } = new SchemaChecks().check({ inForce: {}, supergraphInForce: undefined, candidates: { here: sdl }, approved: {}, exceptions: [] });
  const schema = clientsSchema(deriveContract(composed, 'PUBLIC'));
  expect(['Notice', 'Officer', 'OfficerKind'].map((type) => Boolean(schema.getType(type)))).toEqual([true, false, false]);
  expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(['notice']);
  expect(openToKind({ directives: [] }, 'PUBLIC')).toBe(false);
});
