/** The two bytes of each character that has two, found by decoding them all: the platform encodes UTF-8 alone. */
const doubles = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) doubles.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
}

/** A text in GB 18030. @throws Error where a character has neither one byte nor two */
export function inGb18030(text: string): Buffer {
  return Buffer.from(Array.from(text).flatMap((character): readonly number[] => {
    const code = character.codePointAt(0) ?? 0;
    const bytes = code < 0x80 ? [code] : doubles.get(character);
    if (!bytes) throw new Error(`${character} has more than two bytes in GB 18030.`);
    return bytes;
  }));
}
