import { bilingualMessage } from '../errors/bilingual-message.js';
import type { FormerSchema } from './check-task.js';
import { readPublished, type PublishedContract } from './read-published.js';
import { finding, type SchemaFinding } from './schema-finding.js';
import { allTerms, termChanges, type AllTerms } from './term-changes.js';

/**
 * What is not in force and was once (5.4.3 a): compared with the last terms that it had, or a field could leave with one publication and come back wider with the
 * next. What was closed by bringing an earlier version back counts as opened anew, whatever its terms.
 *
 * @param former versions of the candidate's subgraph that are not in force any more, the latest first
 */
export function returningTerms(inForce: AllTerms, candidate: PublishedContract, former: readonly FormerSchema[]): readonly SchemaFinding[] {
  const { owner } = candidate;
  const given = allTerms([candidate]);
  const missing = new Set(newCoordinates(inForce, given));
  return former.flatMap(({ sdl, wentBack }) => {
    // A text in which no name occurs need not be read: most of what is new was never there.
    if (![...missing].some((coordinate) => sdl.includes(lastName(coordinate)))) return [];
    const had = allTerms([readPublished(owner, sdl)]);
    const there = coordinatesOf(had);
    const back = [...missing].filter((coordinate) => there.has(coordinate));
    for (const coordinate of back) missing.delete(coordinate);
    return [
      ...(wentBack ? back.map((coordinate) => reopened(owner, coordinate)) : []),
      ...termChanges(had, given).filter(({ coordinate }) => coordinate !== null && back.includes(coordinate)),
    ];
  });
}

/** The last names of the coordinates of a candidate that are not in force. */
export function newNames(inForce: AllTerms, candidate: PublishedContract): readonly string[] {
  return [...new Set(newCoordinates(inForce, allTerms([candidate])).map(lastName))];
}

function newCoordinates(inForce: AllTerms, given: AllTerms): readonly string[] {
  const known = coordinatesOf(inForce);
  return [...coordinatesOf(given)].filter((coordinate) => !known.has(coordinate));
}

function lastName(coordinate: string): string {
  return coordinate.split('.')[1] ?? '';
}

function coordinatesOf({ fields, acts, structural }: AllTerms): ReadonlySet<string> {
  return new Set([...fields.keys(), ...acts.keys(), ...structural.keys()]);
}

function reopened(owner: string, coordinate: string): SchemaFinding {
  return finding({
    kind: 'WIDENED', code: 'WIDENED', owners: [owner], coordinate,
    message: bilingualMessage('FINDING_WIDENED', { place: coordinate, words: { en: 'it was closed when an earlier version was brought back, and would be open again', 'zh-CN': '恢复早期版本时已关闭，今后将重新开放' } }),
  });
}
