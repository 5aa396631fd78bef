import { connectExchange } from '@hub/exchange/repository/database.js';
import { keepSearchTerms } from '@hub/exchange/repository/keep-search-terms.js';
import { sdl as center } from '@hub/schema/generated/monitoring-center.js';
import { sdl as labs } from '@hub/schema/generated/labs.js';
import { sdl as platforms } from '@hub/schema/generated/platforms.js';
import { readTerms } from '@hub/schema/policy/terms/read-terms.js';
import { buildASTSchema, parse } from 'graphql';

const types = new Set(['RiskInformation', 'Sample', 'MonitoringData', 'InspectionReport', 'Listing']);

/** Keeps the terms of the owners as the code was built with, as if they had told so. */
export async function keepTermsAsBuilt(url: string): Promise<void> {
  const database = connectExchange(url);
  try {
    for (const [owner, sdl] of Object.entries({ 'monitoring-center': center, labs, platforms })) {
      const { fields } = readTerms(buildASTSchema(parse(sdl), { assumeValid: true }));
      const own = [...fields].filter(([coordinate, terms]) => types.has(coordinate.split('.')[0] ?? '') && terms.owner === owner);
      await keepSearchTerms(database, owner, Object.fromEntries(own));
    }
  } finally {
    await database.$disconnect();
  }
}
