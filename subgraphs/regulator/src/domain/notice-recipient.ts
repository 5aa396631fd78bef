/** Who took a notice (签收人, after 5.4.1). */
export interface NoticeRecipient {
  readonly name: string;
}
