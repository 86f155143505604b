export const pipelinesMessages = {} as const;
