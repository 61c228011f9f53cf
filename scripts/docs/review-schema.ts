/**
 * docs/review.schema.json: the JSON Schema of what `review --format json` prints, made from the types of the report.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaText } from './protocol-schema.js';

/** Where the schema is kept, relative to the root of the project. */
export const REVIEW_SCHEMA = 'docs/review.schema.json';

/**
 * The text of the schema. The same types give the same text.
 *
 * @param root the folder of the project
 * @throws when the types cannot be read as a schema
 */
export function reviewSchemaText(root: string): string {
    return schemaText(root, {
        path: 'language/review/review-json.ts',
        type: 'ReviewJson',
        id: 'urn:draaiboek:review:1',
        title: 'Draaiboek: review',
    });
}

/**
 * Writes the schema to its place.
 *
 * @param root the folder of the project
 * @throws what the file system throws
 */
export function writeReviewSchema(root: string): void {
    writeFileSync(join(root, REVIEW_SCHEMA), reviewSchemaText(root));
}
