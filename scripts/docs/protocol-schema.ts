/**
 * docs/protocol.schema.json: the JSON Schema of the output `json`, made from the types of the process model, so that the
 * two cannot differ.
 *
 *   node scripts/docs/protocol-schema.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

/** Where the schema is kept, relative to the root of the project. */
export const PROTOCOL_SCHEMA = 'docs/protocol.schema.json';

/**
 * The text of the schema. The same types give the same text.
 *
 * @param root the folder of the project
 * @throws when the types cannot be read as a schema
 */
export function protocolSchemaText(root: string): string {
    return schemaText(root, {
        path: 'language/generate/json/protocol-json.ts',
        type: 'ProtocolJson',
        id: 'urn:draaiboek:protocol:1',
        title: 'Draaiboek: protocol',
    });
}

/** A type of ours, and what its schema is called. */
export interface SchemaOfType {
    /** the file of the type, relative to the root of the project */
    readonly path: string;
    readonly type: string;
    readonly id: string;
    readonly title: string;
}

/**
 * The JSON Schema of a type. The same types give the same text.
 *
 * @param root the folder of the project
 * @throws when the types cannot be read as a schema
 */
export function schemaText(root: string, { path, type, id, title }: SchemaOfType): string {
    const generator = createGenerator({
        path: join(root, path),
        tsconfig: join(root, 'language/tsconfig.json'),
        type,
        // a reader of an unknown key would have to guess; the compiler has checked the types already
        additionalProperties: false,
        skipTypeCheck: true,
        topRef: false,
    });
    const { definitions, $schema: _, ...root07 } = generator.createSchema(type);
    const schema = {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: id,
        title,
        ...modernized({ ...root07, $defs: definitions }),
    };
    return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** From the draft that the generator writes (07) to 2020-12: references, and one type each where several were allowed. */
function modernized<T>(value: T): T;
function modernized(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map((item: unknown) => modernized(item));
    }
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    const { type, $ref, ...rest } = value as { readonly type?: unknown; readonly $ref?: unknown };
    const parts = Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, modernized(part)]));
    return {
        ...(typeof $ref === 'string' ? { $ref: $ref.replace('#/definitions/', '#/$defs/') } : {}),
        ...(Array.isArray(type)
            ? { anyOf: type.map((t: unknown) => ({ type: t })) }
            : type === undefined
              ? {}
              : { type: modernized(type) }),
        ...parts,
    };
}

/**
 * Writes the schema to its place.
 *
 * @param root the folder of the project
 * @throws what the file system throws
 */
export function writeProtocolSchema(root: string): void {
    writeFileSync(join(root, PROTOCOL_SCHEMA), protocolSchemaText(root));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
    writeProtocolSchema(process.cwd());
}
