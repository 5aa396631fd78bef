import { readFile } from 'node:fs/promises';

/** What all subjects are asked; who has no GraphQL has a route for it, which takes `first`. */
export interface Question {
  readonly name: string;
  readonly query: string;
  readonly route: string;
}

const reference = new URL('../../../../gateway/test/journeys/reference-query.graphql', import.meta.url);

const list = `query List($first: Int!) {
  riskInformationList(first: $first) {
    totalCount
    pageInfo { hasNextPage }
    nodes {
      id number channel productName productCategories brand hazardItem hazardDegree observedOn collectedAt state
      scope { units countries platforms }
      injuries { hasInjuries hasDeaths }
      center { name }
    }
  }
}`;

/** How many rows each question asks for. */
export const rows = 100;

/** The committed reference query, and a list of 100 as a console shows it. */
export async function questions(): Promise<Question[]> {
  return [
    { name: 'reference query', query: await readFile(reference, 'utf8'), route: '/reference' },
    { name: 'list of 100', query: list, route: '/risk-information' },
  ];
}
