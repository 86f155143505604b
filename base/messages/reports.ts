export const reportsMessages = {} as const;
