/** The limits of documents; gateway/docs/documents.md explains each. */
export const documentSettings = {
  /** Pages of one document. */
  DOCUMENT_PAGES: { standard: 200, least: 1 },
  /** Seconds that one may take to be laid out. */
  DOCUMENT_TIME_S: { standard: 20, least: 1 },
  /** Labels that are asked at one time. */
  DOCUMENT_LABELS: { standard: 48, least: 1, most: 200 },
  /** Documents of one party that are laid out or wait for it. */
  DOCUMENTS_PER_PARTY: { standard: 4, least: 1 },
} as const;

export type DocumentSettings = Readonly<Record<keyof typeof documentSettings, number>>;

/** The limits where nothing is set. */
export const standardDocuments: DocumentSettings = Object.fromEntries(Object.entries(documentSettings).map(([name, { standard }]) => [name, standard])) as DocumentSettings;
