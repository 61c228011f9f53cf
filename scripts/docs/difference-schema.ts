/**
 * docs/verschil.schema.json: the JSON Schema of `diff --format json`, made from its types.
 *
 *   node scripts/docs/difference-schema.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaText } from './protocol-schema.js';

/** Where the schema is kept, relative to the root of the project. */
export const DIFFERENCE_SCHEMA = 'docs/verschil.schema.json';

/** The text of the schema. @param root the folder of the project */
export function differenceSchemaText(root: string): string {
    return schemaText(root, {
        path: 'language/diff/json-types.ts',
        type: 'DifferenceJson',
        id: 'urn:draaiboek:verschil:1',
        title: 'Draaiboek: verschil',
    });
}

/** Writes the schema to its place. @param root the folder of the project */
export function writeDifferenceSchema(root: string): void {
    writeFileSync(join(root, DIFFERENCE_SCHEMA), differenceSchemaText(root));
}
