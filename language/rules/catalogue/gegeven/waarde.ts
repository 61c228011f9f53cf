import type { LangiumDocument, Reference } from 'langium';
import {
    Assignment,
    Comparison,
    isAssignment,
    isComparison,
    type Fact,
    type FactType,
} from '../../../generated/ast.js';
import { isBoundOfLoop } from '../../../model/loops.js';
import { sameUnit } from '../../../model/amounts.js';
import { differentUnits, smallestUnit } from '../../../model/one-unit.js';
import type { Place } from '../../../model/protocol.js';
import { comparedAmount } from '../../../model/read-condition.js';
import { exactFactor } from '../../../model/units.js';
import { referencesHeldBy } from '../../../names/held-references.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { enumerate } from '../../../text/numbers.js';
import { defineDocumentRule } from '../../document-rule.js';
import type { Fix } from '../../finding.js';
import { inQuotes, replacement, written } from '../../fixes/replace.js';
import { nearestNames } from '../../near-names.js';
import { placeOfCst, placeOfProperty, spanning } from '../../places.js';

/** How many values are offered to choose from. */
const MOST_CHOICES = 6;

/** What a fact can be compared with. */
type Kind = 'yes-no' | 'number' | 'date' | 'text' | 'choice';

const KINDS: Readonly<Record<string, Kind>> = {
    ja: 'yes-no',
    aantal: 'number',
    datum: 'date',
    tekst: 'text',
    een: 'choice',
};

/** What a condition compares with, by the property of the syntax tree that holds it. */
const COMPARED: readonly { readonly property: string; readonly kind: Kind; readonly what: Bilingual }[] = [
    { property: 'yes', kind: 'yes-no', what: { nl: 'ja', en: '`ja` (yes)' } },
    { property: 'no', kind: 'yes-no', what: { nl: 'nee', en: '`nee` (no)' } },
    { property: 'number', kind: 'number', what: { nl: 'een getal', en: 'a number' } },
    { property: 'date', kind: 'date', what: { nl: 'een datum', en: 'a date' } },
    { property: 'text', kind: 'text', what: { nl: 'een tekst', en: 'a text' } },
];

export const gegevenWaarde = defineDocumentRule({
    code: 'gegeven/waarde',
    severity: 'error',
    title: {
        nl: 'Een gegeven wordt vergeleken met iets van zijn eigen soort',
        en: 'A fact is compared with something of its own kind',
    },
    reason: {
        nl: 'Een gegeven dat ja of nee is, is nooit groter dan 3, en een keuze uit drie waarden is nooit een vierde: zo’n voorwaarde geldt in geen enkele casus, en de weg erachter wordt nooit genomen. Dit geldt ook voor wat een scenario invult. Een gegeven heeft één eenheid: staan voorwaarden erover in `maanden` en in `jaar`, dan is `is 5` niet te lezen. Naar `is bekend` en `is onbekend` mag altijd gevraagd worden. Een keuze met een woord dat er niet bij is, meldt `meta/verwijzing`.',
        en: 'A fact that is yes or no never is more than 3, and a choice of three values never is a fourth: such a condition holds in no case, and the way behind it is never taken. This holds for what a scenario fills in too. A fact has one unit: where conditions on it are in `maanden` and in `jaar`, `is 5` cannot be read. Asking for `is bekend` and `is onbekend` is always allowed. A choice with a word that is none of it is reported by `meta/verwijzing`.',
    },
    messages: {
        'yes-no': {
            nl: 'Het gegeven `{fact}` is ja of nee, maar wordt hier vergeleken met {what}. Schrijf `{fact} is ja` of `{fact} is nee`.',
            en: 'The fact `{fact}` is yes or no, but is compared with {whatEn} here. Write `{fact} is ja` or `{fact} is nee`.',
        },
        number: {
            nl: 'Het gegeven `{fact}` is een aantal, maar wordt hier vergeleken met {what}. Schrijf een getal: `{fact} minstens 3`.',
            en: 'The fact `{fact}` is a number, but is compared with {whatEn} here. Write a number: `{fact} minstens 3`.',
        },
        date: {
            nl: 'Het gegeven `{fact}` is een datum, maar wordt hier vergeleken met {what}. Schrijf een datum: `{fact} is 2026-03-01`.',
            en: 'The fact `{fact}` is a date, but is compared with {whatEn} here. Write a date: `{fact} is 2026-03-01`.',
        },
        text: {
            nl: 'Het gegeven `{fact}` is een tekst, maar wordt hier vergeleken met {what}. Zet de tekst tussen aanhalingstekens.',
            en: 'The fact `{fact}` is a text, but is compared with {whatEn} here. Put the text in quotes.',
        },
        choice: {
            nl: 'Het gegeven `{fact}` is een keuze, maar wordt hier vergeleken met {what}. Kies uit {choices}.',
            en: 'The fact `{fact}` is a choice, but is compared with {whatEn} here. Choose from {choicesEn}.',
        },
        'near-choice': {
            nl: 'Het gegeven `{fact}` is een keuze, maar wordt hier vergeleken met {what}. Bedoelde u {choices}?',
            en: 'The fact `{fact}` is a choice, but is compared with {whatEn} here. Did you mean {choicesEn}?',
        },
        units: {
            nl: 'De voorwaarden over `{fact}` staan in verschillende eenheden. Ze worden vergeleken in `{unit}`, maar een scenario kan niet zeggen in welke eenheid het antwoord staat. Schrijf hier `{amount}`.',
            en: 'The conditions on `{fact}` are in different units. They are compared in `{unit}`, but a scenario cannot say in which unit the answer is. Write `{amount}` here.',
        },
        'units-apart': {
            nl: 'De voorwaarden over `{fact}` staan in {units}, en die zijn niet precies in elkaar om te rekenen. Of ze gelden, beslist een mens. Schrijf ze in één eenheid.',
            en: 'The conditions on `{fact}` are in {unitsEn}, which are no fixed number of each other. A person decides whether they hold. Write them in one unit.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    gegeven akkoord: ja/nee
    aanpak {
        stap Begin { door onbekend  bepaalt akkoord  daarna { als akkoord meer dan 3: Klaar  anders: Begin } }
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    gegeven akkoord: ja/nee
    aanpak {
        stap Begin { door onbekend  bepaalt akkoord  daarna { als akkoord: Klaar  anders: Begin } }
        einde Klaar
    }
}
`,
    checkDocument: ({ document }, report) => {
        for (const { message, test, amount, parameters } of differingUnits(document)) {
            const at = spanning(placeOfProperty(document, test, 'number'), placeOfProperty(document, test, 'unit'));
            report({
                message,
                severity: 'warning',
                at,
                parameters,
                fixes: amount === undefined ? [] : [replacement(at, amount)],
            });
        }
        for (const test of [...comparisonsIn(document), ...assignmentsIn(document)]) {
            // a broken fact may lack its type
            const type = test.fact.ref?.type as FactType | undefined;
            const kind = KINDS[type?.kind ?? ''];
            const compared = comparedWith(test);
            if (!type || !kind || !compared || compared.kind === kind) {
                continue;
            }
            const fact = test.fact.$refText;
            const at = placeOfProperty(document, test, compared.property);
            const values = type.values.map((v) => v.name);
            const near = kind === 'choice' ? nearestNames(String(test.text ?? ''), values) : [];
            const choices = oneOf(near.length > 0 ? near : values);
            report({
                message: near.length > 0 ? 'near-choice' : kind,
                at,
                parameters: {
                    fact,
                    what: compared.what.nl,
                    whatEn: compared.what.en,
                    choices: choices.nl,
                    choicesEn: choices.en,
                },
                related: [
                    {
                        message: { nl: 'Dit gegeven.', en: 'This fact.' },
                        at: placeOfProperty(type.$container.$document ?? document, type.$container, 'name'),
                    },
                ],
                fixes:
                    near.length > 0
                        ? near.map((name) => replacement(at, written(name)))
                        : mends(kind, values, test, document, at),
            });
        }
    },
});

/** A comparison in another unit than others of the same fact; with the amount to write where it can be said in theirs. */
interface OtherUnit {
    readonly message: 'units' | 'units-apart';
    readonly test: Comparison;
    readonly amount?: string;
    readonly parameters: Readonly<Record<string, string>>;
}

function comparisonsIn(document: LangiumDocument): Comparison[] {
    const held = referencesHeldBy(document, Comparison.$type);
    return held.flatMap(({ reference, holder }) => (isComparison(holder) && holder.fact === reference ? [holder] : []));
}

function assignmentsIn(document: LangiumDocument): OfFact[] {
    const held = referencesHeldBy(document, Assignment.$type);
    return held.flatMap(({ reference, holder }) =>
        isAssignment(holder) && isOfFact(holder, reference) ? [holder] : [],
    );
}

type OfFact = Assignment & { readonly fact: Reference<Fact> };

function isOfFact(assignment: Assignment, reference: unknown): assignment is OfFact {
    return assignment.fact === reference;
}

function differingUnits(document: LangiumDocument): OtherUnit[] {
    const tests = comparisonsIn(document).filter((test) => test.number && !isBoundOfLoop(test) && test.fact.ref);
    const offset = (test: Comparison) => test.$cstNode?.offset ?? 0;
    return [...Map.groupBy(tests, (test) => test.fact.ref).values()]
        .map((of) => of.toSorted((a, b) => offset(a) - offset(b)))
        .flatMap(otherUnits);
}

function otherUnits(tests: readonly Comparison[]): OtherUnit[] {
    const units = differentUnits(tests.map((t) => t.unit));
    const named = units.filter((u) => u !== undefined);
    if (named.length < 2) {
        return [];
    }
    const smallest = smallestUnit(units);
    return tests.flatMap((test): OtherUnit[] => {
        const fact = test.fact.$refText;
        if (smallest === undefined) {
            const list = enumerate(named.map((u) => `\`${u}\``));
            return [{ message: 'units-apart', test, parameters: { fact, units: list.nl, unitsEn: list.en } }];
        }
        const { low = 0, unit = '' } = comparedAmount(test);
        const factor = exactFactor(unit, smallest);
        if (factor === undefined || sameUnit(unit, smallest)) {
            return [];
        }
        const amount = `${String(low * factor).replace('.', ',')} ${smallest}`;
        return [{ message: 'units', test, amount, parameters: { fact, unit: smallest, amount } }];
    });
}

/** The comparisons that fit a fact, where they are few enough to choose from; a text only lacks its quotes. */
function mends(
    kind: Kind,
    values: readonly string[],
    test: Comparison | Assignment,
    document: LangiumDocument,
    at: Place,
): Fix[] {
    const choices = kind === 'yes-no' ? ['ja', 'nee'] : kind === 'choice' ? values.map(written) : [];
    const whole = isComparison(test) && isBoundOfLoop(test) ? at : test.$cstNode && placeOfCst(document, test.$cstNode);
    if (whole && choices.length <= MOST_CHOICES && choices.length > 0) {
        const fact = test.fact?.$refNode?.text ?? '';
        return choices.map((choice) => replacement(whole, `${fact} is ${choice}`));
    }
    const isPlain = isAssignment(test) || (test.bound === undefined && test.unit === undefined);
    return kind === 'text' && isPlain && document.textDocument.getText(at.range) !== test.fact?.$refNode?.text
        ? [replacement(at, inQuotes(document.textDocument.getText(at.range)))]
        : [];
}

/** What a fact is compared with; undefined where any fact may be, where it is a name, or where the text is broken. */
function comparedWith(test: Comparison | Assignment): (typeof COMPARED)[number] | undefined {
    const isLoop = isComparison(test) && isBoundOfLoop(test);
    const found = COMPARED.find(({ property }) => {
        const value = (test as unknown as Readonly<Record<string, unknown>>)[property];
        return !isLoop && value !== undefined && value !== false;
    });
    const isBare = isLoop || (isComparison(test) && test.$cstNode?.text === test.fact.$refText);
    return (
        found ?? (isBare ? { property: 'fact', kind: 'yes-no', what: { nl: 'ja of nee', en: 'yes or no' } } : undefined)
    );
}

/** "a, b of c" in both languages. */
function oneOf(names: readonly string[]): Bilingual {
    const join = (or: string) =>
        names
            .map((n) => `\`${n}\``)
            .join(', ')
            .replace(/, ([^,]*)$/, ` ${or} $1`);
    return { nl: join('of'), en: join('or') };
}
