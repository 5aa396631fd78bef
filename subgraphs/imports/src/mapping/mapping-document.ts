import { isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Node } from 'yaml';
import type { MappingPath, MappingProblem, PlacedProblem } from './mapping-problem.js';

/** A mapping file as it stands, YAML or JSON: what it says, and on which line it says what. */
export class MappingDocument {
  readonly #lines = new LineCounter();
  readonly #document: ReturnType<typeof parseDocument>;

  constructor(text: string) {
    this.#document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, lineCounter: this.#lines });
  }

  /** What keeps it from being read at all. */
  get faults(): readonly PlacedProblem[] {
    const faults = this.#document.errors.map(({ code, message, pos: [at] }) => ({ problem: { en: message, 'zh-CN': `语法错误（${code}）` }, at }));
    const twice = this.#keysTwice().map((at) => ({ problem: { en: 'a name stands twice in the same place', 'zh-CN': '同一处名称重复' }, at }));
    return [...faults, ...twice].map(({ problem, at }) => ({ code: 'IMPORT_MAPPING_SYNTAX', parameters: { problem }, path: [], ...this.#placeOf(at) }));
  }

  /** Where a key stands once more; the parser itself would hold each against each, which takes seconds of a text of nothing but keys. */
  #keysTwice(): readonly number[] {
    const twice: number[] = [];
    visit(this.#document, {
      Map(_key, { items }) {
        const seen = new Set<string>();
        for (const { key } of items) {
          if (!isScalar(key)) continue;
          const name = String(key.value);
          if (seen.has(name)) twice.push(key.range?.[0] ?? 0);
          seen.add(name);
        }
      },
    });
    return twice.sort((one, other) => one - other);
  }

  /** What it says; that an alias stands for is written out, and not without end. @throws Error where it would be */
  get said(): unknown {
    return this.#document.toJS({ maxAliasCount: 20 });
  }

  /** Problems with their places. */
  placed(problems: readonly MappingProblem[]): readonly PlacedProblem[] {
    return problems.map((problem) => ({ ...problem, ...this.#placeOf(this.#offsetOf(problem.path)) }));
  }

  /** Where a member begins, by its key; of one that is not there, the one around it. */
  #offsetOf(path: MappingPath): number {
    if (path.length === 0) return this.#document.contents?.range?.[0] ?? 0;
    const around = path.slice(0, -1);
    const member = path.at(-1);
    const parent = this.#document.getIn(around, true) as Node | undefined;
    const key = isMap(parent) ? parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(member))?.key : this.#document.getIn(path, true);
    return (isNode(key) ? key.range?.[0] : undefined) ?? this.#offsetOf(around);
  }

  #placeOf(offset: number): { readonly line: number; readonly column: number } {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}
