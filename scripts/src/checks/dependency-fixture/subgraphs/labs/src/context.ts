export const database = 'labs';
