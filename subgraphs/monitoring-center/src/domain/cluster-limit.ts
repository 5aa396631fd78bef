/** The most records of one cluster, and the most that one act groups or parts: what one person can look through. */
export const clusterLimit = 500;
