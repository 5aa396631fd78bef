import type { AskedHub } from '../../../../scripts/src/asking/asked-hub.js';

/** The text of the labs' schema that is in force. */
export async function labsInForce(hub: AskedHub): Promise<string> {
  const { data } = await hub.ask({ identity: 'steward', role: 'DATA_STEWARD' }, '{ schemaVersions(first: 1, filter: { subgraph: "labs" }) { nodes { sdl } } }');
  return (data as unknown as { schemaVersions: { nodes: [{ sdl: string }] } }).schemaVersions.nodes[0].sdl;
}
