/** The Chinese with which a description of the contract begins (已反馈: …), where it does. */
export function chineseWord(description: string | null | undefined): string | undefined {
  return /^[\p{Script=Han}、（）]+/u.exec(description ?? '')?.[0];
}
