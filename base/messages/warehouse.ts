export const warehouseMessages = {} as const;
