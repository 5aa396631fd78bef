import type { NoticeService } from '../generated/graphql.js';

/** Proof of service as it is kept beside its notice: its time is text, for it lies in JSON. */
export type KeptNoticeService = Omit<NoticeService, 'servedAt'> & { readonly servedAt: string };

/** Proof of service as it is read. */
export function noticeService(kept: unknown): (Omit<NoticeService, 'servedAt'> & { readonly servedAt: Date }) | null {
  const service = kept as KeptNoticeService | null;
  return service && { ...service, servedAt: new Date(service.servedAt) };
}
