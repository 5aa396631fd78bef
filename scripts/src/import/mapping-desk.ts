import { CommandRefused } from '../command-refused.js';
import type { HubOptions } from './hub-at.js';
import { HubDesk } from './hub-desk.js';

/** A version of a mapping as the hub tells of it. */
export interface ListedMapping {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly state: string;
  readonly text: string;
  readonly en: string;
  readonly zh: string;
  readonly source: string;
  readonly reason: string;
  readonly proposed: { readonly userId: string; readonly at: string };
  readonly decided: { readonly userId: string; readonly at: string } | null;
  readonly decisionReason: string | null;
  readonly withdrawalReason: string | null;
  readonly trial: Readonly<Record<'rows' | 'taken' | 'leftOut' | 'refused' | 'repaired', number>>;
}

/** What would become of a row of a sample. */
export interface PreviewedRow {
  readonly row: number;
  readonly key: string;
  readonly outcome: string;
  readonly values: readonly { readonly field: string; readonly value: string | null }[];
  readonly keptColumns: readonly string[];
  readonly repairs: string | null;
  readonly field: string | null;
  readonly rule: string | null;
  readonly message: string | null;
}

interface MappingsPage {
  readonly nodes: readonly ListedMapping[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const fields = 'id name version state text en zh source reason proposed { userId at } decided { userId at } decisionReason withdrawalReason trial { rows taken leftOut refused repaired }';

/** The mappings of a centre in a hub, as one of its analysts has them. */
export class MappingDesk {
  readonly #hub: HubDesk;

  private constructor(hub: HubDesk) {
    this.#hub = hub;
  }

  /** @throws CommandRefused where no hub or nobody is named */
  static async at(options: HubOptions): Promise<MappingDesk> {
    return new MappingDesk(await HubDesk.at(options));
  }

  /** The latest first. */
  async mappings(filter: { readonly name?: string; readonly state?: readonly string[] }): Promise<readonly ListedMapping[]> {
    const query = `query ($filter: ImportMappingFilter, $after: String) { importMappings(first: 200, after: $after, filter: $filter) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
    const found: ListedMapping[] = [];
    for (let after: string | null = null; ; ) {
      const { importMappings }: { importMappings: MappingsPage } = await this.#hub.ask(query, { filter, after });
      found.push(...importMappings.nodes);
      if (!importMappings.pageInfo.hasNextPage) return found;
      after = importMappings.pageInfo.endCursor;
    }
  }

  /** One by its id, with what would become of its sample; null in place of that where the sample is kept no longer. @throws CommandRefused */
  async mapping(id: string): Promise<ListedMapping & { readonly preview: readonly PreviewedRow[] | null }> {
    const query = `query ($id: ID!) { importMapping(id: $id) { ${fields} preview { row key outcome values { field value } keptColumns repairs field rule message } } }`;
    const { importMapping } = await this.#hub.ask<{ importMapping: Awaited<ReturnType<MappingDesk['mapping']>> | null }>(query, { id });
    if (!importMapping) throw new CommandRefused(`There is no mapping ${id} for you; hub import mapping list shows those that there are.`);
    return importMapping;
  }

  /** Does an act on a mapping. @throws HubRefused */
  act(name: 'proposeImportMapping' | 'decideImportMapping' | 'withdrawImportMapping', input: object): Promise<ListedMapping> {
    return this.#hub.act(name, input, fields);
  }

  /** Hands a sample in to be tried. @throws HubRefused */
  handIn(file: string, hash: string): Promise<void> {
    return this.#hub.handIn(file, hash);
  }
}
