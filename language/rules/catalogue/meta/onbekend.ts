import type { Place, UnknownItem } from '../../../model/protocol.js';
import type { RelatedPlace } from '../../finding.js';
import { defineRule, type Report } from '../../rule.js';

/** How many the message itself names; the related places have them all. */
const MOST_NAMED = 5;

const messages = {
    list: {
        nl: '{ownerNl}: {countsNl}. {namesNl}',
        en: '{ownerEn}: {countsEn}. {namesEn}',
    },
    'not-asked': {
        nl: 'Doordat dit open is, is niet gevraagd of dit klopt: {rulesNl}.',
        en: 'Since this is open, it was not asked whether this holds: {rulesEn}.',
    },
} as const;

export const onbekend = defineRule({
    code: 'meta/onbekend',
    severity: 'info',
    title: {
        nl: 'Wat onbekend is of plaatselijk wordt ingevuld, op een rij',
        en: 'What is unknown or filled in locally, in one list',
    },
    reason: {
        nl: 'Een leeg veld in een beschrijving zegt ook iets, zoals in de databank van het NJi: dat niemand het weet, of dat iemand het nog moet uitzoeken. Draaiboek vult zulke plekken nooit zelf in, en houdt ze hier bij elkaar. Vraagt een regel ergens niet naar omdat de tekst zegt dat het open is, dan staat dat bij die zin.',
        en: 'A blank field in a description says something as well, as in the database of the NJi: that nobody knows, or that somebody has to find out. Draaiboek never fills in such places, and keeps them together here. Where a rule does not ask for something since the text says that it is open, that stands at that statement.',
    },
    noFix: {
        nl: 'Wat onbekend is, is geen vergissing: alleen wie het weet, kan het invullen.',
        en: 'What is unknown is no mistake: only who knows it can fill it in.',
    },
    messages,
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    erkenning {
        niveau "goed onderbouwd"
        datum onbekend omdat "het veld is leeg"
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    erkenning {
        niveau "goed onderbouwd"
        datum 2026-01-15
    }
}
`,
    checkProtocol: (protocol, report) => {
        const own = protocol.unknowns.filter((u) => u.at.file === protocol.at.file);
        reportList(
            own,
            protocol.nameAt,
            { nl: `Interventie \`${protocol.name}\``, en: `Intervention \`${protocol.name}\`` },
            report,
        );
    },
    checkFile: (file, report) => {
        const [first] = file.unknowns;
        if (first) {
            const owner = {
                nl: 'Buiten de interventies van dit bestand',
                en: 'Outside the interventions of this file',
            };
            reportList(file.unknowns, first.at, owner, report);
        }
    },
});

function reportList(
    unknowns: readonly UnknownItem[],
    at: Place,
    owner: { nl: string; en: string },
    report: Report<keyof typeof messages>,
): void {
    if (unknowns.length === 0) {
        return;
    }
    const unknown = unknowns.filter((u) => u.type === 'unknown').length;
    const local = unknowns.length - unknown;
    const names = [...new Set(unknowns.map((u) => `\`${u.what}\` (${u.element})`))];
    const shown = names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? ', …' : '');
    report({
        message: 'list',
        at,
        parameters: {
            ownerNl: owner.nl,
            ownerEn: owner.en,
            countsNl:
                count(unknown, 'keer onbekend') +
                (unknown > 0 && local > 0 ? ', ' : '') +
                count(local, 'keer plaatselijk in te vullen'),
            countsEn:
                count(unknown, 'unknown') +
                (unknown > 0 && local > 0 ? ', ' : '') +
                count(local, 'to be filled in locally'),
            namesNl: `${unknown > 0 ? 'Zoek uit wat te vinden is, en laat de rest zo staan' : 'Een gemeente vult dit zelf in'}: ${shown}.`,
            namesEn: `${unknown > 0 ? 'Find out what can be found, and leave the rest as it is' : 'A municipality fills this in itself'}: ${shown}.`,
        },
        related: unknowns.map(relatedPlace),
        data: {
            unknowns: unknowns.map(({ type, what, element, reason, expected, at: place }) => ({
                type,
                what,
                element,
                ...(reason === undefined ? {} : { reason }),
                ...(expected === undefined ? {} : { expected }),
                line: place.range.start.line + 1,
            })),
        },
    });
}

function relatedPlace({ type, what, element, reason, expected, at }: UnknownItem): RelatedPlace {
    const why = reason === undefined ? '' : `: ${reason}`;
    const when =
        expected === undefined
            ? { nl: '', en: '' }
            : { nl: `, verwacht in ${expected}`, en: `, expected in ${expected}` };
    const is = type === 'unknown' ? { nl: 'onbekend', en: 'unknown' } : { nl: 'plaatselijk', en: 'local' };
    return {
        at,
        message: {
            nl: `\`${what}\` (${element}) is ${is.nl}${when.nl}${why}`,
            en: `\`${what}\` (${element}) is ${is.en}${when.en}${why}`,
        },
    };
}

function count(n: number, what: string): string {
    return n === 0 ? '' : `${String(n)} ${what}`;
}
