import type { Bilingual } from '../../../text/bilingual.js';
import { nearest } from '../../../text/distance.js';
import { MODEL_KEYWORDS } from '../../document/labels.js';
import { MAY_BE_LEFT_OUT } from './about.js';
import { ELEMENT_PARTS, isPart } from './parts.js';
import type { Template } from './template.js';

/** Reads a form that a user wrote. @returns the form, or what is wrong with it and where */
export function readTemplate(text: string): { readonly template?: Template; readonly problems: readonly Bilingual[] } {
    const reader = new TemplateReader();
    let value: unknown;
    try {
        value = JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch {
        return {
            problems: [
                {
                    nl: 'dit is geen geldige JSON. Begin met een kopie van docs/werkblad.json.',
                    en: 'this is no valid JSON. Begin with a copy of docs/werkblad.json.',
                },
            ],
        };
    }
    reader.template(value);
    return reader.problems.length > 0 ? { problems: reader.problems } : { template: value as Template, problems: [] };
}

type Json = Readonly<Record<string, unknown>>;

const TEMPLATE_KEYS = ['version', 'title', 'english', 'follows', 'followsInEnglish', 'verified', 'sections', 'leftOut'];
const SECTION_KEYS = ['number', 'title', 'english', 'ask', 'words', 'parts', 'sections'];
const LEFT_OUT_KEYS = ['part', 'why', 'whyInEnglish'];

class TemplateReader {
    readonly problems: Bilingual[] = [];
    private readonly seen = new Set<string>();

    template(value: unknown): void {
        if (!this.object(value, '', TEMPLATE_KEYS)) {
            return;
        }
        if (value['version'] !== 1) {
            this.problem('version', { nl: 'schrijf 1.', en: 'write 1.' });
        }
        this.texts(value, '', ['title', 'follows'], ['english', 'followsInEnglish']);
        if (typeof value['verified'] !== 'boolean') {
            this.problem('verified', {
                nl: 'schrijf true als u deze indeling naast het echte formulier hebt gelegd, en anders false.',
                en: 'write true if you laid this order beside the form itself, else false.',
            });
        }
        this.sections(value['sections'], 'sections');
        this.list(value['leftOut'] ?? [], 'leftOut', (item, where) => {
            if (this.object(item, where, LEFT_OUT_KEYS)) {
                this.texts(item, where, ['part', 'why'], ['whyInEnglish']);
                const part = item['part'];
                if (typeof part === 'string') {
                    this.leftOut(part, `${where} › part`);
                }
            }
        });
    }

    private sections(value: unknown, where: string): void {
        this.list(value, where, (item, at) => {
            if (!this.object(item, at, SECTION_KEYS)) {
                return;
            }
            this.texts(item, at, ['title'], ['number', 'english', 'ask']);
            const { words, parts, sections } = item;
            if (words !== undefined && !(Number.isInteger(words) && Number(words) > 0)) {
                this.problem(`${at} › words`, {
                    nl: 'schrijf een heel getal boven nul, zonder aanhalingstekens.',
                    en: 'write a whole number above zero, without quotation marks.',
                });
            }
            this.list(parts ?? [], `${at} › parts`, (part, place) => {
                this.part(part, place);
            });
            if (sections !== undefined) {
                this.sections(sections, `${at} › sections`);
            }
        });
    }

    private part(part: unknown, where: string): void {
        if (typeof part !== 'string') {
            this.problem(where, { nl: 'schrijf een woord tussen aanhalingstekens.', en: 'write a word in quotes.' });
            return;
        }
        this.once(part, where);
        const known = [...MODEL_KEYWORDS, ...Object.keys(ELEMENT_PARTS)];
        const [owner = '', property] = part.split('.');
        if (!isPart(part) || !known.includes(property ?? owner)) {
            const near = nearest(property ?? owner, known);
            this.problem(where, {
                nl: `\`${part}\` is geen onderdeel van een draaiboek.${near === undefined ? '' : ` Bedoelde u ${near}?`}`,
                en: `\`${part}\` is no part of a protocol.${near === undefined ? '' : ` Did you mean ${near}?`}`,
            });
        }
    }

    private leftOut(part: string, where: string): void {
        this.once(part, where);
        if (!MAY_BE_LEFT_OUT.includes(part)) {
            this.problem(where, {
                nl: `\`${part}\` kan niet worden weggelaten; wel: ${MAY_BE_LEFT_OUT.join(', ')}.`,
                en: `\`${part}\` cannot be left out; what can: ${MAY_BE_LEFT_OUT.join(', ')}.`,
            });
        }
    }

    private once(part: string, where: string): void {
        if (this.seen.has(part)) {
            this.problem(where, {
                nl: `\`${part}\` staat er twee keer; laat één plaats over.`,
                en: `\`${part}\` is there twice; keep one place.`,
            });
        }
        this.seen.add(part);
    }

    private texts(json: Json, where: string, needed: readonly string[], may: readonly string[]): void {
        for (const key of [...needed, ...may]) {
            const value = json[key];
            const isMissing = value === undefined && may.includes(key);
            if (!isMissing && (typeof value !== 'string' || value.trim() === '')) {
                this.problem([where, key].filter((part) => part !== '').join(' › '), {
                    nl: 'schrijf een tekst tussen aanhalingstekens.',
                    en: 'write a text in quotes.',
                });
            }
        }
    }

    private list(value: unknown, where: string, each: (item: unknown, where: string) => void): void {
        if (!Array.isArray(value)) {
            this.problem(where, { nl: 'schrijf een lijst tussen [ en ].', en: 'write a list between [ and ].' });
            return;
        }
        value.forEach((item, i) => {
            each(item, `${where} › ${String(i + 1)}`);
        });
    }

    private object(value: unknown, where: string, keys: readonly string[]): value is Json {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) {
            this.problem(where, { nl: 'schrijf een object tussen { en }.', en: 'write an object between { and }.' });
            return false;
        }
        for (const key of Object.keys(value).filter((k) => !keys.includes(k))) {
            this.problem([where, key].filter((part) => part !== '').join(' › '), {
                nl: `dit kent Draaiboek niet. Het kan zijn: ${keys.join(', ')}.`,
                en: `Draaiboek does not know this. It can be: ${keys.join(', ')}.`,
            });
        }
        return true;
    }

    private problem(where: string, { nl, en }: Bilingual): void {
        const at = where === '' ? '' : `${where}: `;
        this.problems.push({ nl: at + nl, en: at + en });
    }
}
