import { codeListPublished } from '../code-lists/code-list-published.js';
import type { CodeListSnapshots } from '../code-lists/code-list-snapshots.js';
import { takeInCodeList } from '../code-lists/take-in-code-list.js';
import { delegationEvents } from '../identity/delegation-events.js';
import { forgetDelegations } from '../identity/delegations.js';
import type { Membership } from '../identity/membership.js';
import { participantChanged, takeInParticipant } from '../identity/membership-events.js';
import type { RegistrySignature } from '../identity/pinned-keys.js';
import { serviceTokens } from '../identity/service-token.js';
import type { InboxHandler, InboxHandlers } from '../inbox/inbox-handler.js';
import { InboxReader, type InboxReaderOptions } from '../inbox/inbox-reader.js';
import { numberPatternSet, takeInNumberPattern } from '../numbers/number-pattern-set.js';
import { deskEvents } from '../sharing/desk-events.js';
import { rowReadingAsked } from '../sharing/row-reading.js';
import type { SharingReplica } from '../sharing/sharing-replica.js';
import { takeInRowReading } from '../sharing/take-in-row-reading.js';
import { schemaPublished } from '../terms-in-force/schema-published.js';
import { takeInTerms } from '../terms-in-force/take-in-terms.js';
import type { TermsInForce } from '../terms-in-force/terms-in-force.js';
import { tellSchema } from '../terms-in-force/told-schema.js';
import type { Database, Transaction } from '../unit-of-work/transaction.js';
import type { Logger } from './logger.js';
import { registry } from './signature-of-registry.js';
import type { SubgraphEnvironment } from './subgraph-environment.js';

/** What an owner keeps of other owners in memory, read anew when its inbox has taken something in. */
export interface KeptOfOthers {
  readonly membership: Membership;
  readonly desk: SharingReplica;
  readonly codeLists: CodeListSnapshots;
  readonly terms: TermsInForce;
  /** Told that the exchange may have asked who may read a row. */
  readonly wakeRowReadings: () => void;
}

export interface InboxReadersOptions<Tx extends Transaction> {
  readonly owner: string;
  /** Name of this process, under which the registry is told what it runs. */
  readonly instance: string;
  readonly environment: SubgraphEnvironment;
  readonly database: Database<Tx>;
  /** What the owner itself does with events, by `source.kind`. */
  readonly inbox: InboxHandlers<Tx>;
  /** Where the subgraph listens, which is known only once it does: its own log is read there where no address of it is set. */
  readonly ownUrl: () => string;
  /** Of the registry. */
  readonly keys: RegistrySignature;
  readonly kept: KeptOfOthers;
  readonly log: Logger;
}

const exchange = 'exchange';
/** Seconds for which a reading of the log of `exchange` waits for news: whoever hears nothing for longer knows that it does not hear. */
const waitForDesk = 2;
/** What every owner keeps of the exchange. */
const replicated: typeof deskEvents = { [participantChanged]: takeInParticipant, [numberPatternSet]: takeInNumberPattern, ...delegationEvents, ...deskEvents };

/** The readers of the logs that an owner takes in: of those whose events it handles, and of exchange and registry, whom every owner hears. */
export function inboxReaders<Tx extends Transaction>(options: InboxReadersOptions<Tx>): readonly (readonly [source: string, reader: InboxReader<Tx>])[] {
  const { owner, environment, inbox, keys } = options;
  const keep: Readonly<Record<string, InboxHandler>> = {
    // The registry, too, enforces what it has published, and hears of it as everybody does.
    [schemaPublished]: takeInTerms(owner, keys, (version, epoch) => options.kept.terms.refuse(version, epoch)),
    ...(owner !== registry && environment.peers[registry] !== undefined && { [codeListPublished]: takeInCodeList(keys) }),
  };
  const hears = owner === registry || environment.peers[registry] !== undefined;
  const sources = new Set([exchange, ...(hears ? [registry] : []), ...Object.keys(inbox).map((key) => key.slice(0, key.indexOf('.')))]);
  return [...sources].map((source) => {
    if (!environment.peers[source] && source !== owner) throw new Error(`The subgraph ${owner} reads the log of ${source}, but no URL of ${source} is set.`);
    const ofKernel = source === exchange ? ofExchange(options) : source === registry ? ofRegistry(options, keep) : {};
    return [source, new InboxReader<Tx>({ ...reading(options, source), handlerOf: handlersOf(options, source, keep), onTaken: takenBy(options.kept), ...ofKernel })] as const;
  });
}

/** Reads what another owner, or this one, has sealed of its audit log, as its events are read. */
export function auditReader<Tx extends Transaction>(options: InboxReadersOptions<Tx>, source: string, handler: InboxHandler<Tx>): InboxReader<Tx> {
  return new InboxReader<Tx>({ ...reading(options, source), from: 'audit', pageSize: 10, handlerOf: () => handler });
}

function reading<Tx extends Transaction>({ owner, environment, database, ownUrl, log }: InboxReadersOptions<Tx>, source: string) {
  return { owner, source, sourceUrl: () => environment.peers[source] ?? ownUrl(), database, token: serviceTokens({ ...environment, service: owner }), log };
}

/** What is taken in of the registry, and asked by the exchange, comes first, for what the owner does may rest on it. */
function handlersOf<Tx extends Transaction>({ inbox }: InboxReadersOptions<Tx>, source: string, keep: Readonly<Record<string, InboxHandler>>) {
  return (kind: string): InboxHandler<Tx> | undefined => {
    const handler = inbox[`${source}.${kind}`] ?? inbox[`${source}.*`];
    const ask = source === exchange && kind === rowReadingAsked ? takeInRowReading : undefined;
    const ofRegistry = source === registry ? keep[kind] : undefined;
    if (!ofRegistry && !ask) return handler;
    return async (unit, event, log) => {
      await ofRegistry?.(unit, event, log);
      await ask?.(unit, event, log);
      await handler?.(unit, event, log);
    };
  };
}

function takenBy({ membership, desk, codeLists, terms, wakeRowReadings }: KeptOfOthers) {
  return async (kinds: ReadonlySet<string>): Promise<void> => {
    if ([participantChanged, ...Object.keys(delegationEvents)].some((kind) => kinds.has(kind))) await membership.refresh();
    if (kinds.has(codeListPublished)) await codeLists.refresh();
    if (kinds.has(schemaPublished)) await terms.refresh();
    if (kinds.has(rowReadingAsked)) wakeRowReadings();
    if (Object.keys(deskEvents).some((kind) => kinds.has(kind))) await desk.refresh();
  };
}

type OfSource = Pick<InboxReaderOptions<Transaction>, 'keeperOf' | 'headers' | 'onPlaceRead' | 'onHeard' | 'waitSeconds' | 'againHandlerOf'>;

function ofExchange<Tx extends Transaction>({ database, kept: { membership, desk } }: InboxReadersOptions<Tx>): OfSource {
  return {
    onPlaceRead: async () => {
      await forgetDelegations(database);
      await membership.refresh();
      await desk.refresh();
    },
    onHeard: () => desk.heard(),
    waitSeconds: waitForDesk,
    // After a restore it tells everything anew: the replicas are loaded anew, and nothing else is done twice.
    keeperOf: (kind) => {
      const replicate = replicated[kind];
      return replicate && (async (unit, event) => void (await replicate(unit.tx, event)));
    },
  };
}

function ofRegistry<Tx extends Transaction>({ instance, kept: { codeLists, terms } }: InboxReadersOptions<Tx>, keep: Readonly<Record<string, InboxHandler>>): OfSource {
  return {
    headers: () => tellSchema({ instance, builtHash: terms.running.builtHash, contentHash: terms.running.inForce?.contentHash ?? null, differing: terms.running.differing }),
    // Another process of this owner may have taken a list or a schema in.
    onPlaceRead: async () => {
      await codeLists.refresh();
      await terms.refresh();
    },
    // After a restore its log is all that there is of schemas; of the code lists in force it tells by itself.
    againHandlerOf: (kind) => (kind === schemaPublished ? keep[kind] : undefined),
  };
}
