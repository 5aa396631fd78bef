const findings = 'findings { kind severity code owners coordinate line message letPass }';
const affected = 'affected { coordinate operation operationHash client partyId requests }';
const exception = 'id subgraph rule coordinate severity reason until excepted { userId partyId role at } endedAt';
const refused = '{ client name operationId problem }';
const record = '{ userId partyId role at }';
const proposal = `id title reason state revision proposedAt proposed ${record} toApprove refusedOperations ${refused} changes { subgraph baseVersion contentHash } codeLists { listId baseVersion contentHash keptBy fields } ${findings} approvals { kinds reason approved ${record} }
  comments { text commented ${record} } rejected ${record} rejectedBecause versions { id subgraph version } codeListVersions { id version list { id } }`;
const operation = `id hash manifestId client name body registeredAt safelistedAt retiredAt retiredBecause`;
const refusal = 'refusal { code message field }';
const version = 'id subgraph version publishedAt contentHash reason published { userId partyId role at } promotedFrom { id version }';

/** What the plain addresses ask of the registry's own schema: one act or question each, so that there is one implementation below both. */
export const documents = {
  checks: `mutation ($items: [CheckSchemaInput!]!) { act: checkSchema(items: $items) { outcomes { value { id subgraph baseVersion contentHash checkedAt status ${findings} ${affected} refusedOperations ${refused} } ${refusal} } } }`,
  approvals: `mutation ($items: [ApproveSchemaCheckInput!]!) { act: approveSchemaCheck(items: $items) { outcomes { value { id subgraph approvals { kinds reason approved { userId partyId role at } } } ${refusal} } } }`,
  publications: `mutation ($items: [PublishSchemaInput!]!) { act: publishSchema(items: $items) { outcomes { value { ${version} check { id ${findings} } } ${refusal} } } }`,
  built: `mutation ($items: [PublishBuiltSchemasInput!]!) { act: publishBuiltSchemas(items: $items) { outcomes { value { ${version} } ${refusal} } } }`,
  promotions: `mutation ($items: [PromoteSchemaInput!]!) { act: promoteSchema(items: $items) { outcomes { value { ${version} } ${refusal} } } }`,
  operations: `mutation ($items: [RegisterOperationInput!]!) { act: registerOperation(items: $items) { outcomes { value { ${operation} } ${refusal} } } }`,
  'operation-retirements': `mutation ($items: [RetireOperationInput!]!) { act: retireOperation(items: $items) { outcomes { value { ${operation} } ${refusal} } } }`,
  listedOperations: `query ($first: Int, $after: String, $client: String) {
    persistedOperations(first: $first, after: $after, filter: { client: $client }) { nodes { ${operation} } pageInfo { hasNextPage endCursor } totalCount } }`,
  tokens: `mutation ($items: [IssueRegistryTokenInput!]!) { act: issueRegistryToken(items: $items) { outcomes { value { id subgraph name expiresAt } token ${refusal} } } }`,
  revocations: `mutation ($items: [RevokeRegistryTokenInput!]!) { act: revokeRegistryToken(items: $items) { outcomes { value { id subgraph name revokedAt } ${refusal} } } }`,
  exceptions: `mutation ($items: [ExceptSchemaRuleInput!]!) { act: exceptSchemaRule(items: $items) { outcomes { value { ${exception} } ${refusal} } } }`,
  'exception-ends': `mutation ($items: [EndSchemaRuleExceptionInput!]!) { act: endSchemaRuleException(items: $items) { outcomes { value { ${exception} } ${refusal} } } }`,
  listedExceptions: `query ($first: Int, $after: String, $subgraph: String) {
    schemaRuleExceptions(first: $first, after: $after, filter: { subgraph: $subgraph }) { nodes { ${exception} } pageInfo { hasNextPage endCursor } totalCount } }`,
  proposals: `mutation ($items: [ProposeSchemaInput!]!) { act: proposeSchema(items: $items) { outcomes { value { ${proposal} } ${refusal} } } }`,
  comments: `mutation ($items: [CommentSchemaProposalInput!]!) { act: commentSchemaProposal(items: $items) { outcomes { value { ${proposal} } ${refusal} } } }`,
  'proposal-approvals': `mutation ($items: [ApproveSchemaProposalInput!]!) { act: approveSchemaProposal(items: $items) { outcomes { value { ${proposal} } ${refusal} } } }`,
  rejections: `mutation ($items: [RejectSchemaProposalInput!]!) { act: rejectSchemaProposal(items: $items) { outcomes { value { ${proposal} } ${refusal} } } }`,
  'proposal-publications': `mutation ($items: [PublishSchemaProposalInput!]!) { act: publishSchemaProposal(items: $items) { outcomes { value { ${proposal} } ${refusal} } } }`,
  listedProposals: `query ($first: Int, $after: String, $state: SchemaProposalState) {
    schemaProposals(first: $first, after: $after, filter: { state: $state }) { nodes { id title state proposedAt proposed ${record} toApprove changes { subgraph baseVersion } codeLists { listId baseVersion } } pageInfo { hasNextPage endCursor } totalCount } }`,
  proposal: `query ($id: ID!) { schemaProposal(id: $id) { ${proposal} texts: changes { subgraph sdl } codeListTexts: codeLists { listId before after } } }`,
  retirements: `mutation ($items: [RetireSchemaVersionInput!]!) { act: retireSchemaVersion(items: $items) { outcomes { value { ${version} retired ${record} retiredBecause } ${refusal} } } }`,
  running: '{ runningSchemas { service instance subgraph contentHash version builtHash builtVersion differing current heardAt usageReportedAt } }',
  asOf: `query ($subgraph: String!, $at: DateTime!) { schemaVersionAsOf(subgraph: $subgraph, at: $at) { ${version} sdl signature attestation composedOf { id subgraph version } } }`,
  versions: `query ($first: Int, $after: String, $subgraph: String) {
    schemaVersions(first: $first, after: $after, filter: { subgraph: $subgraph }) { nodes { ${version} } pageInfo { hasNextPage endCursor } totalCount } }`,
  version: `query ($subgraph: String!, $version: Int!) {
    schemaVersions(first: 1, filter: { subgraph: $subgraph, version: $version }) { nodes { ${version} sdl signature attestation composedOf { id subgraph version } } } }`,
  latest: `query ($subgraph: String!) { schemaVersions(first: 1, filter: { subgraph: $subgraph }) { nodes { ${version} sdl signature attestation composedOf { id subgraph version } } } }`,
  schemaUsage: `query ($subgraph: String!, $days: Int!, $show: SchemaUsageShown!) {
    usage: schemaUsage(subgraph: $subgraph, days: $days, show: $show) { subgraph since recordedSince unrecorded unreportedDays silentGatewayDays fields { coordinate deprecationReason requests operations parties } } }`,
  fieldUsage: `query ($coordinate: String!, $days: Int!) {
    usage: fieldUsage(by: [COORDINATE, OPERATION, CLIENT, PARTY], coordinates: [$coordinate], days: $days) { coordinate operation operationHash client partyId requests } }`,
} as const;
