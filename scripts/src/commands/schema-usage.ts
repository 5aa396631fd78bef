import { CommandRefused } from '../command-refused.js';
import { withExitCode } from '../exit-code.js';
import { requireSubgraphAt } from '../schema/check-at.js';
import { registryAt, type RegistryOptions } from '../schema/registry-at.js';
import { tellUses, type FieldUse } from '../schema/tell-uses.js';

export interface SchemaUsageOptions extends RegistryOptions {
  readonly days: number;
  readonly unused: boolean;
  readonly deprecated: boolean;
  readonly field?: string;
}

/** What a registry token is told: which fields were used, and no numbers. */
interface UsedFields {
  readonly subgraph: string;
  readonly since: string;
  readonly recordedSince: string | null;
  readonly allRecorded: boolean;
  readonly fields: readonly { readonly coordinate: string; readonly deprecationReason: string | null; readonly used: boolean }[];
}

interface SchemaUsage {
  readonly subgraph: string;
  readonly since: string;
  readonly recordedSince: string | null;
  readonly unrecorded: number;
  readonly unreportedDays: number;
  readonly silentGatewayDays: number;
  readonly fields: readonly { readonly coordinate: string; readonly deprecationReason: string | null; readonly requests: number; readonly operations: number; readonly parties: number }[];
}

/** Prints how the fields of a subgraph were used in the last days, or who uses one of them. */
export function schemaUsage(subgraph: string, { days, unused, deprecated, field, ...options }: SchemaUsageOptions): Promise<void> {
  return withExitCode(async () => {
    if (unused && deprecated) throw new CommandRefused('What is unused is not used: name --unused or --deprecated, not both.');
    const registry = await registryAt(options);
    if (field !== undefined) {
      const uses = await registry.get<readonly FieldUse[]>(`/registry/usage?${new URLSearchParams({ coordinate: field, days: String(days) })}`);
      if (options.json) console.log(JSON.stringify(uses, null, 2));
      else if (uses.length === 0) console.log(`${field}: nobody asked it in the last ${days} days.`);
      else tellUses(uses);
      return 0;
    }
    await requireSubgraphAt(registry, subgraph);
    const show = unused ? 'UNUSED' : deprecated ? 'DEPRECATED_AND_USED' : 'ALL';
    const usage = await registry.get<SchemaUsage | UsedFields>(`/registry/usage?${new URLSearchParams({ subgraph, days: String(days), show })}`);
    if (options.json) console.log(JSON.stringify(usage, null, 2));
    else tellUsage(usage);
    return 0;
  }, options);
}

function tellUsage(usage: SchemaUsage | UsedFields): void {
  const { subgraph, since, recordedSince, fields } = usage;
  for (const field of fields) {
    const deprecation = field.deprecationReason === null ? '' : `  deprecated: ${field.deprecationReason}`;
    const use = 'used' in field ? (field.used ? 'used' : 'not used') : `${field.requests.toLocaleString('en').padStart(12)} requests, ${field.operations} operations, ${field.parties} parties`;
    console.log(`${field.coordinate.padEnd(48)} ${use}${deprecation}`);
  }
  console.log(`${subgraph}: ${fields.length} fields and acts, since ${since}.`);
  if (recordedSince === null) console.log('No gateway has reported yet what is used.');
  else if (recordedSince > since) console.log(`Usage is recorded only since ${recordedSince}.`);
  if ('allRecorded' in usage) {
    if (!usage.allRecorded) console.log('Not all was recorded: what seems unused may have been asked.');
    return;
  }
  const { unreportedDays, silentGatewayDays, unrecorded } = usage;
  if (recordedSince !== null && unreportedDays > 0) console.log(`On ${unreportedDays} of these days no gateway has reported.`);
  if (silentGatewayDays > 0) console.log(`On ${silentGatewayDays} of these days a gateway ran that did not report (hub schema running): what seems unused may have been asked through it.`);
  if (unrecorded > 0) console.log(`${unrecorded.toLocaleString('en')} requests could not be recorded.`);
}
