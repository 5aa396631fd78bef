import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { findParticipant } from '@hub/kernel/members/find-participant.js';
import { participantsByUscc } from '@hub/kernel/members/participants-by-uscc.js';
import { requireParticipant } from '@hub/kernel/members/require-participant.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { namedEnterprise } from '../domain/named-enterprise.js';
import type { DirectedData } from '../domain/direction-addressee.js';
import type { DirectEnterpriseInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { issueDirection } from './issue-direction.js';

/**
 * Directs an enterprise to recall (召回, 3.1 d), which is the producer's duty; an importer may be named too, with the monitoring
 * data that it is answerable for.
 */
export function directEnterprise(scope: ActScope<RegulatorTransaction>, input: DirectEnterpriseInput): Promise<ActResult> {
  return issueDirection(scope, 'directEnterprise', 'RECALL', input, async (data, number) => {
    const enterprise = await enterpriseOf(scope, input);
    const directed = input.monitoringDataIds
      ? data.filter(({ id }) => input.monitoringDataIds?.includes(id))
      : data.filter((row) => made(row, enterprise));
    const unknown = input.monitoringDataIds?.find((id) => !data.some((row) => row.id === id));
    if (directed.length === 0 || unknown !== undefined) {
      throw new Refusal('ADDRESSEE_NOT_CONCERNED', {
        field: input.monitoringDataIds ? 'monitoringDataIds' : 'enterprise',
        parameters: {
          number,
          addressee: unknown ?? enterprise.name,
          concerned: [...new Set(data.flatMap((row) => row.producerName ?? row.producerUscc ?? []))].join(', ') || '–',
        },
      });
    }
    const regionCode = enterprise.regionCode ?? directed.find((row) => made(row, enterprise))?.producerRegion ?? null;
    return { kind: 'ENTERPRISE', ...enterprise, regionCode, monitoringDataIds: directed.map(({ id }) => id) };
  });
}

interface Enterprise {
  readonly id: string | null;
  readonly name: string;
  readonly uscc: string | null;
  readonly regionCode: string | null;
}

/** The enterprise as the register of members has it, else as it is named. */
async function enterpriseOf({ unit: { tx, now }, codeLists }: ActScope<RegulatorTransaction>, { enterprise }: DirectEnterpriseInput): Promise<Enterprise> {
  if (enterprise.participantId != null) {
    const { id, name, uscc, regionCode } = await requireParticipant(tx, 'ENTERPRISE', enterprise.participantId, 'enterprise.participantId');
    return { id, name, uscc, regionCode };
  }
  const named = namedEnterprise(enterprise, { codeLists, now });
  const [id] = await participantsByUscc(tx, 'ENTERPRISE', named.uscc);
  const member = id === undefined ? null : await findParticipant(tx, id);
  return member ? { id: member.id, name: member.name, uscc: member.uscc, regionCode: member.regionCode } : { id: null, ...named };
}

/** Whether monitoring data names the enterprise as its producer: by USCC, and by name where either has none. */
function made(data: DirectedData, { uscc, name }: Enterprise): boolean {
  return data.producerUscc !== null && uscc !== null ? data.producerUscc === uscc : data.producerName === name;
}
