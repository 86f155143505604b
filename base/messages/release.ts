export const releaseMessages = {} as const;
