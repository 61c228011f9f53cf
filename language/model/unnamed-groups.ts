import type { Bilingual, Language } from '../text/bilingual.js';
import { enumerate } from '../text/numbers.js';
import type { FlowNode, Group } from './process.js';
import type { Protocol } from './protocol.js';
import { capital } from '../text/capital.js';

/** Whether a group has no name in the text and got one from build-process.ts: it begins where its keyword begins. */
export function isUnnamedGroup(node: FlowNode): node is Group {
    const [name, all] = [node.nameAt.range.start, node.at.range.start];
    return node.kind === 'group' && name.line === all.line && name.character === all.character;
}

/** How the text begins a group of each kind. */
export const GROUP_KEYWORDS: Readonly<Record<Group['mode'], string>> = {
    all: 'gelijktijdig',
    one: 'een van',
    any: 'naar keuze',
};

/** How many parts of a group are named. */
const MOST_NAMED = 3;

const known = new WeakMap<Protocol, ReadonlyMap<string, Group>>();

/** The groups of an interventie that have no name in the text, by the name that the model gives them. */
export function unnamedGroups(protocol: Protocol): ReadonlyMap<string, Group> {
    const groups =
        known.get(protocol) ??
        new Map((protocol.process?.nodes ?? []).filter(isUnnamedGroup).map((group) => [group.name, group]));
    known.set(protocol, groups);
    return groups;
}

/**
 * A text for people in which a group that the text does not name is called by its parts, and not `groep-1`: a reader would
 * look for that in vain. Where it stands in something to write, it says that the group needs a name for that.
 */
export function withSpokenGroups(text: Bilingual, protocol: Protocol): Bilingual {
    const groups = unnamedGroups(protocol);
    return groups.size === 0
        ? text
        : { nl: spoken(text.nl, groups, WORDING.nl), en: spoken(text.en, groups, WORDING.en) };
}

/** What a part of the process is called in the model that should have a name, and where that could not be read. */
export const NAMELESS = 'naamloos';

/** Whether a text for people speaks of a part whose name is missing: that is told, and nobody could find it by this text. */
export function namesNameless({ nl }: Bilingual, protocol: Protocol): boolean {
    const named: readonly string[] = nl.match(NAMELESS_IN_TEXT) ?? [];
    return (
        named.length > 0 &&
        (protocol.process?.nodes ?? []).some(
            ({ name, nameAt, at }) =>
                named.includes(name) &&
                nameAt.range.start.line === at.range.start.line &&
                nameAt.range.start.character === at.range.start.character,
        )
    );
}

const NAMELESS_IN_TEXT = new RegExp(`(?<=\`)${NAMELESS}-\\d+(?=\`)`, 'g');

/** What a group without a name is called: by its parts. */
export function groupInWords(group: Group, protocol: Protocol): Bilingual {
    const groups = unnamedGroups(protocol);
    return { nl: inWords(group, groups, '`', WORDING.nl), en: inWords(group, groups, '`', WORDING.en) };
}

interface Wording {
    readonly group: (parts: Bilingual) => string;
    readonly more: (count: string) => string;
    readonly advice: (code: string) => string;
}

const WORDING: Readonly<Record<Language, Wording>> = {
    nl: {
        group: (parts) => `de groep met ${parts.nl}`,
        more: (count) => `nog ${count}`,
        advice: (code) => ` Geef die groep daarvoor een naam: \`${code}\`.`,
    },
    en: {
        group: (parts) => `the group of ${parts.en}`,
        more: (count) => `${count} more`,
        advice: (code) => ` Give that group a name for it: \`${code}\`.`,
    },
};

/** What stands between backticks, or a word outside them. */
const PART = /(`[^`]*`)|(?<![\p{L}\p{N}_-])[\p{L}\p{N}_-]+/gu;
const NAME = /(?<![\p{L}\p{N}_-])groep-\d+(?![\p{L}\p{N}_-])/gu;

function spoken(text: string, groups: ReadonlyMap<string, Group>, wording: Wording): string {
    let advice = '';
    const told = text.replace(PART, (part: string, code: string | undefined, at: number) => {
        const isCode = code !== undefined;
        const group = groups.get(isCode ? part.slice(1, -1) : part);
        if (!group) {
            return isCode
                ? part.replace(NAME, (name) => {
                      const written = groups.get(name);
                      advice = written ? wording.advice(`${GROUP_KEYWORDS[written.mode]} Naam { … }`) : advice;
                      return written ? 'Naam' : name;
                  })
                : part;
        }
        const said = inWords(group, groups, isCode ? '`' : '', wording);
        return /(?:^|[.?!] )$/.test(text.slice(0, at)) ? capital(said) : said;
    });
    return told + advice;
}

function inWords(
    group: Group,
    groups: ReadonlyMap<string, Group>,
    mark: string,
    { group: call, more }: Wording,
): string {
    const parts = partsOf(group, groups);
    const rest = parts.length - MOST_NAMED;
    const named = parts.slice(0, rest > 1 ? MOST_NAMED : parts.length).map((name) => mark + name + mark);
    return call(enumerate(rest > 1 ? [...named, more(String(rest))] : named));
}

/** The names of the parts of a group; of one in it without a name those of its own parts. */
function partsOf(group: Group, groups: ReadonlyMap<string, Group>): string[] {
    return group.children.flatMap((child) => {
        const inner = groups.get(child);
        return inner ? partsOf(inner, groups) : [child];
    });
}
