import type { SubgraphNames } from './subgraph-names.js';

/** The rooms that are filled with a first entry; the rooms that are the same everywhere are copied, see copied-rooms.ts. */
export function roomTemplates(names: SubgraphNames): Record<string, string> {
  const { owner, pascal, camel } = names;
  const entry = `${camel}Entry`;
  const files: Record<string, string> = {
    'README.md': readme(names),
    'src/service.ts': `import type { SubgraphDefinition } from '@hub/kernel/service/subgraph-definition.js';
import { sdl } from '@hub/schema/generated/${owner}.js';
import type { Context } from './context.js';
import { resolvers } from './generated/resolvers.js';
import { inbox } from './inbox/inbox.js';
import { loaders } from './loaders/loaders.js';
import { connect${pascal}, type ${pascal}Database, type ${pascal}Transaction } from './repository/database.js';
import { repositories } from './repository/repositories.js';

/** The subgraph of the ${owner}. */
export const ${camel}Service: SubgraphDefinition<${pascal}Transaction, ${pascal}Database, Context> = {
  owner: '${owner}',
  sdl,
  resolvers,
  connect: connect${pascal},
  contextOf: (context, database) => {
    const ownRepositories = repositories(database);
    return { ...context, repositories: ownRepositories, loaders: loaders(context.authority, ownRepositories) };
  },
  inbox,
};
`,
    'src/context.ts': `import type { SubgraphContext } from '@hub/kernel/service/subgraph-context.js';
import type { Loaders } from './loaders/loaders.js';
import type { ${pascal}Transaction } from './repository/database.js';
import type { Repositories } from './repository/repositories.js';

/** What resolvers of this subgraph find in their context. */
export interface Context extends SubgraphContext<${pascal}Transaction> {
  readonly repositories: Repositories;
  readonly loaders: Loaders;
}
`,
    'src/environment.ts': `import { readSubgraphEnvironment, type SubgraphEnvironment } from '@hub/kernel/service/subgraph-environment.js';

/** Reads and checks the settings of this subgraph; a wrong one stops the start with its name and a right example. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): SubgraphEnvironment {
  return readSubgraphEnvironment('${owner}', variables);
}
`,
    'src/domain/is-open.ts': `import type { ${pascal}EntryState } from '../generated/graphql.js';

/** Whether an entry in a state still counts (有效). */
export function isOpen(state: ${pascal}EntryState): boolean {
  return state === 'OPEN';
}
`,
    'src/inbox/inbox.ts': `import type { InboxHandlers } from '@hub/kernel/inbox/inbox-handler.js';
import type { ${pascal}Transaction } from '../repository/database.js';

/** What is received of other owners, by \`source.kind\`: nothing yet. Membership is received by the kernel. */
export const inbox: InboxHandlers<${pascal}Transaction> = {};
`,
    'src/loaders/loaders.ts': `import { entityLoader } from '@hub/kernel/loading/entity-loader.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import type { Repositories } from '../repository/repositories.js';

/** The loaders of one operation: each batch is one statement, and only rows that the caller may see come back. */
export function loaders(authority: OperationAuthority, repositories: Repositories) {
  return { ${entry}: entityLoader(authority, '${pascal}Entry.id', repositories.${entry}.findAll) };
}

export type Loaders = ReturnType<typeof loaders>;
`,
    'src/repository/repositories.ts': `import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { ${pascal}Database } from './database.js';

/** How rows are read: each function is one statement. Rights come with the condition. */
export function repositories(database: ${pascal}Database) {
  return {
    ${entry}: { findAll: (where: Where) => database.${entry}.findMany({ where: where as never }) },
  };
}

export type Repositories = ReturnType<typeof repositories>;
`,
    [`src/resolvers/${pascal}Entry.ts`]: `import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import { isOpen } from '../domain/is-open.js';
import type { ${pascal}EntryResolvers, ${pascal}EntryState } from '../generated/graphql.js';

export const ${pascal}Entry: ${pascal}EntryResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.${entry}.load(id),
  state: ({ state }) => state as ${pascal}EntryState,
  open: ({ state }) => isOpen(state as ${pascal}EntryState),
};
`,
    [`src/resolvers/Query/${entry}.ts`]: `import type { QueryResolvers } from '../../generated/graphql.js';

export const ${entry}: QueryResolvers['${entry}'] = (_root, { id }, { loaders }) => loaders.${entry}.load(id);
`,
    [`test/${owner}-entry.test.ts`]: `import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ${pascal}Database } from '../src/repository/database.js';
import { ${camel}Service } from '../src/service.js';

let hub: SubgraphUnderTest<${pascal}Database>;
beforeAll(async () => {
  hub = await subgraphUnderTest(${camel}Service);
});
afterAll(() => hub.close());

it('shows an entry to the centre that holds it, and to nobody else', async () => {
  const stamps = { holder: 'center', concerned: [], state: 'OPEN', reached: ['OPEN'] };
  const { id } = await hub.database.${entry}.create({ data: { title: '示例', ...stamps } });
  const query = 'query ($id: ID!) { ${entry}(id: $id) { title open } }';
  expect((await hub.ask('center', query, { id })).data).toEqual({ ${entry}: { title: '示例', open: true } });
  expect((await hub.ask('lab-1', query, { id })).data).toEqual({ ${entry}: null });
});
`,
  };
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`subgraphs/${owner}/${path}`, text]));
}

function readme({ owner, pascal }: SubgraphNames): string {
  const setting = owner.replaceAll('-', '_').toUpperCase();
  return `# ${pascal}

The subgraph of the ${owner}. **Owns** entries (条目). **Acts**: none yet. **Receives** members only.

**Runs alone** as \`node dist/main.js\` with \`PORT_${setting}\`, \`DATABASE_URL_${setting}\`, \`URL_EXCHANGE\`, \`HUB_DATA_DIR\`, \`MASK_KEY\`;
\`src/environment.ts\` says what is missing. Tests: \`npx vitest run subgraphs/${owner}\`.
`;
}
