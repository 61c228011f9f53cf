import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SERVER_FLAGS } from '../../server/requests.js';
import { generateProtocol } from './generate-protocol.js';

/** A language server to measure, and what it is measured on. */
export interface ServerUnderTest {
    readonly name: string;
    /** what `node` gets to start it over stdio */
    readonly args: readonly string[];
    readonly languageId: string;
    /** of its files, with the dot */
    readonly extension: string;
    /** the text that is edited, of about so many lines */
    readonly main: (lines: number) => string;
    /** the text of one of the other files, with its number from 1 */
    readonly other: (lines: number, number: number) => string;
    /** files besides, of this content by name */
    readonly besides: Readonly<Record<string, string>>;
    /** the end of this word, in the middle of the text, is where is typed */
    readonly typedAfter: string;
    /** the end of this piece of text, which ends in a name, is where is asked for completion and hover */
    readonly askedAfter: string;
    /** whether it makes a document and a diagram of the text */
    readonly hasPreview: boolean;
}

/** The server as it is shipped. */
export function draaiboek(server: URL): ServerUnderTest {
    return {
        name: 'Draaiboek',
        args: [...SERVER_FLAGS, fileURLToPath(server), '--stdio'],
        languageId: 'draaiboek',
        extension: '.draaiboek',
        main: (lines) => generateProtocol(lines),
        other: (lines, number) => generateProtocol(lines, `P${String(number)}`),
        besides: {},
        typedAfter: 'Onderzoeken',
        askedAfter: 'door Werker',
        hasPreview: true,
    };
}

const LIKEC4 = '1.59.4';

/**
 * LikeC4's server: a language on Langium too, for drawings of software, that is much used. It is installed when it is measured, since nothing else
 * needs it.
 *
 * @param folder where it is installed, or already stands
 * @throws when npm cannot install it
 */
export function likeC4(folder: URL): ServerUnderTest {
    const bin = new URL('node_modules/likec4/bin/likec4.mjs', folder);
    if (!existsSync(bin)) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(new URL('package.json', folder), '{ "private": true }\n');
        execFileSync('npm', ['install', '--no-audit', '--no-fund', `likec4@${LIKEC4}`], {
            cwd: fileURLToPath(folder),
            stdio: ['ignore', 'ignore', 'inherit'],
        });
    }
    return {
        name: `LikeC4 ${LIKEC4}`,
        args: [fileURLToPath(bin), 'lsp', '--stdio'],
        languageId: 'likec4',
        extension: '.c4',
        main: (lines) => likeC4Model(lines, 'hoofd'),
        other: (lines, number) => likeC4Model(lines, `ander${String(number)}`),
        besides: {
            'begrippen.c4':
                'specification {\n  element system\n  element component\n}\nviews {\n  view index {\n    include *\n  }\n}\n',
        },
        typedAfter: 'Onderzoeken',
        askedAfter: 'begin -> eind',
        hasPreview: false,
    };
}

/** Systems of two parts that call each other and the system before. */
function likeC4Model(lines: number, prefix: string): string {
    const model = ['model {'];
    for (let i = 1; model.length < lines - 1; i++) {
        model.push(
            `  ${prefix}${String(i)} = system 'Systeem ${String(i)}' {`,
            `    description 'Onderzoeken wat systeem ${String(i)} doet'`,
            `    begin = component 'Begin ${String(i)}'`,
            `    eind = component 'Eind ${String(i)}'`,
            "    begin -> eind 'geeft door'",
            ...(i > 1 ? [`    begin -> ${prefix}${String(i - 1)}.eind 'vraagt'`] : []),
            '  }',
        );
    }
    return [...model, '}', ''].join('\n');
}
