export interface Heading {
  readonly level: number;
  readonly text: string;
}

/** A page without its fenced code, whose `#` and `[…](…)` mean something else; lines keep their numbers. */
export function proseOf(page: string): string {
  return page.replace(/^(```|~~~)[\s\S]*?^\1.*$/gm, (block) => block.replace(/[^\n]/g, ''));
}

export function headingsOf(page: string): Heading[] {
  return [...proseOf(page).matchAll(/^(#{1,6}) +(.+?) *#*$/gm)].map(([, marks = '', text = '']) => ({ level: marks.length, text }));
}
