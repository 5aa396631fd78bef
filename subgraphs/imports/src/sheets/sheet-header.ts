/** What the hub tells of a sheet beside it. */
export interface SheetHeader {
  /** How many rows of what waits stand in it, and whether more waits than that. */
  readonly waiting: number;
  readonly more: boolean;
  /** Of one that was sent, how many items came to what. */
  readonly done: number;
  readonly refused: number;
  readonly leftOut: number;
  readonly notSent: number;
}

/** Reads the header `x-hub-sheet`: numbers by their names, and names that stand alone (RFC 9651 §3.2). */
export function sheetHeader({ headers }: Pick<Response, 'headers'>): SheetHeader {
  const members = new Map((headers.get('x-hub-sheet') ?? '').split(',').map((member) => keyAndValue(member.trim())));
  const count = (of: string) => Number(members.get(of) ?? 0);
  return { waiting: count('waiting'), more: members.has('more'), done: count('done'), refused: count('refused'), leftOut: count('left-out'), notSent: count('not-sent') };
}

function keyAndValue(member: string): readonly [string, string | undefined] {
  const [key = '', value] = member.split('=');
  return [key, value];
}
