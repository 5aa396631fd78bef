import { createHash } from 'node:crypto';

/** A server keeps each named statement for as long as the connection lives, so their number must have an end. */
const mostNames = 500;

/** Texts that come rarely (an IN list of an odd length) are not worth a prepared statement. */
const rarelyIs = 2;

/** Names a statement by the hash of its text, so that it is read and analysed once per connection; '' leaves it unnamed. */
export function statementNames(): (sql: string) => string {
  const names = new Map<string, string>();
  const seen = new Map<string, number>();
  return (sql) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= mostNames) return '';
    const times = (seen.get(sql) ?? 0) + 1;
    if (times <= rarelyIs) {
      if (seen.size >= 10 * mostNames) seen.clear();
      seen.set(sql, times);
      return '';
    }
    seen.delete(sql);
    const name = createHash('sha256').update(sql).digest('base64url').slice(0, 27);
    names.set(sql, name);
    return name;
  };
}
