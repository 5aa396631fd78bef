import { isEnumType, isScalarType, isSpecifiedScalarType } from 'graphql';
import { domainTypes } from '../policy/lint/domain-types.js';
import type { OwnerContract } from '../policy/lint/owner-contract.js';

/**
 * What GLOSSARY.md lacks or has too much of, in words: each type, enum, scalar and act of the domain has one line, which begins
 * with its name; the line of an act gives its verb, and the act's name begins with it; that of a state enum gives its states.
 */
export function missingWords(contracts: readonly OwnerContract[], glossary: string): readonly string[] {
  const lines = glossary.split('\n').filter((line) => line.startsWith('| `')).map((line) => line.split('|').map((cell) => cell.trim()));
  const names = lines.map(([, name = '']) => name.replaceAll('`', ''));
  const types = new Set(contracts.flatMap((contract) => [...domainTypes(contract).map(({ name }) => name), ...scalarsOf(contract)]));
  const acts = new Set(contracts.flatMap(({ table }) => [...table.acts.keys()]));
  const known = new Set([...types, ...acts, ...sharingWords(contracts)]);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...[...types, ...acts].filter((name) => !names.includes(name)).map((name) => `GLOSSARY.md lacks ${name}; add a line that begins with it.`),
    ...[...new Set(twice)].map((name) => `GLOSSARY.md has ${name} twice; a word is defined once.`),
    ...names.filter((name) => !known.has(name)).map((name) => `GLOSSARY.md defines ${name}, which the contract does not have; write words to come without back-ticks.`),
    ...contracts.flatMap(domainTypes).flatMap((type) => {
      const line = lines.find(([, name]) => name === `\`${type.name}\``)?.join(' ').split(/\W+/) ?? [];
      const states = isEnumType(type) && type.name.endsWith('State') ? type.getValues().map(({ name }) => name) : [];
      const lacking = line.length === 0 ? [] : states.filter((state) => !line.includes(state));
      return lacking.length === 0 ? [] : [`GLOSSARY.md lacks ${lacking.join(', ')} in the line of ${type.name}.`];
    }),
    ...lines.flatMap(([, name = '', verb = '']) => wrongVerb(acts, name.replaceAll('`', ''), verb)),
  ];
}

function wrongVerb(acts: ReadonlySet<string>, act: string, verb: string): string[] {
  if (!acts.has(act)) return [];
  const written = verb.replaceAll(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
  const right = written !== '' && act.startsWith(written) && /^([A-Z]|$)/.test(act.slice(written.length));
  return right ? [] : [`GLOSSARY.md gives ${act} the verb "${verb}"; the name of an act begins with its verb.`];
}

/** Those of the hub: names of Federation and of the terms begin otherwise. */
function scalarsOf({ schema }: OwnerContract): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type) && /^[A-Z]\w*$/.test(type.name) && !type.name.includes('__'))
    .map(({ name }) => name);
}

/** The words of the terms themselves, without the prefix that keeps them apart in the schema. */
function sharingWords(contracts: readonly OwnerContract[]): string[] {
  return contracts.flatMap(({ schema }) =>
    Object.values(schema.getTypeMap())
      .filter(({ name }) => name.startsWith('sharing__'))
      .flatMap((type) => [type.name.replace('sharing__', ''), ...(isEnumType(type) ? type.getValues().map(({ name }) => name) : [])]),
  );
}
