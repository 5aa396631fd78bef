/** Full-width forms of ASCII as plain ones; Chinese punctuation （，：） in running text stays. */
export function plainWidth(text: string): string {
  return text.replaceAll(/[０-９Ａ-Ｚａ-ｚ．／％＋－]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');
}
