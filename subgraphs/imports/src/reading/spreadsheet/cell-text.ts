/** A text as XML of a workbook has it: characters that XML 1.0 has no place for go as _xHHHH_ (ECMA-376 part 1, 22.9.2.19), and so does what looks like that. */
export function writtenText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    // eslint-disable-next-line no-control-regex -- control characters are what a workbook cannot hold, and writes so (ECMA-376)
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** The text that a cell, read as XML, stands for. */
export function readText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_escape, code: string) => String.fromCharCode(parseInt(code, 16)));
}
