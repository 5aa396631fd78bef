import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ApolloServer } from '@apollo/server';
import { keyFile, type KeyFile } from '@hub/kernel/identity/key-file.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { SupergraphInForce } from '../exports/supergraph-in-force.js';
import type { GatewayContext } from '../gateway-context.js';
import { documentAnswer, type DocumentAnswer } from './document-answer.js';
import { isLabelKind, type DocumentKind, type FormKind } from './document-kind.js';
import { documentKinds } from './document-kinds.js';
import { documentQuery } from './document-query.js';
import type { DocumentSettings } from './document-settings.js';
import type { LabelPaper } from './paper/label-pages.js';
import { Reading } from './paper/reading.js';
import { Withheld } from './paper/withheld.js';
import type { PrintTask } from './printing/print-task.js';
import { PrintGivenUp, PrintingThread } from './printing/printing-thread.js';
import { signStatement, verifiedStatement, type Statement } from './statement.js';
import { wordsOf } from './words-of.js';

export interface DocumentsOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly inForce: SupergraphInForce;
  readonly limits: DocumentSettings;
  readonly dataDir: string;
}

export interface AskedDocument {
  readonly kind: string;
  readonly ids: readonly string[];
  readonly paper: LabelPaper;
  /** Address of the hub, as it was asked. */
  readonly origin: string;
  readonly asker: { readonly partyId: string; readonly userId: string; readonly role: string };
  readonly locale: Locale;
  readonly context: GatewayContext;
}

export interface MadeDocument {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** Documents on paper (ADR 0038). Each is made from what one query gives whoever asks for it, when it is asked for, and is kept nowhere. */
export class Documents {
  readonly key: KeyFile;
  readonly #options: DocumentsOptions;
  readonly #thread: PrintingThread;
  /** How many each party has under way. */
  readonly #underWay = new Map<string, number>();

  constructor(options: DocumentsOptions) {
    this.#options = options;
    this.key = keyFile(join(options.dataDir, 'gateway', 'document-key.json'), 'Ed25519');
    this.#thread = new PrintingThread(options.limits.DOCUMENT_TIME_S * 1_000);
  }

  async open(): Promise<void> {
    await this.key.create();
  }

  close(): Promise<void> {
    return this.#thread.close();
  }

  /** What the code on a document says, where this hub has signed it. */
  async check(jws: string): Promise<Statement | undefined> {
    return verifiedStatement(await this.key.jwks(), jws);
  }

  /** @throws GraphQLError DOCUMENT_KIND_UNKNOWN, DOCUMENT_UNKNOWN, DOCUMENT_LABELS_TOO_MANY, DOCUMENTS_TOO_MANY, DOCUMENT_TOO_LARGE, and what the query is refused with */
  async make(asked: AskedDocument): Promise<MadeDocument> {
    const { locale, asker } = asked;
    const kind = documentKinds.get(asked.kind);
    if (!kind) throw codedError('DOCUMENT_KIND_UNKNOWN', locale, { kind: asked.kind, kinds: [...documentKinds.keys()].join(', ') });
    const { DOCUMENT_LABELS, DOCUMENTS_PER_PARTY: limit } = this.#options.limits;
    if (asked.ids.length === 0) throw codedError('DOCUMENT_UNKNOWN', locale);
    const most = isLabelKind(kind) ? DOCUMENT_LABELS : 1;
    if (asked.ids.length > most) throw codedError('DOCUMENT_LABELS_TOO_MANY', locale, { came: asked.ids.length, limit: most });
    const came = this.#underWay.get(asker.partyId) ?? 0;
    if (came >= limit) throw codedError('DOCUMENTS_TOO_MANY', locale, { limit });
    this.#underWay.set(asker.partyId, came + 1);
    try {
      return await this.#made(kind, asked);
    } finally {
      const left = (this.#underWay.get(asker.partyId) ?? 1) - 1;
      if (left > 0) this.#underWay.set(asker.partyId, left);
      else this.#underWay.delete(asker.partyId);
    }
  }

  async #made(kind: DocumentKind, asked: AskedDocument): Promise<MadeDocument> {
    const { locale, ids } = asked;
    const { schema } = this.#options.inForce.current;
    const names = isLabelKind(kind) ? ids.map((_, n) => `row${n}`) : [kind.root];
    const query = documentQuery(schema, kind, names);
    if (!query) throw codedError('DOCUMENT_UNKNOWN', locale);
    const variables = Object.fromEntries(ids.map((id, n) => [`id${n}`, id]));
    const answer = await documentAnswer(this.#options.apollo, { text: query.text, variables, context: asked.context });
    const rows = names.map((name) => [name, answer.data[name] ?? undefined] as const).filter(([, row]) => row !== undefined);
    if (rows.length < names.length) throw codedError('DOCUMENT_UNKNOWN', locale);
    const notes = withAbsent(answer, query.absent);
    const task = {
      kind: kind.name,
      rows,
      notes,
      words: wordsOf(schema),
      origin: asked.origin,
      dated: new Date(0).toISOString(),
      paper: asked.paper,
      mostPages: this.#options.limits.DOCUMENT_PAGES,
      ...(!isLabelKind(kind) && (await this.#filed(kind, asked, { ...answer, notes }))),
    };
    return { bytes: await this.#printed(task, locale), fileName: `${kind.name}-${isLabelKind(kind) ? 'labels' : ids[0]}.pdf` };
  }

  /** What a document says of itself, and what is attached to it. */
  async #filed(kind: FormKind, { asker, origin }: AskedDocument, { data, notes }: DocumentAnswer): Promise<Pick<PrintTask, 'filing' | 'answer' | 'dated'>> {
    const answer = `${JSON.stringify({ data, ...(notes && { extensions: { sharing: notes } }) }, null, 2)}\n`;
    const sha256 = createHash('sha256').update(answer).digest('base64url');
    const told = new Reading(data[kind.root], [kind.root], new Withheld(notes));
    const words = wordsOf(this.#options.inForce.current.schema);
    const word = (enumeration: string, value: string) => words[enumeration]?.[value] ?? value;
    const oneLine = (parts: readonly string[]) => [...new Set(parts)].filter(Boolean).join('；');
    const { says: state, mark } = kind.stands(told, word);
    const dated = kind.dated(told).find(({ isGiven }) => isGiven)?.text ?? new Date(0).toISOString();
    const number = kind.number(told).text;
    const key = await this.key.key();
    const statement = await signStatement(key, { kind: kind.name, number, says: oneLine(kind.says(told, word)), state: oneLine([...state, mark ?? '']) || '未提供', of: dated, for: asker.partyId, sha256 });
    const filing = { number, mark, givenTo: `${asker.partyId}（${asker.role}）`, address: `${origin}/documents/check?s=${statement}`, sha256, key: key.kid ?? '' };
    return { filing, answer, dated };
  }

  async #printed(task: PrintTask, locale: Locale): Promise<Uint8Array> {
    const limit = this.#options.limits.DOCUMENT_PAGES;
    try {
      const printed = await this.#thread.print(task);
      if ('bytes' in printed) return printed.bytes;
      throw 'pages' in printed ? codedError('DOCUMENT_TOO_LARGE', locale, { limit }) : codedError('DOCUMENT_UNKNOWN', locale);
    } catch (error) {
      if (error instanceof PrintGivenUp) throw codedError('DOCUMENT_TOO_LARGE', locale, { limit });
      throw error;
    }
  }
}

/** What a contract does not have stands on paper as what the terms refuse. */
function withAbsent({ notes }: DocumentAnswer, absent: readonly { readonly coordinate: string; readonly path: readonly string[] }[]): DocumentAnswer['notes'] {
  if (absent.length === 0) return notes;
  const refused = absent.map(({ coordinate, path }) => ({ coordinate, path: [...path], owner: '—', terms: '—', code: 'NOT_IN_CONTRACT', count: 1 }));
  return { masked: [], ...notes, refused: [...(notes?.refused ?? []), ...refused] };
}
