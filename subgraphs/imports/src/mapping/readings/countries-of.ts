/** Names that hold an "and" of their own. */
const compound = /^(?:Bosnia and Herzegovina|Trinidad and Tobago|Antigua and Barbuda)$/i;
const nothing = /^(?:unknown|n\/?a|various countries|various|not available)$/i;
/** Other spellings in the sources, and what they mean. */
const spellings: Readonly<Record<string, string>> = {
  'United Stateso': 'United States',
  'The Netherlands': 'Netherlands',
  'Bosnia Herzegovina': 'Bosnia and Herzegovina',
  Bosnia: 'Bosnia and Herzegovina',
  Korea: 'South Korea',
  'Great Britain': 'United Kingdom',
  England: 'United Kingdom',
  Scotland: 'United Kingdom',
};

/** Countries of manufacture as a source lists them, without remarks on parts, each once. */
export function countriesOf(listed: readonly string[]): string[] {
  const names = listed
    .flatMap((entry) => entry.replaceAll(/\s*\([^)]*\)/g, '').split(/,\s*/))
    .flatMap((name) => (compound.test(name) ? [name] : name.split(/\s+and\s+/)))
    .map((name) => name.replace(/^assembled in\s+(?:the\s+)?/i, '').trim())
    .filter((name) => name !== '' && !nothing.test(name));
  return [...new Set(names.map((name) => spellings[name] ?? name))];
}
