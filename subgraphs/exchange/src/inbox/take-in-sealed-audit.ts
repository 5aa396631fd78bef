import type { AuditEntry } from '@hub/kernel/audit/audit-entry.js';
import type { SealedBatch } from '@hub/kernel/audit/sealed-batch.js';
import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { accessRecordMachine } from '../domain/access-record-machine.js';
import { firstShown } from '../domain/first-shown.js';
import type { ExchangeTransaction } from '../repository/database.js';
import { kindsOfParties } from '../repository/kinds-of-parties.js';
import { recordAccesses, type AccessRecordRow } from '../repository/record-accesses.js';
import { witnessAudit } from '../repository/witness-audit.js';
import { partsOf } from './access-records-of.js';

const kinds: Readonly<Record<string, string>> = { query: 'READ', mutation: 'ACT', subscription: 'DELIVERY' };

/**
 * What an owner has sealed becomes what the auditor and the holders read (5.4.3 d). It is no event of the feed: that something was read would
 * tell as much as what. The seal itself is kept as a witness, behind which the owner's log cannot be cut any more.
 */
export const takeInSealedAudit: InboxHandler<ExchangeTransaction> = async (unit, event, log) => {
  const batch = event.payload as unknown as SealedBatch;
  if (!(await witnessAudit(unit.tx, event.source, batch, unit.now))) {
    log.error({ owner: event.source, position: batch.first }, 'an audit log does not go on from where it was: look at it with `hub audit verify`');
  }
  const entries = batch.entries.flatMap(({ position, entry }) => ('unauthentic' in entry || !batch.selections[entry.selection] ? [] : [{ position, entry }]));
  const kindOf = await kindsOfParties(unit.tx, [...new Set(entries.flatMap(({ entry }) => partsOf(entry).map(({ holder }) => holder)))]);
  await recordAccesses(unit.tx, entries.flatMap(({ position, entry }) => recordsOf(event.source, position, entry, kindOf)), batch.selections);
};

function recordsOf(owner: string, position: number, entry: AuditEntry, kindOf: ReadonlyMap<string, string>): AccessRecordRow[] {
  return partsOf(entry).map(({ refused, ...part }) => {
    const state = firstShown({ reader: entry.party, readerKind: entry.kind, holder: part.holder, holderKind: kindOf.get(part.holder) });
    return {
      ...part,
      ...{ owner, position, entry: entry.id, at: entry.at, userId: entry.user, partyId: entry.party, role: entry.role },
      ...{ onBehalfOf: entry.onBehalfOf, purpose: entry.purpose, request: entry.request ?? null, kind: kinds[entry.operation.kind] ?? 'READ' },
      ...{ refused, isRefused: Object.keys(refused).length > 0 || (part.holder === '' && (entry.errors ?? []).length > 0), acts: entry.acts ?? {}, selection: entry.selection },
      ...accessRecordMachine.begin('*.AuditSealed', state),
    };
  });
}
