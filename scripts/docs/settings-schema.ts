/**
 * docs/draaiboek.schema.json: the JSON Schema of draaiboek.json, made from the catalogue of rules and the settings.
 *
 *   esbuild scripts/docs/settings-schema.ts --bundle --platform=node --format=esm \
 *     --outfile=build/settings-schema.mjs && node build/settings-schema.mjs
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { settingsSchema } from '../../language/settings/schema.js';

/** Where the schema is kept, relative to the root of the project. */
export const SETTINGS_SCHEMA = 'docs/draaiboek.schema.json';

/** The text of the schema. The same catalogue gives the same text. */
export function settingsSchemaText(): string {
    return `${JSON.stringify(settingsSchema(), undefined, 2)}\n`;
}

/**
 * Writes the schema to its place.
 *
 * @param root the folder of the project
 * @throws what the file system throws
 */
export function writeSettingsSchema(root: string): void {
    writeFileSync(`${root}/${SETTINGS_SCHEMA}`, settingsSchemaText());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
    writeSettingsSchema(process.cwd());
}
