import { atHub } from '../import/at-hub.js';
import { HubDesk } from '../import/hub-desk.js';
import type { HubOptions } from '../import/hub-at.js';
import { namedValue } from '../import/named-value.js';
import { required } from '../import/required.js';

export interface ImportPullOptions extends HubOptions {
  readonly mapping?: string;
  readonly every?: string;
  readonly given?: readonly string[];
  readonly parameter?: string;
  readonly column?: string;
  readonly from?: string;
  readonly state?: string;
  readonly reason?: string;
}

interface ListedPull {
  readonly id: string;
  readonly url: string;
  readonly mapping: string;
  readonly every: string;
  readonly state: string;
  readonly cursor: { readonly parameter: string; readonly value: string } | null;
  readonly nextAttemptAt: string | null;
  readonly lastFailure: { readonly code: string; readonly message: string } | null;
  readonly failedAttempts: number;
  readonly stoppedBecause: { readonly code: string; readonly message: string } | null;
  readonly importRun: { readonly id: string; readonly state: string } | null;
}

interface PullPage {
  readonly nodes: readonly ListedPull[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

const fields = 'id url mapping every state cursor { parameter value } nextAttemptAt lastFailure { code message } failedAttempts stoppedBecause { code message } importRun { id state }';

/** Has the hub fetch a source by itself from now on. */
export function importPullSchedule(url: string, options: ImportPullOptions): Promise<void> {
  return act(options, 'scheduleImportPull', () => ({
    url,
    mapping: required(options.mapping, '--mapping', 'cpsc-recalls'),
    every: required(options.every, '--every', 'PT6H'),
    given: (options.given ?? []).map(namedValue),
    ...cursorOf(options),
  }));
}

/** Prints the sources that the hub fetches by itself, the latest first, and whether there are more of them. */
export function importPullList(options: ImportPullOptions): Promise<void> {
  return atHub(options, async () => {
    const desk = await HubDesk.at(options);
    const filter = options.state === undefined ? {} : { state: [options.state] };
    const { importPulls } = await desk.ask<{ importPulls: PullPage }>(`query ($filter: ImportPullFilter) { importPulls(first: 200, filter: $filter) { nodes { ${fields} } pageInfo { hasNextPage } } }`, { filter });
    for (const pull of importPulls.nodes) console.log(inWords(pull));
    // Those that have ended count too, and an old one that goes on stands behind them.
    if (importPulls.pageInfo.hasNextPage) console.log(options.state === undefined ? 'There are more: narrow them by --state ACTIVE.' : `There are more of ${options.state}, which began before these.`);
  });
}

/** Fetches a source now. */
export const importPullRun = (importPullId: string, options: ImportPullOptions): Promise<void> => act(options, 'runImportPull', () => ({ importPullId }));

/** Has a source wait. */
export const importPullPause = (importPullId: string, options: ImportPullOptions): Promise<void> => act(options, 'pauseImportPull', () => ({ importPullId, reason: reasonOf(options) }));

/** Goes on with a source that waits, or that the hub has stopped. */
export const importPullResume = (importPullId: string, options: ImportPullOptions): Promise<void> => act(options, 'resumeImportPull', () => ({ importPullId }));

/** Fetches a source no more. */
export const importPullEnd = (importPullId: string, options: ImportPullOptions): Promise<void> => act(options, 'endImportPull', () => ({ importPullId, reason: reasonOf(options) }));

function act(options: ImportPullOptions, name: string, input: () => object): Promise<void> {
  return atHub(options, async () => console.log(inWords(await (await HubDesk.at(options)).act<ListedPull>(name, input(), fields))));
}

const reasonOf = ({ reason }: ImportPullOptions) => required(reason, '--reason', '"the source moves"');

/** The place of a source that has one: all three of it, or none. */
function cursorOf({ parameter, column, from }: ImportPullOptions): { readonly cursor?: object } {
  if (parameter === undefined && column === undefined && from === undefined) return {};
  return { cursor: { parameter: required(parameter, '--parameter', 'since'), column: required(column, '--column', 'date'), value: required(from, '--from', '2026-01-01') } };
}

function inWords({ id, url, mapping, every, state, cursor, nextAttemptAt, lastFailure, failedAttempts, stoppedBecause, importRun }: ListedPull): string {
  const lines = [`${url} by ${mapping}, every ${every}: ${state} (${id})`];
  if (cursor) lines.push(`what comes after ${cursor.parameter}=${cursor.value}`);
  if (state === 'ACTIVE' && nextAttemptAt !== null) lines.push(`is asked next at ${nextAttemptAt}`);
  if (importRun) lines.push(`last import ${importRun.id}: ${importRun.state}`);
  if (failedAttempts > 0 && lastFailure) lines.push(`failed ${failedAttempts} times, last by ${lastFailure.code}: ${lastFailure.message}`);
  if (stoppedBecause) lines.push(`stopped because ${stoppedBecause.code}: ${stoppedBecause.message}`);
  return lines.join('\n  ');
}
