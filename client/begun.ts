/** When the extension host began to load the extension: imported first, so that nothing is read before it. */
export const BEGUN = performance.now();
