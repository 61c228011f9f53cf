/** The version of package.json, which the build puts in its place. */
declare const DRAAIBOEK_VERSION: string | undefined;

export const VERSION = typeof DRAAIBOEK_VERSION === 'string' ? DRAAIBOEK_VERSION : '0.0.0';
