/** Millimetres in points. */
export const mm = (length: number): number => (length * 72) / 25.4;

export const ink = { text: '#000000', faint: '#666666', line: '#555555', label: '#f3f3f1', blank: '#ececec', withheld: '#8a1f11' } as const;

export const body = 9;
export const small = 7.5;
