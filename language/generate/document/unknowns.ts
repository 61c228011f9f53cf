import type { Place, Protocol, UnknownItem } from '../../model/protocol.js';
import { isOpen } from '../../model/queries.js';
import { contains } from '../../rules/places.js';
import type { Related } from '../generator.js';
import { sharedOf } from './context.js';

/** What is open, and for what is said above the elements of an interventie that this one works out, where. */
export interface OpenItem extends UnknownItem {
    /** name of the interventie that leaves it open */
    readonly inheritedFrom?: string;
}

/**
 * Everything in a document that is `onbekend` or `plaatselijk`: what the protocol lists of its own text, and besides
 * that what shared elements, inherited elements and reviews leave open, which stand elsewhere, and what is open in an
 * interventie that it works out and says nothing of itself.
 */
export function openItems(protocol: Protocol, related: Related): readonly OpenItem[] {
    const elsewhere: OpenItem[] = [];
    const seen = new Set<object>();
    const visit = (value: unknown, key: string, inside: Inside): void => {
        if (Array.isArray(value)) {
            value.forEach((item) => visit(item, key, inside));
            return;
        }
        if (typeof value !== 'object' || value === null || seen.has(value)) {
            return;
        }
        if (isOpenValue(value)) {
            if (!contains(protocol.at, inside.at)) {
                elsewhere.push(itemOf(value, inside, key));
            }
            return;
        }
        seen.add(value);
        const here = enterPart(value, key, inside);
        for (const [partKey, part] of Object.entries(value)) {
            if (!SKIPPED.has(partKey)) {
                visit(part, partKey, here);
            }
        }
    };
    const start: Inside = { element: protocol.name, what: '', at: protocol.at };
    [protocol, ...Object.values(sharedOf(protocol, related)), ...related.frameworks, ...related.reviews].forEach(
        (root) => visit(root, '', start),
    );
    return [...protocol.unknowns, ...elsewhere, ...openInBase(protocol)];
}

function openInBase({ name, openInBase: ofBase }: Protocol): OpenItem[] {
    return ofBase.flatMap(({ kind, subject = kind, values, at, inheritedFrom }) =>
        values.flatMap((value) =>
            isOpen(value) ? [{ ...itemOf(value, { element: name, what: subject, at }, ''), inheritedFrom }] : [],
        ),
    );
}

interface Inside {
    readonly element: string;
    readonly what: string;
    readonly at: Place;
}

type OpenValue = Pick<UnknownItem, 'type' | 'reason' | 'expected' | 'standard'>;

/** Arrows repeat what their nodes say; a test that asks for what is unknown leaves nothing open */
const SKIPPED = new Set([
    'at', 'nameAt', 'nextAt', 'provenance', 'unknowns', 'arrows', 'frameworkIndicators', 'test', 'queries', 'openInBase',
]); // prettier-ignore

/** The keyword of a part of the model that holds a value. */
const KEYWORDS: Readonly<Record<string, string>> = {
    filledByValue: 'vervuld door', toValue: 'naar', by: 'door', partners: 'partner', information: 'informatie', secrecy: 'geheimhouding',
    confirmations: 'bevestiging', whenAbsent: 'bij uitblijven', direction: 'regie naar', closesAfter: 'sluit af na', deadlines: 'termijn', otherwiseValue: 'termijn anders', otherThanValue: 'iemand anders dan', organisationValue: 'contactbudget van', refinesValue: 'uitwerking van', ownerValue: 'toetsingskader van', dueValue: 'opvolging voor', stateValue: 'stand van de versie',
    meetings: 'gesprekken', performers: 'door', deployment: 'inzet', access: 'toegang', contactBudgets: 'contactbudget', repeats: 'herhaal',
    about: 'over', basis: 'op grond van', allocation: 'toedeling', goalsValue: 'beïnvloed door', actions: 'actie', contingencies: 'wat als', startsAt: 'begint bij', startsAfter: 'begint', within: 'bevestiging binnen', atMostValue: 'hoogstens … keer',
    collaborations: 'samenwerking', branches: 'daarna', next: 'daarna', numberValue: 'versie', dateValue: 'datum', reasonValue: 'omdat', versionValue: 'versie',
    verdictValue: 'oordeel', titleValue: 'doel', afterValue: 'na', organisationsValue: 'van', outcomeValue: 'effect',
    elementsValue: 'werkzaam element in', typeValue: 'gegeven', fromValue: 'van', withValue: 'met', performerValue: 'door',
    roleValue: 'bevestiging door', consentOfValue: 'toestemming van', exceptionValue: 'geheimhouding uitzondering', extentValue: 'fase', continuesValue: 'vervolg op', after: 'na', whoValue: 'van', authorValue: 'opmerking van', followUps: 'opvolging', concepts: 'begrip',
    follows: 'volgt', guards: 'pas als', when: 'als', interrupts: 'altijd als', parties: 'eigenaar',
}; // prettier-ignore

function isOpenValue(value: object): value is OpenValue {
    return (
        'type' in value &&
        (value.type === 'unknown' || value.type === 'local') &&
        !('fact' in value) &&
        !('at' in value)
    );
}

function enterPart(value: object, key: string, inside: Inside): Inside {
    const at = 'at' in value ? (value.at as Place) : inside.at;
    const element = 'name' in value && 'nameAt' in value ? String(value.name) : inside.element;
    const isStatement = 'kind' in value && 'values' in value && typeof value.kind === 'string';
    const subject = 'subject' in value && typeof value.subject === 'string' ? value.subject : undefined;
    const what = isStatement ? (subject ?? String(value.kind)) : (KEYWORDS[key] ?? inside.what);
    return { element, what, at };
}

function itemOf({ type, reason, expected, standard }: OpenValue, inside: Inside, key: string): UnknownItem {
    return {
        type,
        what: KEYWORDS[key] ?? inside.what,
        element: inside.element,
        ...(reason === undefined ? {} : { reason }),
        ...(expected === undefined ? {} : { expected }),
        ...(standard === undefined ? {} : { standard }),
        at: inside.at,
    };
}
