import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { NoticeCapacity, ObjectionGround } from '../generated/graphql.js';

/**
 * Who may object to what: seller and nominal producer to the result (产品质量法 15), and to having made the product the producer alone.
 * @throws Refusal NOTICE_WITHOUT_OBJECTION, GROUND_OF_PRODUCER
 */
export function requireObjectable(capacity: NoticeCapacity, ground: ObjectionGround): void {
  if (capacity === 'PLATFORM') throw new Refusal('NOTICE_WITHOUT_OBJECTION', { field: 'noticeId' });
  if (ground === 'NOT_OUR_PRODUCT' && capacity !== 'PRODUCER') throw new Refusal('GROUND_OF_PRODUCER', { field: 'ground' });
}
