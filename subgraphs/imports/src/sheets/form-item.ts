import { getNamedType, getNullableType, isInputObjectType, isListType, isRequiredInputField, type GraphQLInputObjectType } from 'graphql';
import { RowProblem } from '../mapping/row-problem.js';
import type { ActForm, FormColumn } from './act-form.js';
import { cellValue } from './cell-value.js';
import type { FormRow } from './form-row.js';

type Made = Readonly<Record<string, unknown>>;

/** Makes an item of an act out of the rows that bear one key. */
export function formItem(form: ActForm, rows: readonly FormRow[]): { readonly item: Made } | { readonly problems: readonly RowProblem[] } {
  const columns = new Map(form.columns.map((column) => [column.name, column]));
  const problems: RowProblem[] = [];
  const item = objectOf(form.input, '', rows);
  return problems.length > 0 ? { problems } : { item };

  /** One object of these rows. What is wrong with it counts only where it is there at all. */
  function objectOf(type: GraphQLInputObjectType, path: string, of: readonly FormRow[]): Made {
    const made: Record<string, unknown> = {};
    for (const field of Object.values(type.getFields())) {
      const name = `${path}${field.name}`;
      const inner = getNamedType(field.type);
      const list = isListType(getNullableType(field.type));
      const value = isInputObjectType(inner) ? (list ? listOf(inner, name, of) : memberOf(inner, name, of, isRequiredInputField(field))) : leafOf(columns.get(name), of);
      if (value !== undefined) made[field.name] = value;
      else if (isRequiredInputField(field)) problems.push(new RowProblem(name, 'VALUE_REQUIRED', { problem: { en: 'its cell is empty', 'zh-CN': '单元格为空' } }));
    }
    return made;
  }

  function memberOf(type: GraphQLInputObjectType, path: string, of: readonly FormRow[], required: boolean): Made | undefined {
    return required || of.some((row) => saysSomething(row, path)) ? objectOf(type, `${path}.`, of) : undefined;
  }

  function listOf(type: GraphQLInputObjectType, path: string, of: readonly FormRow[]): Made[] | undefined {
    const entries = entriesOf(path, of);
    return entries.length === 0 ? undefined : entries.map((entry) => objectOf(type, `${path}.`, entry));
  }

  /**
   * Rows by the entry of a list that they are of. A row begins another one where nothing lies deeper, or where it says something else of the entry itself than the row above;
   * what is left empty is as above.
   */
  function entriesOf(path: string, of: readonly FormRow[]): FormRow[][] {
    const own = form.columns.filter(({ name }) => name.startsWith(`${path}.`) && innermost(name) === path).map(({ name }) => name);
    const deeper = form.repeated.some((each) => each.startsWith(`${path}.`));
    const entries: FormRow[][] = [];
    for (const row of of.filter((each) => saysSomething(each, path))) {
      const current = entries.at(-1);
      const another = !deeper || own.some((name) => cell(row, name) !== '' && cell(row, name) !== said(current ?? [], name));
      if (current && !another) current.push(row);
      else entries.push([row]);
    }
    return entries;
  }

  function leafOf(column: FormColumn | undefined, of: readonly FormRow[]): unknown {
    if (!column) return undefined;
    const text = column.list ? of.map((row) => cell(row, column.name)).join('\n') : said(of, column.name);
    const other = column.list ? undefined : of.find((row) => !['', text].includes(cell(row, column.name)));
    try {
      if (other) throw new RowProblem(column.name, 'SHEET_ROWS_DIFFER', { row: other.row, first: of[0]?.row ?? 0, value: cell(other, column.name), said: text }, cell(other, column.name));
      return cellValue(column, text);
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      problems.push(error);
      return null; // told, and not missing besides
    }
  }

  /** The innermost list in which a column lies. */
  function innermost(name: string): string | undefined {
    return form.repeated.findLast((path) => name.startsWith(`${path}.`));
  }
}

function cell({ cells }: FormRow, name: string): string {
  return cells.get(name) ?? '';
}

function said(rows: readonly FormRow[], name: string): string {
  return rows.map((row) => cell(row, name)).find((text) => text !== '') ?? '';
}

function saysSomething({ cells }: FormRow, path: string): boolean {
  return [...cells].some(([name, text]) => text !== '' && name.startsWith(`${path}.`));
}
