import { givenFaults } from '@hub/imports/mapping/given-faults.js';
import type { Mapping } from '@hub/imports/mapping/mapping.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { CommandRefused } from '../command-refused.js';
import { namedValue } from './named-value.js';

/** What the file does not say, as name=value. @throws CommandRefused that tells what the mapping asks for */
export function givenValues(given: readonly string[], { given: asked }: Mapping, locale: Locale): Readonly<Record<string, string>> {
  const values = Object.fromEntries(given.map(namedValue).map(({ name, value }) => [name, value]));
  if (givenFaults(asked, values).length === 0) return values;
  const all = Object.entries(asked).map(([name, title]) => `--given ${name}=… (${title[locale]})`).join(', ');
  throw new CommandRefused(`The mapping asks for ${all === '' ? 'nothing that is given' : all}.`);
}
