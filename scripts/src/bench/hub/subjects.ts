import { fileURLToPath } from 'node:url';
import { startHubProcess } from '../../hub-process.js';
import { answersGraphql } from '../answers-graphql.js';
import { freePort } from '../free-port.js';
import { startSubjectProcess } from '../subject-process.js';
import { databaseVariables, type Databases } from './databases.js';
import type { Question } from './questions.js';

export const subjectNames = ['hub', 'documentation stack', 'hand-written SQL'] as const;
export type SubjectName = (typeof subjectNames)[number];

/** A subject that runs, in processes of its own. */
export interface RunningSubject {
  /** Where it answers a question, and what is sent there to ask for so many rows. */
  ask(question: Question, first: number): { readonly url: string; readonly body: object };
  stop(): Promise<unknown>;
}

export interface SubjectSetting {
  readonly databases: Databases;
  /** Folder of the hub, with the issuer of the tokens. */
  readonly dataDir: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * How each subject is started: the hub as it ships, every owner and the gateway in a process of its own, as the documentation stack has them;
 * hand-written SQL in one. The hub answers identical requests in flight as one, which would multiply its figures here, where all are alike: that is off.
 */
export const startSubject: Readonly<Record<SubjectName, (setting: SubjectSetting) => Promise<RunningSubject>>> = {
  async hub({ databases, dataDir }) {
    const hub = await startHubProcess({ dataDir, separate: true, variables: { ...databaseVariables(databases), UPSTREAM_SHARING: 'off' } });
    return { ask: byGraphql(`${hub.url}/graphql`), stop: () => hub.stop() };
  },
  async 'documentation stack'({ databases, dataDir, headers }) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/graphql`;
    const args = [fileURLToPath(new URL('./documentation-stack/serve-documentation-stack.js', import.meta.url)), dataDir, String(port)];
    const variables = { ...databaseVariables(databases), APOLLO_TELEMETRY_DISABLED: '1' };
    const { stop } = await startSubjectProcess({ args, variables }, url, () => answersGraphql(url, headers));
    return { ask: byGraphql(url), stop };
  },
  async 'hand-written SQL'({ databases, dataDir }) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const args = [fileURLToPath(new URL('./hand-written-sql/serve-hand-written-sql.js', import.meta.url)), dataDir, String(port)];
    const ready = () => fetch(`${url}/ready`).then(({ ok }) => ok, () => false);
    const { stop } = await startSubjectProcess({ args, variables: databaseVariables(databases) }, url, ready);
    return { ask: ({ route }, first) => ({ url: `${url}${route}`, body: { first } }), stop };
  },
};

function byGraphql(url: string): RunningSubject['ask'] {
  return ({ query }, first) => ({ url, body: { query, variables: { first } } });
}
