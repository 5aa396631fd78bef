/**
 * Time limits of the centre where nobody sets another, as ISO 8601 durations. These are defaults of the house, not of the
 * standard, which speaks of 规定的时间 without a number.
 */
export const timeLimits = {
  /** From the dismissal of a serious risk proposed to the second analyst's word (5.1.2 a). */
  countersignDismissal: 'P2D',
  /** From a risk notice to its answer (5.1.2 b). */
  answerRiskNotice: 'P10D',
  /** From a plan received to its work plan started (5.2.1). */
  startWorkPlan: 'P5D',
  /** From purchase to dispatch by the sampler (5.2.3). */
  shipWithin: 'P3D',
  /** From receipt to verification (5.2.4). */
  verifyWithin: 'P2D',
  /** From verification to the store (5.2.4 a). */
  warehouseWithin: 'P2D',
  /** From the lab's acceptance to dispatch (5.2.4 a). */
  dispatchWithin: 'P3D',
  /** From receipt to return: goods bought online may go back within seven days (消费者权益保护法 25). */
  returnWithin: 'P7D',
} as const;
