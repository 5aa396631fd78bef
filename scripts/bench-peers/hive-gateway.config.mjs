// Hive Gateway as its documentation has it, the caller's token passed on; BENCH_SHARING=on shares identical requests in flight.
const sharing = process.env.BENCH_SHARING === 'on';

export const gatewayConfig = {
  logging: 'error',
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') ?? undefined }),
  },
  transportEntries: { '*.http': { options: { deduplicateInflightRequests: sharing } } },
  inboundInflightRequestDeduplication: sharing,
};
