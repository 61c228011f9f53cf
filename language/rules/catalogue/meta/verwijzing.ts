import { AstUtils, type AstNode, type LangiumDocument, type LinkingError } from 'langium';
import type { DraaiboekServices } from '../../../draaiboek-module.js';
import {
    isAssignment,
    isAnd,
    isComparison,
    isOr,
    type Fact,
    isDeadline,
    isDeviation,
    isDropped,
    isFact,
    isFilledBy,
    isFollows,
    isIntervention,
    isNot,
    isOrganisation,
    isProseReference,
    isReview,
    isScenario,
    isStartsAfter,
    Role,
    type FactType,
} from '../../../generated/ast.js';
import type { Place } from '../../../model/protocol.js';
import { importedDocuments, importPath } from '../../../names/imports.js';
import { homeOf } from '../../../names/name-index.js';
import { distance, oppositeOf } from '../../../text/distance.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { defineDocumentRule, type DocumentContext } from '../../document-rule.js';
import type { Fix } from '../../finding.js';
import { declarations } from '../../fixes/declare.js';
import { lastOf } from '../../fixes/nodes.js';
import { addedBehind, replacement, written } from '../../fixes/replace.js';
import { kindName, kindWithArticle } from '../../../messages/kinds.js';
import { NearNames, nearestNames } from '../../near-names.js';
import { lineEndOf, placeAt, placeOfCst, startOf } from '../../places.js';
import type { Report } from '../../rule.js';
import { checkConfirmation } from './verwijzing-confirmation.js';
import { checkImports } from './verwijzing-imports.js';
import { checkKindWords } from './verwijzing-kinds.js';
import { placeOfName, reportOrganisation } from './verwijzing-organisation.js';
import { oneOf, withoutLine } from './verwijzing-near.js';
import { checkBrackets, literalBrackets } from './verwijzing-prose.js';
import { checkMoments, checkTargets } from './verwijzing-process.js';
import { messages } from './verwijzing-texts.js';
import {
    declaredUnread,
    missingBase,
    openBase,
    openOfKind,
    reportUnchecked,
    type UncheckedName,
} from './verwijzing-unchecked.js';

export const verwijzing = defineDocumentRule({
    code: 'meta/verwijzing',
    severity: 'error',
    title: { nl: 'Elke naam verwijst naar iets dat bestaat', en: 'Each name refers to something that exists' },
    reason: {
        nl: 'Een naam die nergens naar verwijst, is meestal een schrijffout, en wat eraan hangt is niet te controleren. Namen zijn zichtbaar in hun eigen interventie, in hun bestand, en in elk bestand dat het met `gebruik` noemt. Voor een naam in een tekst (`[[Naam]]`) geldt hetzelfde; daar is het een waarschuwing, want alleen de lezer heeft er last van.',
        en: 'A name that refers to nothing is mostly a misspelling, and what depends on it cannot be checked. Names are visible in their own intervention, in their file, and in each file that names it with `gebruik`. The same holds for a name in a text (`[[Naam]]`); there it is a warning, since only the reader is hindered.',
    },
    messages,
    wrong: `
rol Gezinswerker
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stap Kennismaking { door Gezinswrker }
        einde Klaar
    }
}
`,
    right: `
rol Gezinswerker
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stap Kennismaking { door Gezinswerker }
        einde Klaar
    }
}
`,
    checkDocument: (context, report) => {
        const missing = checkImports(context, report);
        const near = new NearNames(context.services);
        const unread = declaredUnread(context.document);
        checkKindWords(context, report);
        checkTargets(context, report);
        checkMoments(context, report);
        const unchecked: UncheckedName[] = [];
        for (const reference of context.document.references) {
            if (reference.error && reference.$refText !== '') {
                const { error } = reference;
                // nothing hangs on a name in a text, but a reader who follows it finds nothing
                const say: Report<Key> = isProseReference(error.info.container)
                    ? (found) => {
                          report({ ...found, severity: 'warning' });
                      }
                    : report;
                const hidden = checkReference(context, error, near, unread, missing, say);
                if (hidden) {
                    unchecked.push(hidden);
                }
            }
        }
        reportUnchecked(unchecked, report);
        checkBrackets(context.document, report);
    },
});

type Key = keyof typeof messages;

/** Words that name nobody. */
const EVERYBODY = /^(iedereen|iemand|allen|allemaal|betrokkenen)$/i;

/** What a working-out of `onbekend` leaves out or changes stands nowhere, and nobody can say whether its name is right. */
function isOfUnknownBase(container: AstNode): boolean {
    return (
        (isDropped(container) || isDeviation(container)) &&
        AstUtils.getContainerOfType(container, isIntervention)?.refinesValue !== undefined
    );
}

/** `strijd is midden of hoog`: the fact in front that has a value of that name, where it is named as if it was a fact. */
function factBefore(node: AstNode, name: string): Fact | undefined {
    for (let inner = node; inner.$container; inner = inner.$container) {
        const around = inner.$container;
        if (!isOr(around) && !isAnd(around)) {
            return undefined;
        }
        const before = AstUtils.streamAst(around.left).filter(isComparison).toArray();
        const fact = before.findLast((c) => c !== node && c.value)?.fact.ref;
        if (inner === around.right && fact?.type.values.some((v) => v.name === name)) {
            return fact;
        }
    }
    return undefined;
}

/** @returns the name, where it may stand in what was not found */
function checkReference(
    context: DocumentContext,
    error: LinkingError,
    near: NearNames,
    unread: ReadonlySet<string>,
    missingImport: Bilingual | undefined,
    report: Report<Key>,
): UncheckedName | undefined {
    const { document, services } = context;
    const { container, reference } = error.info;
    if (hasOtherCause(error) || isOfUnknownBase(container)) {
        return undefined;
    }
    const name = reference.$refText;
    const at = reference.$refNode ? placeOfCst(document, reference.$refNode) : startOf(document.uri.toString());
    if ((isComparison(container) || isAssignment(container)) && error.info.property === 'value') {
        checkFactValue(name, container.fact?.ref, at, document, report);
        return undefined;
    }
    const factOfValue = factBefore(container, name);
    if (factOfValue) {
        const fact = written(factOfValue.name);
        const fixes = [replacement(at, `${fact} is ${written(name)}`, false)];
        report({ message: 'value-of-fact', at, parameters: { name, fact }, fixes });
        return undefined;
    }
    const type = services.shared.AstReflection.getReferenceType(error.info);
    const kind = kindName(type);
    const parameters = { name, kindNl: kind.nl, kindEn: kind.en };
    const other = elementOfThatName(context, container, name);
    if (other) {
        const is = kindWithArticle(other.$type);
        if (isDropped(container)) {
            const refines = AstUtils.getContainerOfType(container, isIntervention)?.refines;
            const message = refines ? 'not-inherited' : 'no-base';
            report({
                message,
                at,
                parameters: { name, otherNl: kindName(other.$type).nl, otherEn: kindName(other.$type).en },
                fixes: withoutLine(document, container),
            });
            return undefined;
        }
        if (isOrganisation(other) && type === Role.$type) {
            reportOrganisation(document, container, other, at, report);
            return undefined;
        }
        const wanted = kindWithArticle(type);
        report({
            message: 'other-kind',
            at,
            parameters: { name, otherNl: is.nl, otherEn: is.en, wantedNl: wanted.nl, wantedEn: wanted.en },
            related: [
                { message: { nl: `\`${name}\` staat hier.`, en: `\`${name}\` is here.` }, at: placeOfName(other) },
            ],
        });
        return undefined;
    }
    if (checkConfirmation(container, name, report)) {
        return undefined;
    }
    const open = openBase(container);
    if (open) {
        return { name, at, behind: open };
    }
    // that its declaration cannot be read is told there
    if (kind.nl.split(' ').some((word) => unread.has(`${word} ${name}`))) {
        return undefined;
    }
    if (type === Role.$type && EVERYBODY.test(name)) {
        const text = isFilledBy(container) ? `"${name}"` : `onbekend omdat "${name}"`;
        report({
            message: 'everybody',
            at,
            parameters: { ...parameters, text },
            fixes: [replacement(at, text, false)],
        });
        return undefined;
    }
    const isInText = isProseReference(container);
    const spelt = (right: string) => (isInText ? right : written(right));
    const meant = nearestNames(name, wordsInstead(error.info));
    const names = meant.length > 0 ? meant : near.of(error.info);
    if (names.length > 0) {
        report({
            message: 'near',
            at,
            parameters: { ...parameters, ...oneOf(names.map((n) => `\`${n}\``)) },
            // only a difference in capitals leaves no doubt
            fixes: names.map((n) =>
                replacement(at, spelt(n), names.length === 1 && distance(n.toLowerCase(), name.toLowerCase()) === 0),
            ),
        });
        return undefined;
    }
    const bare = oppositeInSight(services, error.info);
    if (bare !== undefined) {
        report({
            message: 'opposite',
            at,
            parameters: { name, other: bare },
            fixes: [replacement(at, `niet ${written(bare)}`, false)],
        });
        return undefined;
    }
    const titled = near.titled(error.info);
    if (titled !== undefined) {
        report({
            message: 'title',
            at,
            parameters: { ...parameters, ...oneOf([`\`${titled}\``]) },
            fixes: [replacement(at, spelt(titled), false)],
        });
        return undefined;
    }
    const elsewhere = elementInOtherFile(services, document, name, type);
    if (elsewhere) {
        const path = importPath(document.uri, AstUtils.getDocument(elsewhere).uri);
        const kindNl = kindName(elsewhere.$type).nl;
        report({ message: 'other-file', at, parameters: { name, kindNl, path }, fixes: [newImport(document, path)] });
        return undefined;
    }
    const behind = missingBase(container) ?? missingImport;
    if (behind) {
        return { name, at, behind };
    }
    if (isInText) {
        const brackets = document.textDocument
            .getText()
            .lastIndexOf('[[', document.textDocument.offsetAt(at.range.start));
        report({ message: 'none-in-text', at, parameters, fixes: [literalBrackets(placeAt(document, brackets, 2))] });
        return undefined;
    }
    const fixes = near.givesUp ? [] : declarations(document, error.info, type);
    // what is dropped or done otherwise stands in what is worked out, and not in what is left open here
    const left = isDropped(container) || isDeviation(container) ? undefined : openOfKind(container, type);
    if (left !== undefined) {
        report({ message: 'left-open', severity: 'info', at, parameters: { name, left }, fixes });
        return undefined;
    }
    // names of steps begin with a capital mostly: this may be any moment
    if (
        (isDeadline(container) || isStartsAfter(container)) &&
        error.info.property === 'after' &&
        /^\p{Ll}/u.test(name)
    ) {
        report({ message: 'no-moment', at, parameters, fixes: [replacement(at, `"${name}"`, false), ...fixes] });
        return undefined;
    }
    report({ message: 'none', at, parameters, fixes });
    return undefined;
}

/** The fact of yes or no of which a name that stands alone in a condition is the opposite: `veilig` for `als onveilig`. */
function oppositeInSight(services: DraaiboekServices, info: LinkingError['info']): string | undefined {
    const { container, reference } = info;
    const other = oppositeOf(reference.$refText);
    const isAlone =
        isComparison(container) && !isNot(container.$container) && container.$cstNode?.text === reference.$refText;
    const fact =
        isAlone && other !== undefined
            ? services.references.ScopeProvider.getScope(info).getElement(other)?.node
            : undefined;
    return isFact(fact) && fact.type?.kind === 'ja' ? other : undefined;
}

function checkFactValue(
    name: string,
    fact: (AstNode & { name: string; type?: FactType }) | undefined,
    at: Place,
    document: LangiumDocument,
    report: Report<Key>,
): void {
    if (!fact?.type) {
        return;
    }
    const values = fact.type.values.map((v) => v.name);
    const near = nearestNames(name, values);
    const parameters = { name, fact: fact.name };
    if (fact.type.value) {
        report({ message: 'open-values', at, parameters, severity: 'info' });
        return;
    }
    const known = fact.type.kind === 'ja' ? ['ja', 'nee', 'bekend'] : ['bekend'];
    const meant = name.length < 3 ? [] : nearestNames(name, known);
    if (meant.length > 0 && near.length === 0) {
        report({
            message: 'near-value',
            at,
            parameters: { ...parameters, ...oneOf(meant.map((n) => `\`${n}\``)) },
            fixes: meant.map((n) => replacement(at, n, false)),
        });
    } else if (values.length === 0) {
        const hint =
            fact.type.kind === 'ja'
                ? { nl: 'Vergelijk met `ja` of `nee`.', en: 'Compare it with `ja` or `nee`.' }
                : { nl: 'Noem ze bij het gegeven: `een van …`.', en: 'Name them at the fact: `een van …`.' };
        report({
            message: 'not-of-values',
            at,
            parameters: { ...parameters, hintNl: hint.nl, hintEn: hint.en },
            fixes: fact.type.kind === 'ja' ? [replacement(at, 'ja'), replacement(at, 'nee')] : [],
        });
    } else if (near.length > 0) {
        report({
            message: 'near-value',
            at,
            parameters: { ...parameters, ...oneOf(near.map((n) => `\`${n}\``)) },
            fixes: near.map((n) => replacement(at, written(n), false)),
        });
    } else {
        const { nearNl, nearEn } = oneOf(values.map((v) => `\`${v}\``));
        const last = AstUtils.getDocument(fact) === document ? lastOf(document, fact.type, ['values']) : undefined;
        const title = {
            nl: `Voeg \`${name}\` toe aan gegeven \`${fact.name}\``,
            en: `Add \`${name}\` to fact \`${fact.name}\``,
        };
        report({
            message: 'no-value',
            at,
            parameters: { ...parameters, valuesNl: nearNl, valuesEn: nearEn },
            fixes: last ? [addedBehind(last, `, ${written(name)}`, title)] : [],
        });
    }
}

/** The words of the language that stand where this name stands: they name nothing that is described. */
function wordsInstead({ container, property }: LinkingError['info']): readonly string[] {
    return (isDeadline(container) || isStartsAfter(container)) && property === 'after'
        ? ['aanmelding']
        : isFollows(container)
          ? ['meldcode']
          : [];
}

/** Whether another reference that leads nowhere is the cause, and is reported by itself. */
function hasOtherCause({ info: { container, property } }: LinkingError): boolean {
    if ((isComparison(container) || isAssignment(container)) && property === 'value') {
        return container.fact?.ref === undefined;
    }
    const review = AstUtils.getContainerOfType(container, isReview);
    if (review && container !== review) {
        return review.framework?.ref === undefined || review.intervention?.ref === undefined;
    }
    const scenario = AstUtils.getContainerOfType(container, isScenario);
    return scenario !== undefined && container !== scenario && scenario.intervention?.ref === undefined;
}

/** An element in sight that has the name, of whatever kind. */
function elementOfThatName(
    { document, services }: DocumentContext,
    container: AstNode,
    name: string,
): AstNode | undefined {
    const names = services.names.of(document);
    for (let node = container; ; node = homeOf(node)) {
        const found = names.get(node)?.get(name)?.[0];
        if (found ?? !node.$container) {
            return found ?? importedElement(services, document, name);
        }
    }
}

function importedElement(services: DraaiboekServices, document: LangiumDocument, name: string): AstNode | undefined {
    for (const imported of importedDocuments(document, services.shared.workspace.LangiumDocuments)) {
        const [found] = services.names.of(imported).get(imported.parseResult.value)?.get(name) ?? [];
        if (found) {
            return found;
        }
    }
    return undefined;
}

/** Such an element at the top level of a file that is loaded and that this file does not use. */
function elementInOtherFile(
    services: DraaiboekServices,
    document: LangiumDocument,
    name: string,
    type: string,
): AstNode | undefined {
    const { AstReflection, workspace } = services.shared;
    let result: { readonly uri: string; readonly element: AstNode } | undefined;
    for (const other of workspace.LangiumDocuments.all) {
        const elements =
            other === document ? [] : (services.names.of(other).get(other.parseResult.value)?.get(name) ?? []);
        const element = elements.find((e) => AstReflection.isSubtype(e.$type, type));
        // of more files the same one, in whatever order they were read
        const uri = other.uri.toString();
        if (element && (!result || uri < result.uri)) {
            result = { uri, element };
        }
    }
    return result?.element;
}

function newImport(document: LangiumDocument, path: string): Fix {
    const { imports } = (document as DocumentContext['document']).parseResult.value;
    const last = imports[imports.length - 1]?.$cstNode;
    const end = lineEndOf(document);
    return {
        title: { nl: `Zet bovenaan \`gebruik "${path}"\``, en: `Put \`gebruik "${path}"\` at the top` },
        edits: [
            last
                ? { at: placeAt(document, last.end, 0), newText: `${end}gebruik "${path}"` }
                : { at: startOf(document.uri.toString()), newText: `gebruik "${path}"${end}${end}` },
        ],
        safe: false,
    };
}
