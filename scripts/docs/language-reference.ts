/**
 * docs/taal.md: the language reference in Dutch, made from the catalogue of statements.
 *
 *   esbuild scripts/docs/language-reference.ts --bundle --platform=node --format=esm \
 *     --outfile=build/language-reference.mjs && node build/language-reference.mjs
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { STATEMENTS, type StatementDoc } from '../../language/messages/statements.js';
import { CHAPTERS, type Chapter, type Section } from './language-chapters.js';

/** Where the reference is kept, relative to the root of the project. */
export const LANGUAGE_REFERENCE = 'docs/taal.md';

const HEADER = `# De taal van Draaiboek

<!-- Gemaakt door scripts/docs/language-reference.ts; verander de catalogus in language/messages/statements/ of de inleidingen in scripts/docs/, niet dit bestand. -->

Alle zinnen die u in een \`.draaiboek\`-bestand kunt schrijven, met van elk een voorbeeld. De voorbeelden gaan over
Gezinspad, een verzonnen interventie; het hele protocol staat in [examples/gezinspad](../examples/gezinspad/).
`;

/** The whole reference, in Markdown. The same catalogue gives the same text. */
export function languageReference(): string {
    const contents = [...CHAPTERS.map((c) => c.title), BLOCK_INDEX].map(
        (t, i) => `${String(i + 1)}. [${t}](#${anchor(t)})`,
    );
    const parts = [HEADER, contents.join('\n'), ...CHAPTERS.map(chapter), blockIndex()];
    return `${parts.map((p) => p.trim()).join('\n\n')}\n`;
}

/**
 * Writes the reference to its place.
 *
 * @param root the folder of the project
 * @throws what the file system throws
 */
export function writeLanguageReference(root: string): void {
    writeFileSync(`${root}/${LANGUAGE_REFERENCE}`, languageReference());
}

function chapter({ title, intro, sections }: Chapter): string {
    return [`## ${title}`, intro.trim(), ...sections.map(section)].join('\n\n');
}

function section({ title, intro, entries }: Section): string {
    return [`### ${title}`, ...(intro === undefined ? [] : [intro.trim()]), ...entries.map(statement)].join('\n\n');
}

function statement(doc: StatementDoc): string {
    const where = doc.blocks.includes('*') ? '' : ` Staat in ${list(doc.blocks.map(blockName))}.`;
    return `#### \`${doc.keyword}\`\n\n${doc.summary.nl}${where}\n\n\`\`\`draaiboek\n${doc.example}\n\`\`\``;
}

function list(words: readonly string[]): string {
    return words.join(', ').replace(/, ([^,]*)$/, ' en $1');
}

function blockName(block: string): string {
    return block === 'bestand' ? 'het bestand zelf' : `\`${block}\``;
}

const BLOCK_INDEX = 'Wat waar mag staan';

function blockIndex(): string {
    const blocks = [...new Set(STATEMENTS.flatMap((s) => s.blocks))].filter((b) => b !== '*');
    const everywhere = STATEMENTS.filter((s) => s.blocks.includes('*')).map((s) => s.keyword);
    const rows = blocks.map((block) => {
        const words = STATEMENTS.filter((s) => s.blocks.includes(block)).map((s) => s.keyword);
        return `| ${blockName(block)} | ${codes(words)} |`;
    });
    return [
        `## ${BLOCK_INDEX}`,
        `In elk blok mogen bovendien ${codes(everywhere)} staan.`,
        ['| blok | regels |', '| --- | --- |', ...rows].join('\n'),
    ].join('\n\n');
}

/** The words in alphabetical order, each once. */
function codes(words: readonly string[]): string {
    const sorted = [...new Set(words)].sort((a, b) => (a < b ? -1 : 1));
    return sorted.map((w) => `\`${w}\``).join(', ');
}

/** The anchor that GitHub and VS Code give a heading. */
function anchor(title: string): string {
    return title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
    writeLanguageReference(process.cwd());
}
