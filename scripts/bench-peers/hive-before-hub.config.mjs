// Hive Gateway in the place of the hub's: what the caller says of himself travels on, and each subgraph is asked where URL_<OWNER> says (URL_LABS, URL_MONITORING_CENTER …).
const handedOn = ['authorization', 'accept-language', 'x-hub-purpose', 'x-hub-delegation'];
const owners = ['exchange', 'labs', 'monitoring-center', 'platforms', 'registry', 'regulator'];

export const gatewayConfig = {
  logging: 'error',
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => Object.fromEntries(handedOn.flatMap((name) => (request.headers.has(name) ? [[name, request.headers.get(name)]] : []))),
  },
  transportEntries: Object.fromEntries(
    owners.map((owner) => [owner, { location: new URL('/graphql', process.env[`URL_${owner.toUpperCase().replaceAll('-', '_')}`]).href }]),
  ),
};
