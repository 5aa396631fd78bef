/** A limit as it is set: the setting bears the name of the code with which what goes beyond is refused. */
interface LimitSetting {
  readonly standard: number;
  /** Below this nothing of use would pass. */
  readonly least: number;
}

/** The limits of the gateway; gateway/docs/limits.md explains each, and a test compares the two. */
export const limitSettings = {
  /** Bytes of a request's body. */
  LIMIT_BODY_BYTES: { standard: 4 * 1024 * 1024, least: 1024 },
  /** Lexical tokens of a document (GraphQL §2.1.5). */
  LIMIT_TOKENS: { standard: 10_000, least: 10 },
  /** Fields from the root to the deepest leaf. */
  LIMIT_DEPTH: { standard: 25, least: 1 },
  /** Selections of an operation, its fragments written out. */
  LIMIT_FIELDS: { standard: 2_000, least: 1 },
  LIMIT_ALIASES: { standard: 100, least: 0 },
  LIMIT_ROOT_FIELDS: { standard: 50, least: 1 },
  /** Directives at one place. */
  LIMIT_DIRECTIVES: { standard: 10, least: 1 },
  /** Lists of the schema that an operation introspects. */
  LIMIT_INTROSPECTION: { standard: 20, least: 9 },
  /** Objects that an operation could give, by the sizes of its lists. */
  LIMIT_COST: { standard: 100_000, least: 10 },
  /** Milliseconds that an operation may take. */
  LIMIT_TIME_MS: { standard: 30_000, least: 1 },
} as const satisfies Record<string, LimitSetting>;

export type LimitName = keyof typeof limitSettings;

/** The limits in force. */
export type Limits = Readonly<Record<LimitName, number>>;

/** One value for each limit, by its name. */
export function perLimit<Value>(valueOf: (setting: LimitSetting) => Value): Readonly<Record<LimitName, Value>> {
  return Object.fromEntries(Object.entries(limitSettings).map(([name, setting]) => [name, valueOf(setting)])) as Record<LimitName, Value>;
}

/** The limits where nothing is set. */
export const standardLimits: Limits = perLimit(({ standard }) => standard);
