/** What the hub says where something is wrong: a code's message, in both languages. */
export interface CatalogueEntry {
  /** HTTP status, where the whole request is refused. */
  readonly status?: number;
  /** Placeholders in braces are filled from the refusal's parameters. Each message says what to do next. */
  readonly en: string;
  readonly 'zh-CN': string;
}
