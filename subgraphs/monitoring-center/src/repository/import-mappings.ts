/** A mapping (映射) that imports may use. */
export interface UsableMapping {
  readonly name: string;
  readonly version: number;
  readonly text: string;
  /** Name of the source whose records it reads. */
  readonly source: string;
  /** What it asks of whoever imports, by name. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** The mappings that imports may use, by name and version. */
export interface ImportMappings {
  find(name: string, version: number): Promise<UsableMapping | undefined>;
  /** Name and version of each. */
  all(): Promise<readonly Pick<UsableMapping, 'name' | 'version'>[]>;
}
