import { AstUtils, type AstNode, type LangiumDocument, type Reference } from 'langium';
import * as ast from '../../../generated/ast.js';
import { LOST_TEXTS, lostParameters, lostText } from '../../../messages/lost.js';
import { ELEMENT_WORDS, type ElementList } from '../../../model/element-words.js';
import type { Departure, Lost, Named, Protocol } from '../../../model/protocol.js';
import { nameOf } from '../../../names/name-index.js';
import { documentsLost } from '../../../analysis/documents-lost.js';
import { enumerate } from '../../../text/numbers.js';
import { baseOf } from '../../bases.js';
import { defineDocumentRule } from '../../document-rule.js';
import type { Severity } from '../../finding.js';
import { placeOfCst } from '../../places.js';

const AGAIN = {
    nl: ' Schrijf `{element}` opnieuw als dat anders moet.',
    en: ' Write `{element}` anew to change that.',
};
const TO = {
    nl: ' Schrijf `{element}` opnieuw, en zeg daar waar het heen gaat.',
    en: ' Write `{element}` anew, and say there where it goes.',
};

const messages = {
    branch: advised('branch', AGAIN),
    'branch-open': advised('branch-open', TO),
    deadline: advised('deadline', AGAIN),
    'deadline-open': advised('deadline-open', TO),
    absent: advised('absent', AGAIN),
    'absent-open': advised('absent-open', TO),
    ways: advised('ways', AGAIN),
    start: advised('start', AGAIN),
    interrupt: advised('interrupt', {
        nl: ' Schrijf in de `aanpak` een eigen `altijd als`, of houd `{dropped}`.',
        en: ' Write an `altijd als` of its own in the `aanpak`, or keep `{dropped}`.',
    }),
    inside: advised('inside', {
        nl: ' Schrijf `{element}` opnieuw in de `aanpak` om het te houden.',
        en: ' Write `{element}` anew in the `aanpak` to keep it.',
    }),
    from: advised('from', {
        nl: ' Schrijf `{element}` opnieuw, met een andere `vanuit`.',
        en: ' Write `{element}` anew, with another `vanuit`.',
    }),
    named: {
        nl: '`{element}` noemt nog `{dropped}`, en dat vervalt hier. Schrijf `{element}` opnieuw zonder `{dropped}`, of houd `{dropped}`.',
        en: '`{element}` still names `{dropped}`, which is dropped here. Write `{element}` anew without `{dropped}`, or keep `{dropped}`.',
    },
    document: {
        nl: '`{dropped}` leverde `{document}`. Dat vervalt hier mee, en is nog nodig bij {users}. Schrijf `levert {document}` bij een stap daarvoor, of houd `{dropped}`.',
        en: '`{dropped}` delivered `{document}`. That is dropped along with it here, and still needed at {usersEn}. Write `levert {document}` at a step before it, or keep `{dropped}`.',
    },
    anew: {
        nl: '`{dropped}` levert hier `{document}` niet meer, en dat is nog nodig bij {users}. Schrijf `levert {document}` weer bij `{dropped}`, of bij een andere stap daarvoor.',
        en: '`{dropped}` does not deliver `{document}` here any more, which is still needed at {usersEn}. Write `levert {document}` at `{dropped}` again, or at another step before it.',
    },
} as const;

export const uitwerkingVervallen = defineDocumentRule({
    code: 'uitwerking/vervallen',
    severity: 'warning',
    title: {
        nl: 'Wat met een onderdeel mee vervalt, blijft niet ongezegd',
        en: 'What goes along with what is dropped does not stay unsaid',
    },
    reason: {
        nl: 'Wie in een plaatselijke uitwerking een stap laat vervallen, verandert meer dan die stap: wegen ernaartoe lopen anders, een `altijd als` verdwijnt, een document wordt nog gevraagd dat er niet meer is. Wie toetst of een gemeente modeltrouw werkt, moet dat kunnen zien. Waar vaststaat hoe het verder gaat, is het een mededeling; schrijft de uitwerking het onderdeel zelf opnieuw, dan is er niets te melden.',
        en: 'Who drops a step in a local working-out changes more than that step: ways to it run otherwise, an `altijd als` disappears, a document is still asked for that is there no more. Who reviews whether a municipality keeps to the model must be able to see that. Where it is settled how things go on it is information; where the working-out writes the element anew there is nothing to tell.',
    },
    noFix: {
        nl: 'Hoe het onderdeel er zonder het vervallen deel uitziet, weet alleen wie de uitwerking schrijft.',
        en: 'What the element is like without the dropped part only who writes the working-out knows.',
    },
    messages,
    wrong: `
interventie Basis "Basis" {
    gegeven onveilig: ja/nee
    rol Gezinswerker
    aanpak {
        stap Kennismaken { door Gezinswerker  bepaalt onveilig }
        altijd als onveilig: Melden
        stap Melden { door Gezinswerker  volgt meldcode }
    }
}
interventie Breda "Breda" uitwerking van Basis {
    vervalt stap Melden omdat "Het wijkteam meldt."
}
`,
    right: `
interventie Basis "Basis" {
    gegeven onveilig: ja/nee
    rol Gezinswerker
    aanpak {
        stap Kennismaken { door Gezinswerker  bepaalt onveilig }
        altijd als onveilig: Melden
        stap Melden { door Gezinswerker  volgt meldcode }
    }
}
interventie Breda "Breda" uitwerking van Basis {
    vervalt stap Melden omdat "Het wijkteam meldt."
    aanpak {
        altijd als onveilig: Wijkteam
        stap Wijkteam "Het wijkteam meldt" { door Gezinswerker  volgt meldcode }
    }
}
`,
    checkDocument: ({ document, file, services }, report) => {
        const nodes = document.parseResult.value.elements.filter(ast.isIntervention);
        file.interventions.forEach((protocol, index) => {
            const base = baseOf(protocol, 'refines', document, services);
            for (const { document: name, producer, isAnew, at, users } of base ? documentsLost(base, protocol) : []) {
                const who = enumerate(users.map((u) => `\`${u}\``));
                report({
                    message: isAnew ? 'anew' : 'document',
                    at,
                    parameters: { dropped: producer, document: name, users: who.nl, usersEn: who.en },
                });
            }
            if (protocol.dropped.length === 0) {
                return;
            }
            const departures = new Map(protocol.dropped.map((d) => [d.element.name, d]));
            for (const lost of protocol.lost) {
                report({
                    message: lostText(lost),
                    at: departures.get(lost.dropped)?.element.at ?? protocol.nameAt,
                    severity: severityOf(lost),
                    parameters: lostParameters(lost),
                    related: [{ message: { nl: 'Het gaat hierom.', en: 'It concerns this.' }, at: lost.at }],
                    data: { ...lostParameters(lost), kind: lost.kind },
                });
            }
            const node = nodes[index];
            for (const { departure, element, reference } of node ? stillNamed(node, protocol) : []) {
                report({
                    message: 'named',
                    at: departure.element.at,
                    parameters: { element, dropped: departure.element.name },
                    related: reference.$refNode
                        ? [
                              {
                                  message: { nl: 'Hier wordt het genoemd.', en: 'Here it is named.' },
                                  at: placeOfCst(AstUtils.getDocument(reference.$refNode.astNode), reference.$refNode),
                              },
                          ]
                        : [],
                });
            }
        });
    },
});

function advised(key: keyof typeof LOST_TEXTS, advice: { readonly nl: string; readonly en: string }) {
    return { nl: LOST_TEXTS[key].nl + advice.nl, en: LOST_TEXTS[key].en + advice.en };
}

/** Where it is settled how things go on, nobody has to do anything. */
function severityOf({ kind, to }: Lost): Severity {
    return to !== undefined || kind === 'inside' || kind === 'ways' || kind === 'start' ? 'info' : 'warning';
}

interface StillNamed {
    readonly departure: Departure;
    readonly element: string;
    readonly reference: Reference;
}

/** The inherited elements that name what is dropped, other than as where they go or where they begin: each once. */
function* stillNamed(node: ast.Intervention, protocol: Protocol): Generator<StillNamed> {
    const inherited = inheritedNames(protocol);
    const statements = node.statements.filter(ast.isDropped);
    for (const [index, departure] of protocol.dropped.entries()) {
        const target = (statements[index] as Partial<ast.Dropped> | undefined)?.element?.ref;
        const list = ELEMENT_WORDS.get(departure.elementKind)?.list;
        if (!target || list === undefined || namesIn(protocol, list).has(departure.element.name)) {
            continue;
        }
        for (const base of lineage(node)) {
            const seen = new Set<string>();
            for (const reference of referencesTo(target, AstUtils.getDocument(base))) {
                const container = reference.$refNode?.astNode;
                const element = container && holderOf(container, base);
                if (element !== undefined && inherited.has(`${base.name} ${element}`) && !seen.has(element)) {
                    seen.add(element);
                    yield { departure, element, reference };
                }
            }
        }
    }
}

/** From the interventies that an interventie refines, directly and further on, the nearest first. */
function lineage(node: ast.Intervention): ReadonlySet<ast.Intervention> {
    const result = new Set<ast.Intervention>();
    for (let base = node.refines?.ref; base && !result.has(base); base = base.refines?.ref) {
        result.add(base);
    }
    return result;
}

/** From a document's references those to each node, kept as long as it is not linked anew. */
const byTarget = new WeakMap<readonly unknown[], ReadonlyMap<AstNode, readonly Reference[]>>();

function referencesTo(target: AstNode, { references }: LangiumDocument): readonly Reference[] {
    let index = byTarget.get(references);
    if (!index) {
        const targets = new Map<AstNode, Reference[]>();
        for (const reference of references as readonly Reference[]) {
            if (reference.ref) {
                const known = targets.get(reference.ref);
                if (known) {
                    known.push(reference);
                } else {
                    targets.set(reference.ref, [reference]);
                }
            }
        }
        index = targets;
        byTarget.set(references, index);
    }
    return index.get(target) ?? [];
}

/** The named element of an interventie in which a reference stands; undefined where the model accounts for it itself. */
function holderOf(container: AstNode, base: ast.Intervention): string | undefined {
    let name: string | undefined;
    for (let node: AstNode | undefined = container; node !== base; node = node.$container) {
        if (!node || ast.isTarget(node) || ast.isFromNodes(node) || ast.isDropped(node) || ast.isDeviation(node)) {
            return undefined;
        }
        const isElement =
            node.$container === base || ast.isFactor(node) || (ast.isFlowNode(node) && name === undefined);
        name = isElement ? (name ?? nameOf(node)) : name;
    }
    return name;
}

/** What is inherited, as the interventie that it comes from and its name. */
function inheritedNames(protocol: Protocol): ReadonlySet<string> {
    const lists = [...new Set([...ELEMENT_WORDS.values()].map(({ list }) => list))];
    return new Set(
        lists.flatMap((list) =>
            elementsOf(protocol, list).flatMap((e) =>
                e.inheritedFrom === undefined ? [] : [`${e.inheritedFrom} ${e.name}`],
            ),
        ),
    );
}

function namesIn(protocol: Protocol, list: ElementList): ReadonlySet<string> {
    return new Set(elementsOf(protocol, list).map((e) => e.name));
}

function elementsOf(protocol: Protocol, list: ElementList): readonly Named[] {
    const { goals, process, rationales } = protocol;
    const subgoals = goals.flatMap((g) => g.subgoals);
    switch (list) {
        case 'nodes':
            return process?.nodes ?? [];
        case 'factors':
            return rationales.flatMap((r) => r.factors);
        case 'goals':
            return [...goals, ...subgoals];
        case 'indicators':
            return [...protocol.indicators, ...[...goals, ...subgoals].flatMap((g) => g.indicators)];
        default:
            return protocol[list];
    }
}
