export const sampleMessages = {} as const;
