/** What a spreadsheet would take for a formula (OWASP, CSV Injection), also in the full width of Chinese keyboards. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const number = /^[+-]?\d+(\.\d+)?$/;

/** A text that no spreadsheet executes: an apostrophe goes before what looks like a formula and is no number. */
export function defuseFormula(text: string): string {
  return formula.test(text) && !number.test(text) ? `'${text}` : text;
}
