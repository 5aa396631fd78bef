const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const month = `(?:${months.join('|')})`;
const qualifier = String.raw`(?:(?:about|approximately|around|at\s+least|early|mid|late|the\s+month\s+of)[\s-]+)*`;
const day = (name: string) =>
  String.raw`(?:(?<${name}Month>${month})(?:\s+(?<${name}Day>\d{1,2})(?!\d))?,?\s+(?:of\s+)?)?(?<${name}Year>(?:19|20)\d\d)(?![\d,]*\d|%)`;
const monthAlone = String.raw`(?<aloneMonth>${month})(?:\s+(?<aloneDay>\d{1,2})(?!\d))?`;
const until = (name: string) => String.raw`(?:through|to|until|and|till|-|–)\s+${qualifier}${day(name)}`;

/** "from June 2019 through May 2021", "from June through August 2019", "in May 2004", "since 2007", "through May 2010". */
const period = new RegExp(
  String.raw`\b(?<word>from|between|since|beginning|starting|in|during)\s+(?:in\s+)?${qualifier}(?:${day('from')}(?:,?\s+${until('until')})?|${monthAlone},?\s+${until('aloneUntil')})|\b(?:through|until|before|prior\s+to)\s+${qualifier}${day('only')}|\b${day('bare')},?\s+${until('bareUntil')}`,
  'giu',
);

/** A period of sale, both days included; undefined where the text leaves it open. */
export interface Period {
  readonly from: string | undefined;
  readonly until: string | undefined;
}

/**
 * The period that a text tells: from the first day named to the last, where it names several. A month begins on its first
 * day and ends on its last. What contradicts itself is no period.
 */
export function periodInText(text: string): Period {
  const starts: string[] = [];
  const ends: string[] = [];
  for (const { groups = {} } of text.matchAll(period)) {
    const dayNamed = (name: string): NamedDay => [groups[`${name}Year`], groups[`${name}Month`], groups[`${name}Day`]];
    const start = groups['aloneMonth']
      ? firstDay([groups['aloneUntilYear'], groups['aloneMonth'], groups['aloneDay']])
      : (firstDay(dayNamed('from')) ?? firstDay(dayNamed('bare')));
    const within = /^(?:in|during)$/i.test(groups['word'] ?? '') ? lastDay(dayNamed('from')) : undefined;
    const end = ['until', 'aloneUntil', 'only', 'bareUntil'].map((name) => lastDay(dayNamed(name))).find((found) => found !== undefined) ?? within;
    if (start) starts.push(start);
    if (end) ends.push(end);
  }
  const [from, last] = [starts.sort()[0], ends.sort().at(-1)];
  return from !== undefined && last !== undefined && from > last ? { from: undefined, until: undefined } : { from, until: last };
}

type NamedDay = readonly [year: string | undefined, month: string | undefined, day: string | undefined];

function firstDay([year, name, dayOfMonth]: NamedDay): string | undefined {
  return year === undefined ? undefined : iso(Number(year), name ? monthIndex(name) : 0, Number(dayOfMonth ?? 1));
}

function lastDay([year, name, dayOfMonth]: NamedDay): string | undefined {
  if (year === undefined) return undefined;
  const index = name ? monthIndex(name) : 11;
  return dayOfMonth === undefined ? iso(Number(year), index + 1, 0) : iso(Number(year), index, Number(dayOfMonth));
}

function monthIndex(name: string): number {
  return months.indexOf(name.toLowerCase());
}

function iso(year: number, index: number, dayOfMonth: number): string {
  return new Date(Date.UTC(year, index, dayOfMonth)).toISOString().slice(0, 10);
}
