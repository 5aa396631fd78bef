/** Some addresses have a letter too many, a slash too few, or spaces. */
export function webAddress(text: string): string {
  return text.trim().replace(/^h*(ttps?):\/+/, 'h$1://').replaceAll(' ', '%20');
}
