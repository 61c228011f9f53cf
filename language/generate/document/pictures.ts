import type { Protocol } from '../../model/protocol.js';
import type { GenerateOptions } from '../generator.js';
import { LIGHT_STYLE, STYLE_OF_DRAWINGS } from '../svg/style.js';
import { picturesOf, type Picture as Drawn } from '../svg/pictures.js';
import type { Block, DocumentModel, Picture, Section } from './document.js';

/** Every picture of a document, in its order. */
export function picturesIn({ sections }: Pick<DocumentModel, 'sections'>): readonly Picture[] {
    const inBlock = (block: Block): readonly Picture[] => (block.type === 'picture' ? [block] : []);
    const inSection = (section: Section): readonly Picture[] => [
        ...section.blocks.flatMap(inBlock),
        ...section.sections.flatMap(inSection),
    ];
    return sections.flatMap(inSection);
}

const NAMES: Readonly<Record<Drawn['kind'], string>> = { process: 'verloop', timeline: 'tijdlijn', goals: 'doelen' };

/** What can be drawn of an interventie, as blocks of a document. */
export function pictureBlocks(
    protocol: Protocol,
    options: Pick<GenerateOptions, 'language' | 'pathOf' | 'forced'>,
): Partial<Record<Drawn['kind'], Picture>> {
    const blocks = picturesOf(protocol, options, 'none').map(
        ({ kind, caption, svg, cuts }): [Drawn['kind'], Picture] => [
            kind,
            {
                type: 'picture',
                name: NAMES[kind],
                caption,
                alternative: alternativeOf(svg) ?? caption,
                svg,
                ...(cuts ? { cuts } : {}),
            },
        ],
    );
    return Object.fromEntries(blocks);
}

/** What a drawing says of itself for who does not see it. */
function alternativeOf(svg: string): string | undefined {
    const said = ['title', 'desc'].flatMap((name) => {
        const [, content] = new RegExp(`<${name} [^>]*>([^<]*)</${name}>`).exec(svg) ?? [];
        return content === undefined || content.trim() === '' ? [] : [unescapeXml(content)];
    });
    return said.length === 0 ? undefined : said.join('. ');
}

function unescapeXml(text: string): string {
    return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => CHARACTERS[name] ?? '');
}

const CHARACTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** A drawing as a file of its own: with its style, for light and dark or for paper only. */
export function withStyle(svg: string, style: 'both' | 'light'): string {
    return svg.replace(
        '</desc>',
        () => `</desc>\n<style>${style === 'both' ? STYLE_OF_DRAWINGS : LIGHT_STYLE}</style>`,
    );
}

/** The sections with blocks added at the end of what stands in the section of an id. */
export function withBlocksIn(
    sections: readonly Section[],
    added: ReadonlyMap<string, readonly Block[]>,
): readonly Section[] {
    return sections.map((section) => ({
        ...section,
        blocks: [...section.blocks, ...(added.get(section.id) ?? [])],
        sections: withBlocksIn(section.sections, added),
    }));
}
