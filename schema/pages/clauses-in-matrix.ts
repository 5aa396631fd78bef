import type { Clause, PartyKind } from '../policy/terms/vocabulary.js';

const rowsInWords = { ALL: 'all', OWN: 'own', CONCERNED: 'concerned' } as const;

/** What the clauses of an audience give one kind of party, as a cell of the sharing matrix. */
export function clausesInMatrix(audience: readonly Clause[], kind: PartyKind): string {
  const cells = audience.filter(({ kinds }) => kinds.includes(kind)).map(clauseInMatrix);
  return cells.length === 0 ? '–' : cells.join('; ');
}

function clauseInMatrix({ levels, roles, rows, place, visibleFrom, mask, purposes }: Clause): string {
  const which = rows === 'REGION' ? `${(place ?? 'SELLER').toLowerCase()}’s region` : rowsInWords[rows];
  const who = [levels?.join('/'), roles?.join('/')].filter(Boolean).join(' ');
  return [
    who && `${who}:`,
    which,
    visibleFrom && `from ${visibleFrom}`,
    purposes && `for ${purposes.join('/')}`,
    mask && `**${mask}**`,
  ]
    .filter(Boolean)
    .join(' ');
}
