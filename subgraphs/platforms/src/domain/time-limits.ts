const day = 86_400_000;

/** Time from acknowledgement to the result of a handling (5.4.2): a default, until a steward's list tells another. */
export const handleWithin = 10 * day;
