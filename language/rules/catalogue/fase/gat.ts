import { isBefore, joint, stretchOf, type Joint, type Stretch } from '../../../model/ages.js';
import { byName, isOwn, statementsOf } from '../../../model/queries.js';
import type { Phase } from '../../../model/process.js';
import type { Place, Protocol } from '../../../model/protocol.js';
import { daysIn } from '../../../model/values.js';
import { enumerate, formatNumber } from '../../../text/numbers.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { baseOf } from '../../bases.js';
import { defineDocumentRule } from '../../document-rule.js';

export const faseGat = defineDocumentRule({
    code: 'fase/gat',
    severity: 'warning',
    title: {
        nl: 'Fasen en een vervolg sluiten in leeftijd op elkaar aan',
        en: 'Phases and a follow-up join in age',
    },
    reason: {
        nl: 'VoorZorg loopt van de zwangerschap tot 2 jaar en VoorZorg-Verder van 2 tot 6 jaar: zo valt geen kind ertussen. Bij een gat is een kind een tijd lang van niemand, bij een overlap van twee tegelijk. `0-2 jaar` mag tot en met 2 jaar betekenen; `tot 2 jaar` eindigt op de tweede verjaardag. Fasen die met een gebeurtenis beginnen of eindigen, sluiten aan als het dezelfde gebeurtenis is.',
        en: 'VoorZorg runs from pregnancy to 2 years and VoorZorg-Verder from 2 to 6 years: so no child falls in between. In a gap a child is nobody’s for a while, in an overlap it is of two at once. `0-2 jaar` may include the third year; `tot 2 jaar` ends on the second birthday. Phases that begin or end with an event join when it is the same event.',
    },
    noFix: {
        nl: 'Of de ene fase langer duurt of de andere eerder begint, weet alleen wie de interventie kent.',
        en: 'Whether the one phase lasts longer or the other begins earlier only who knows the intervention can tell.',
    },
    messages: {
        gap: {
            nl: 'Tussen fase `{first}` en fase `{second}` zit een gat van {length}. Laat de ene beginnen waar de andere eindigt.',
            en: 'Between phase `{first}` and phase `{second}` there is a gap of {lengthEn}. Let the one begin where the other ends.',
        },
        overlap: {
            nl: 'Fase `{first}` en fase `{second}` overlappen {length}. Laat de ene beginnen waar de andere eindigt.',
            en: 'Phase `{first}` and phase `{second}` overlap by {lengthEn}. Let the one begin where the other ends.',
        },
        order: {
            nl: 'Fase `{second}` staat achter fase `{first}`, en is al voorbij als die begint. Zet de fasen in de volgorde waarin zij komen.',
            en: 'Phase `{second}` stands behind phase `{first}`, and is over when that begins. Put the phases in the order in which they come.',
        },
        undecided: {
            nl: 'Of fase `{second}` begint waar fase `{first}` eindigt, valt niet te zeggen: “{until}” en “{from}” zijn verschillende gebeurtenissen.',
            en: 'Whether phase `{second}` begins where phase `{first}` ends cannot be decided: “{until}” and “{from}” are different events.',
        },
        vague: {
            nl: 'Of fase `{second}` begint waar fase `{first}` eindigt, valt niet te zeggen: {vague} is niet precies.',
            en: 'Whether phase `{second}` begins where phase `{first}` ends cannot be decided: {vagueEn} is not exact.',
        },
        'ages-left': {
            nl: '`{name}` is er voor {ages}, en van {length} daarvan is er geen fase. Geldt dat voor wie ouder of jonger is dan de fasen, schrijf er dan een fase voor, of pas `leeftijd` aan.',
            en: '`{name}` is for {ages}, and of {lengthEn} of that there is no phase. If that is so for who is older or younger than the phases, write a phase for it, or change `leeftijd`.',
        },
        'follow-up-gap': {
            nl: 'Tussen `{first}` en het vervolg `{second}` zit een gat van {length}. Laat het vervolg beginnen waar `{first}` eindigt, of zeg wie er in die tijd voor het gezin is.',
            en: 'Between `{first}` and its follow-up `{second}` there is a gap of {lengthEn}. Let the follow-up begin where `{first}` ends, or say who is there for the family meanwhile.',
        },
        'follow-up-overlap': {
            nl: '`{first}` en het vervolg `{second}` overlappen {length}. Laat het vervolg beginnen waar `{first}` eindigt.',
            en: '`{first}` and its follow-up `{second}` overlap by {lengthEn}. Let the follow-up begin where `{first}` ends.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        fase Baby van geboorte tot 2 jaar
        fase Peuter van 3 tot 4 jaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        fase Baby van geboorte tot 2 jaar
        fase Peuter van 2 tot 4 jaar
    }
}
`,
    checkDocument: ({ file, document, services }, report) => {
        for (const protocol of file.interventions) {
            const siblings = phasesTogether(protocol);
            for (const [first, second] of siblings.flatMap(successive)) {
                if (isBefore(stretchIn(second), stretchIn(first))) {
                    report({
                        message: 'order',
                        at: second.nameAt,
                        parameters: { first: first.name, second: second.name },
                        related: [{ message: { nl: 'De fase erna.', en: 'The phase after it.' }, at: first.nameAt }],
                    });
                }
            }
            for (const [first, second] of siblings.map(inTime).flatMap(successive)) {
                const { until } = stretchIn(first) ?? {};
                const { from } = stretchIn(second) ?? {};
                const fit = joint(stretchIn(first), stretchIn(second));
                const names = { first: first.name, second: second.name };
                const related = [{ message: { nl: 'De fase ervoor.', en: 'The phase before it.' }, at: first.nameAt }];
                if (fit.outcome === 'gap' || fit.outcome === 'overlap') {
                    report({
                        message: fit.outcome,
                        at: second.nameAt,
                        parameters: { ...names, ...lengths(fit) },
                        related,
                        data: { days: Math.round(fit.days) },
                    });
                } else if (fit.outcome === 'incomparable' && until?.type === 'event' && from?.type === 'event') {
                    const parameters = { ...names, until: until.event, from: from.event };
                    report({ message: 'undecided', at: second.nameAt, severity: 'info', parameters, related });
                } else {
                    const vague = [first, second].flatMap(({ extent }) =>
                        extent?.bound === 'about' ? [extent.text] : [],
                    );
                    if (vague.length > 0) {
                        const parameters = { ...names, ...vagueWords(vague) };
                        report({ message: 'vague', at: second.nameAt, severity: 'info', parameters, related });
                    }
                }
            }
            const left = agesLeft(protocol);
            if (left) {
                report({ message: 'ages-left', severity: 'info', ...left });
            }
            const base = baseOf(protocol, 'continues', document, services);
            const ending = base && rangeOf(base);
            const beginning = rangeOf(protocol);
            const fit: Joint =
                ending && beginning ? joint(ending.stretch, beginning.stretch) : { outcome: 'incomparable' };
            if (base && ending && beginning && (fit.outcome === 'gap' || fit.outcome === 'overlap')) {
                report({
                    message: fit.outcome === 'gap' ? 'follow-up-gap' : 'follow-up-overlap',
                    at: beginning.at,
                    parameters: { first: base.name, second: protocol.name, ...lengths(fit) },
                    related: [
                        {
                            message: {
                                nl: `Tot hier loopt \`${base.name}\`.`,
                                en: `\`${base.name}\` runs until here.`,
                            },
                            at: ending.at,
                        },
                    ],
                    data: { days: Math.round(fit.days) },
                });
            }
        }
    },
});

function vagueWords(texts: readonly string[]): { vague: string; vagueEn: string } {
    const { nl, en } = enumerate(texts.map((t) => `“${t}”`));
    return { vague: nl, vagueEn: en };
}

/** The phases at each level, as they are written; phases in a group have no order. */
function phasesTogether(protocol: Protocol): readonly (readonly Phase[])[] {
    const nodes = protocol.process?.nodes ?? [];
    const named = byName(nodes);
    const levels = Map.groupBy(
        nodes.filter((n) => n.kind === 'phase'),
        (phase) => phase.parent,
    );
    return [...levels]
        .filter(([parent]) => parent === undefined || named.get(parent)?.kind !== 'group')
        .map(([, phases]) => phases);
}

/** Each two that follow each other, unless both are inherited. */
function successive(phases: readonly Phase[]): (readonly [Phase, Phase])[] {
    return phases.slice(1).flatMap((second, i) => {
        const first = phases[i];
        return first && (isOwn(first) || isOwn(second)) ? [[first, second] as const] : [];
    });
}

/** The phases with each before those that begin when it has ended, and otherwise as they are written. */
function inTime(phases: readonly Phase[]): readonly Phase[] {
    const result: Phase[] = [];
    for (const phase of phases) {
        const isLater = (other: Phase) => isBefore(stretchIn(phase), stretchIn(other));
        const behind = result.findLastIndex((other) => !isLater(other));
        result.splice(behind + 1, 0, phase);
    }
    return result;
}

function stretchIn({ extent }: Phase): Stretch | undefined {
    return extent && stretchOf(extent);
}

/** The phases that stand in no other, in time. */
function outermost(protocol: Protocol): readonly Phase[] {
    return inTime(phasesTogether(protocol).find(([first]) => first?.parent === undefined) ?? []);
}

interface AgeRange {
    readonly stretch: Stretch;
    readonly at: Place;
}

/** The ages that are stated at the interventie and its target groups, with their words. */
function agesOf(protocol: Protocol): (AgeRange & { readonly text: string })[] {
    return (
        [...protocol.targetGroups, protocol]
            .flatMap((b) => statementsOf(b, 'leeftijd'))
            // `leeftijd veelal 0-6 jaar` leaves room at both ends
            .filter((s) => s.modality === undefined)
            .flatMap(({ values, at }) =>
                values.flatMap((value) => {
                    const stretch = value.type === 'quantity' ? stretchOf(value) : undefined;
                    return stretch && value.type === 'quantity' ? [{ stretch, at, text: value.text }] : [];
                }),
            )
    );
}

/** How much of the stated ages the phases leave out; phases in years may be ages, and shorter ones are mostly no ages. */
function agesLeft(protocol: Protocol): { at: Place; parameters: Record<string, string> } | undefined {
    const [stated, ...others] = agesOf(protocol);
    const phases = outermost(protocol);
    const [first, last] = [phases[0], phases.at(-1)].map((phase) => phase && stretchIn(phase));
    const areYears = phases.every((p) => p.extent?.unit === 'jaar' && isOwn(p));
    if (!stated || others.length > 0 || !areYears) {
        return undefined;
    }
    const { from, until } = stated.stretch;
    const fits = [joint(from && { until: from }, first), joint(last, until && { from: until })];
    const gaps = fits.flatMap((fit) => (fit.outcome === 'gap' ? [fit] : []));
    const days = gaps.reduce((sum, gap) => sum + gap.days, 0);
    const { nl, en } = inWords(
        days,
        gaps.every((gap) => gap.isExact),
    );
    return days > 0
        ? { at: stated.at, parameters: { name: protocol.name, ages: stated.text, length: nl, lengthEn: en } }
        : undefined;
}

/** The ages that an interventie is for: of its one target group with ages, or from its first phase to its last. */
function rangeOf(protocol: Protocol): AgeRange | undefined {
    const stated = agesOf(protocol);
    const [only] = stated;
    if (only && stated.length === 1) {
        return only;
    }
    const phases = outermost(protocol);
    const first = phases[0];
    const final = phases.at(-1);
    if (stated.length > 0 || !first || !final) {
        return undefined;
    }
    const { from } = stretchIn(first) ?? {};
    const { until } = stretchIn(final) ?? {};
    return { stretch: { ...(from ? { from } : {}), ...(until ? { until } : {}) }, at: protocol.nameAt };
}

function lengths(fit: Extract<Joint, { readonly days: number }>): { length: string; lengthEn: string } {
    const { nl, en } = inWords(fit.days, fit.isExact);
    return { length: nl, lengthEn: en };
}

/** A length in the largest unit in which it is one at least; in whole ones where it is not exact. */
function inWords(days: number, isExact: boolean): Bilingual {
    const units = [
        ['jaar', 'jaar', 'year', 'years'],
        ['maand', 'maanden', 'month', 'months'],
        ['week', 'weken', 'week', 'weeks'],
        ['dag', 'dagen', 'day', 'days'],
    ] as const;
    for (const [one, many, oneEn, manyEn] of units) {
        const amount = days / (daysIn(one) ?? 1);
        if (amount >= 0.999 || one === 'dag') {
            const { nl, en } = formatNumber(isExact ? amount : Math.round(amount));
            const [about, aboutEn] = isExact ? ['', ''] : ['ongeveer ', 'about '];
            return {
                nl: `${about}${nl} ${nl === '1' ? one : many}`,
                en: `${aboutEn}${en} ${en === '1' ? oneEn : manyEn}`,
            };
        }
    }
    return { nl: '', en: '' };
}
