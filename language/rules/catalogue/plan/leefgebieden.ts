import type { LangiumDocument } from 'langium';
import { isProtocolDocument } from '../../../generated/ast.js';
import { isOpen, isOwn, states, statementsOf, textsOf } from '../../../model/queries.js';
import type { Place, ProtocolDocument } from '../../../model/protocol.js';
import { nearest } from '../../../text/distance.js';
import { enumerate } from '../../../text/numbers.js';
import { lastOf, nodeAt } from '../../fixes/nodes.js';
import { addedBehind, inQuotes, replacement, written } from '../../fixes/replace.js';
import { contains, placeOfText } from '../../places.js';
import { defineRule } from '../../rule.js';

export const planLeefgebieden = defineRule({
    code: 'plan/leefgebieden',
    severity: 'warning',
    title: {
        nl: 'Het plan gaat over alle leefgebieden die het draaiboek noemt',
        en: 'The plan covers all areas of life that the protocol names',
    },
    reason: {
        nl: 'STJ toetst of het gezamenlijke plan over alle leefgebieden van het gezin gaat (indicator 3.3.2): bij Bemoeizorg bleven werk, schulden en onderwijs erbuiten. Een document is een plan als zijn naam, titel of `soort` dat zegt. Zegt een `toelichting` bij het plan waarom iets erbuiten blijft, dan is het geen waarschuwing meer; noemt het draaiboek de leefgebieden met `veelal` of iets dergelijks, dan ook niet.',
        en: 'STJ reviews whether the joint plan covers all areas of life of the family (indicator 3.3.2): in Bemoeizorg work, debts and education were left out. A document is a plan when its name, title or `soort` says so. Where a `toelichting` of the plan says why something is left out it is no warning any more, nor where the protocol names the areas with `veelal` or the like.',
    },
    messages: {
        'left-out': {
            nl: 'Plan `{name}` gaat niet over {areas}, en het draaiboek noemt dat als leefgebied. Zet het achter `over`, of zeg met `toelichting` waarom niet.',
            en: 'Plan `{name}` leaves out {areasEn}, which the protocol names as areas of life. Put them behind `over`, or say why not with `toelichting`.',
        },
        near: {
            nl: 'Document `{name}` gaat over “{word}”, en dat is geen leefgebied dat het draaiboek noemt. Bedoelde u `{area}`?',
            en: 'Document `{name}` covers “{word}”, which is no area of life that the protocol names. Did you mean `{area}`?',
        },
        unstated: {
            nl: 'Over welke leefgebieden gaat plan `{name}`? Schrijf `over alle leefgebieden`, of noem ze achter `over`.',
            en: 'Which areas of life does plan `{name}` cover? Write `over alle leefgebieden`, or name them behind `over`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    leefgebieden wonen, werk, gezondheid
    document Gezinsplan over wonen, gezondheid
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    leefgebieden wonen, werk, gezondheid
    document Gezinsplan over wonen, werk, gezondheid
}
`,
    checkProtocol: (protocol, report, { document }) => {
        const named = statementsOf(protocol, 'leefgebieden');
        const areas = [...new Map(named.flatMap((s) => textsOf(s).map((a) => [a.toLowerCase(), a]))).entries()];
        const [first] = named;
        if (!first || areas.length === 0) {
            return;
        }
        const slips = new Map<ProtocolDocument, ReadonlySet<string>>();
        for (const plan of protocol.documents.filter((d) => isOwn(d))) {
            const near = slipsIn(plan, areas);
            slips.set(plan, new Set(near.map((n) => n.area.toLowerCase())));
            for (const { word, area } of near) {
                const at = placeOfText(document, plan.at, word);
                report({
                    message: 'near',
                    at,
                    parameters: { name: plan.name, word, area },
                    related: [{ message: AREAS_ARE_HERE, at: first.at }],
                    fixes: [replacement(at, areaInText(area), false)],
                });
            }
        }
        for (const plan of protocol.documents.filter(isPlan)) {
            if (!isOwn(plan) && !contains(protocol.at, first.at)) {
                continue;
            }
            const at = isOwn(plan) ? plan.nameAt : first.at;
            const related = [{ message: AREAS_ARE_HERE, at: first.at }];
            // an area that is misspelt is not left out
            const missing = missingAreas(plan, areas)?.filter((a) => !slips.get(plan)?.has(a.toLowerCase()));
            if (missing === undefined) {
                const behind = lastPart(document, plan, ['name', 'title']);
                report({
                    message: 'unstated',
                    at,
                    severity: 'info',
                    parameters: { name: plan.name },
                    related,
                    fixes: behind
                        ? ['over alle leefgebieden', 'over onbekend'].map((what) => addedBehind(behind, what))
                        : [],
                });
            } else if (missing.length > 0) {
                const { nl, en } = enumerate(missing);
                const behind = plan.coversAllAreas ? undefined : lastPart(document, plan, ['about']);
                report({
                    message: 'left-out',
                    at,
                    severity: states(plan, 'toelichting') || named.some((s) => s.modality) ? 'info' : 'warning',
                    parameters: { name: plan.name, areas: nl, areasEn: en },
                    related,
                    fixes: behind ? [addedBehind(behind, `, ${missing.map(areaInText).join(', ')}`)] : [],
                    data: { missing },
                });
            }
        }
    },
});

/** The last of some parts of the statement of a plan, where it stands in this file. */
function lastPart(document: LangiumDocument, plan: ProtocolDocument, parts: readonly string[]): Place | undefined {
    const node = isOwn(plan) ? nodeAt(document, plan.nameAt, isProtocolDocument) : undefined;
    return node && lastOf(document, node, parts);
}

/** An area of life as a word, or as a text where it is not one word. */
function areaInText(area: string): string {
    return /^[\p{L}-]+$/u.test(area) ? written(area) : inQuotes(area);
}

function isPlan(document: ProtocolDocument): boolean {
    const kinds = statementsOf(document, 'soort').flatMap((s) => textsOf(s));
    return [document.name, document.title ?? '', ...kinds].some((t) => /plan\b|plan-|plannen\b/i.test(t));
}

const AREAS_ARE_HERE = { nl: 'De leefgebieden van het draaiboek.', en: 'The areas that the protocol names.' };

/** What a document names that is no area of the protocol but nearly one. */
function slipsIn(
    { about, except }: ProtocolDocument,
    areas: readonly (readonly [string, string])[],
): readonly { readonly word: string; readonly area: string }[] {
    const known = new Map(areas);
    const words = [...about.flatMap((v) => (v.type === 'word' ? [v.word] : [])), ...except];
    return words.flatMap((word) => {
        const near = known.has(word.toLowerCase()) ? undefined : nearest(word, known.keys());
        const area = near === undefined ? undefined : known.get(near);
        return area === undefined ? [] : [{ word, area }];
    });
}

/** The areas that a plan leaves out; undefined where it does not say what it covers. */
function missingAreas(
    plan: ProtocolDocument,
    areas: readonly (readonly [string, string])[],
): readonly string[] | undefined {
    if (plan.coversAllAreas) {
        const except = new Set(plan.except.map((e) => e.toLowerCase()));
        return areas.filter(([key]) => except.has(key)).map(([, area]) => area);
    }
    if (plan.about.some((v) => isOpen(v))) {
        return [];
    }
    const covered = plan.about
        .flatMap((v) => (v.type === 'word' ? [v.word] : v.type === 'text' ? [v.text] : []))
        .map((t) => t.toLowerCase());
    // a quoted text may name several: "werk en inkomen"
    return covered.length === 0
        ? undefined
        : areas
              .filter(([key]) => !covered.some((c) => c === key || c.split(/[^\p{L}-]+/u).includes(key)))
              .map(([, area]) => area);
}
