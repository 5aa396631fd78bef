/** Makes mobile and identity numbers in a text unreadable but for their first digits: 138********. */
export function personalNumbers(text: string): string {
  return text
    .replaceAll(/(?<!\d)(\d{6})\d{11}[\dXx](?![\dA-Za-z])/g, '$1************')
    .replaceAll(/(?<!\d)(1[3-9]\d)[ -]?\d{4}[ -]?\d{4}(?!\d)/g, '$1********');
}
