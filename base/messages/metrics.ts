export const metricsMessages = {} as const;
