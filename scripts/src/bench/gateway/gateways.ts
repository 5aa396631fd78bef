import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SubjectCommand } from '../subject-process.js';

/** Where a gateway of the bench finds what it serves. */
export interface GatewaySetting {
  readonly supergraph: string;
  readonly port: number;
  /** Folder of the package of peers. */
  readonly peers: string;
  /** Folder with the development issuer whose tokens the hub's gateway verifies. */
  readonly dataDir: string;
  /** Whether identical requests in flight are answered as one, within one authorisation. */
  readonly sharing: boolean;
}

const hub = fileURLToPath(new URL('../../../dist/bundle/hub.js', import.meta.url));

/** The gateways that are measured, by name; `hub` is ours as it ships, identity verified and limits on. */
export const gateways: Readonly<Record<string, (setting: GatewaySetting) => SubjectCommand>> = {
  hub: ({ supergraph, port, dataDir, sharing }) => ({
    args: [hub, 'gateway', '--supergraph', supergraph, '--port', String(port)],
    // Its own issuer's tokens count where no other provider is set, which `production` would ask for.
    variables: { NODE_ENV: 'development', HUB_DATA_DIR: dataDir, UPSTREAM_SHARING: sharing ? 'on' : 'off' },
  }),
  '@apollo/gateway': ({ supergraph, port, peers }) => ({
    args: [join(peers, 'plain-gateway.mjs'), supergraph, String(port)],
    variables: { APOLLO_TELEMETRY_DISABLED: '1' },
  }),
  'Hive Gateway': hive(),
  'Hive Gateway, Rust planner': hive('--hive-router-runtime'),
};

function hive(...flags: readonly string[]) {
  return ({ supergraph, port, peers, sharing }: GatewaySetting): SubjectCommand => ({
    args: [
      join(peers, 'node_modules', '.bin', 'hive-gateway'),
      ...['supergraph', supergraph, '--host', '127.0.0.1', '--port', String(port)],
      ...['--config-path', join(peers, 'hive-gateway.config.mjs'), ...flags],
    ],
    variables: { BENCH_SHARING: sharing ? 'on' : 'off' },
  });
}
