import { AstUtils, CstUtils, type AstNode, type LangiumDocument } from 'langium';
import * as ast from '../../../generated/ast.js';
import { importUri } from '../../../names/imports.js';
import { defineDocumentRule, type DocumentContext } from '../../document-rule.js';
import { kindWithArticle } from '../../../messages/kinds.js';
import type { Fix } from '../../finding.js';
import { freeName } from '../../fixes/free-name.js';
import { keywordOf } from '../../fixes/nodes.js';
import { removal, removalFromList } from '../../fixes/remove.js';
import { replacement, written } from '../../fixes/replace.js';
import { placeOfCst, placeOfProperty } from '../../places.js';
import type { Report } from '../../rule.js';

const messages = {
    name: {
        nl: 'De naam `{name}` is hier al gegeven aan {otherNl} (regel {line}). Geef dit een andere naam, of voeg de twee samen.',
        en: 'The name `{name}` has been given here to {otherEn} (line {line}) already. Give this another name, or join the two.',
    },
    value: {
        nl: 'Het gegeven `{fact}` noemt de waarde `{name}` twee keer. Haal er een weg.',
        en: 'The fact `{fact}` names the value `{name}` twice. Take one away.',
    },
    open: {
        nl: 'In deze opsomming staat al `{first}`, en van wat open is wordt er maar één overgenomen. Laat er een weg, of zeg het in woorden met `omdat "…"`.',
        en: 'This list has `{first}` already, and of what is open only one is taken over. Leave one out, or say it in words with `omdat "…"`.',
    },
    import: {
        nl: 'Dit bestand wordt al gebruikt (regel {line}). Haal een van de twee regels weg.',
        en: 'This file is used already (line {line}). Take one of the two lines away.',
    },
    imported: {
        nl: '`{name}` staat ook in "{path}", en dat gaat voor. Geef een van de twee een andere naam, of gebruik één van beide bestanden.',
        en: '`{name}` is in "{path}" as well, and that comes first. Give one of the two another name, or use one of the two files.',
    },
    cycle: {
        nl: '`{name}` is een uitwerking of vervolg van zichzelf: {path}. Haal een van deze verwijzingen weg.',
        en: '`{name}` is a working-out or follow-up of itself: {path}. Take one of these references away.',
    },
} as const;

type Key = keyof typeof messages;

export const dubbel = defineDocumentRule({
    code: 'meta/dubbel',
    severity: 'error',
    title: {
        nl: 'Eén naam, één onderdeel; niets komt uit zichzelf voort',
        en: 'One name, one element; nothing stems from itself',
    },
    reason: {
        nl: 'Als twee onderdelen van een interventie, bestand, toetsingskader of beoordeling dezelfde naam hebben, is niet te zeggen welk van de twee ergens bedoeld is. Alle soorten delen één verzameling namen: een rol `Ouders` en een subdoel `Ouders` kunnen niet naast elkaar staan. En een interventie die via `uitwerking van` of `vervolg op` bij zichzelf uitkomt, heeft geen begin.',
        en: 'Where two elements of an intervention, file, framework or review have the same name, there is no telling which of the two is meant. All kinds share one set of names: a role `Ouders` and a subgoal `Ouders` cannot stand side by side. And an intervention that by `uitwerking van` or `vervolg op` ends at itself has no beginning.',
    },
    messages,
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stap Kennismaking "Kennismaken op kantoor"
        stap Kennismaking "Kennismaken thuis"
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stap Kennismaking "Kennismaken op kantoor"
        stap Huisbezoek "Kennismaken thuis"
        einde Klaar
    }
}
`,
    checkDocument: (context, report) => {
        checkNames(context, report);
        checkImports(context, report);
        checkCycles(context, report);
        checkOpenParts(context, report);
    },
});

function checkNames({ document, services }: DocumentContext, report: Report<Key>): void {
    let taken: ReadonlySet<string> | undefined;
    for (const names of services.names.of(document).values()) {
        for (const [name, [first, ...others]] of names) {
            if (!first || name === '') {
                continue;
            }
            checkValues(document, first, report);
            for (const other of others) {
                const free = freeName(name, (taken ??= namesInFile(services.names.of(document))));
                const at = placeOfProperty(document, other, 'name');
                const kind = kindWithArticle(first.$type);
                const firstAt = placeOfProperty(document, first, 'name');
                report({
                    message: 'name',
                    at,
                    fixes: [...withoutCopy(document, first, other), replacement(at, written(free))],
                    parameters: { name, otherNl: kind.nl, otherEn: kind.en, line: firstAt.range.start.line + 1 },
                    related: [
                        {
                            message: { nl: `Hier staat \`${name}\` al.`, en: `\`${name}\` is here already.` },
                            at: firstAt,
                        },
                    ],
                });
            }
        }
    }
}

const SECOND = { nl: 'Haal de tweede weg', en: 'Take the second away' };

/** What is shared by its name only, so that a second one that says the same adds nothing. */
const isShared = (node: AstNode) =>
    [
        ast.isRole,
        ast.isOrganisation,
        ast.isSource,
        ast.isGuideline,
        ast.isConcept,
        ast.isFact,
        ast.isProtocolDocument,
    ].some((is) => is(node));

/** Takes the second of two elements away that are written alike. */
function withoutCopy(document: LangiumDocument, first: AstNode, second: AstNode): Fix[] {
    const text = (node: AstNode) => node.$cstNode?.text.replace(/\s+/g, ' ');
    const isCopy = isShared(second) && text(first) === text(second);
    return isCopy && second.$cstNode ? [removal(document, placeOfCst(document, second.$cstNode), SECOND, true)] : [];
}

/** Takes away what makes an interventie stem from itself. */
function withoutBase(document: LangiumDocument, node: ast.Intervention, property: 'refines' | 'continues'): Fix[] {
    const [keyword, joins] = property === 'refines' ? ['uitwerking', 'van'] : ['vervolg', 'op'];
    const from = keywordOf(document, node, keyword);
    const { file, range } = placeOfProperty(document, node, property);
    const title = {
        nl: `Haal \`${keyword} ${joins} …\` weg`,
        en: `Take \`${keyword} ${joins} …\` away`,
    };
    return from ? [removal(document, { file, range: { start: from.range.start, end: range.end } }, title)] : [];
}

function namesInFile(homes: ReadonlyMap<AstNode, ReadonlyMap<string, unknown>>): ReadonlySet<string> {
    return new Set([...homes.values()].flatMap((names) => [...names.keys()]));
}

function checkValues(document: LangiumDocument, node: AstNode, report: Report<Key>): void {
    const values = ast.isFact(node) ? ((node as Partial<typeof node>).type?.values ?? []) : [];
    if (values.length < 2) {
        return;
    }
    const seen = new Set<string>();
    for (const value of values) {
        if (seen.has(value.name)) {
            const at = placeOfProperty(document, value, 'name');
            report({
                message: 'value',
                at,
                parameters: { name: value.name, fact: (node as { name?: string }).name ?? '' },
                fixes: [
                    {
                        title: SECOND,
                        edits: [removalFromList(document, at)],
                        safe: true,
                    },
                ],
            });
        }
        seen.add(value.name);
    }
}

/** Two used files that name the same: which of the two is meant would depend on the order of the lines. */
function checkImports({ document, services }: DocumentContext, report: Report<Key>): void {
    const { imports } = document.parseResult.value;
    const documents = services.shared.workspace.LangiumDocuments;
    const own = services.names.of(document).get(document.parseResult.value);
    const lines = new Map<LangiumDocument, number>();
    const first = new Map<string, { path: string; node: AstNode }>();
    for (const statement of imports.length > 1 ? imports : []) {
        const uri = importUri(document, statement);
        const imported = uri && documents.getDocument(uri);
        if (!imported || imported === document) {
            continue;
        }
        const at = placeOfProperty(document, statement, 'path');
        const line = lines.get(imported);
        if (line !== undefined) {
            report({
                message: 'import',
                at,
                parameters: { line: line + 1 },
                severity: 'warning',
                fixes: statement.$cstNode
                    ? [removal(document, placeOfCst(document, statement.$cstNode), SECOND, true)]
                    : [],
            });
            continue;
        }
        lines.set(imported, at.range.start.line);
        for (const [name, [node]] of services.names.of(imported).get(imported.parseResult.value) ?? []) {
            const before = first.get(name);
            if (!before && node) {
                first.set(name, { path: statement.path, node });
            } else if (before && node && before.node.$type === node.$type && !own?.has(name)) {
                report({
                    message: 'imported',
                    at,
                    parameters: { name, path: before.path },
                    severity: 'warning',
                    related: [before.node, node].map((n) => ({
                        message: { nl: `\`${name}\` staat hier.`, en: `\`${name}\` is here.` },
                        at: placeOfProperty(AstUtils.getDocument(n), n, 'name'),
                    })),
                });
            }
        }
    }
}

/** Depth-first over the interventies that those of this file stem from; an edge back to an open one closes a cycle. */
function checkCycles({ document }: DocumentContext, report: Report<Key>): void {
    const done = new Set<ast.Intervention>();
    for (const start of document.parseResult.value.elements.filter(ast.isIntervention)) {
        const path: { node: ast.Intervention; bases: ast.Intervention[] }[] = done.has(start)
            ? []
            : [{ node: start, bases: basesOf(start) }];
        while (path.length > 0) {
            const top = path[path.length - 1];
            const base = top?.bases.pop();
            if (!base) {
                path.pop();
                if (top) {
                    done.add(top.node);
                }
                continue;
            }
            const open = path.findIndex((p) => p.node === base);
            if (open >= 0) {
                reportCycle(
                    path.slice(open).map((p) => p.node),
                    document,
                    report,
                );
            } else if (!done.has(base)) {
                path.push({ node: base, bases: basesOf(base) });
            }
        }
    }
}

function reportCycle(cycle: readonly ast.Intervention[], document: LangiumDocument, report: Report<Key>): void {
    const index = cycle.findIndex((i) => AstUtils.getDocument(i) === document);
    const [here, ...others] = [...cycle.slice(index), ...cycle.slice(0, index)];
    if (index < 0 || !here) {
        return;
    }
    const next = others[0] ?? here;
    const property = here.refines?.ref === next ? 'refines' : 'continues';
    report({
        message: 'cycle',
        at: placeOfProperty(document, here, property),
        parameters: { name: here.name, path: [here, ...others, here].map((i) => `\`${i.name}\``).join(' → ') },
        related: others.map((i) => ({
            message: { nl: `\`${i.name}\` staat hier.`, en: `\`${i.name}\` is here.` },
            at: placeOfProperty(AstUtils.getDocument(i), i, 'name'),
        })),
        fixes: withoutBase(document, here, property),
        data: { cycle: [here, ...others].map((i) => i.name) },
    });
}

function basesOf(node: ast.Intervention): ast.Intervention[] {
    return [node.refines?.ref, node.continues?.ref].filter((i) => i !== undefined);
}

/** Two open parts of one list of names, such as `A, onbekend, plaatselijk`; such a list keeps one. */
const TWO_OPEN = /(?<![\p{L}\d-])(onbekend|plaatselijk)(?=[^{}]{0,300},\s*(onbekend|plaatselijk)(?![\p{L}\d-]))/gu;

function checkOpenParts({ document }: DocumentContext, report: Report<Key>): void {
    const root = document.parseResult.value.$cstNode;
    if (!root) {
        return;
    }
    for (const { index, 1: first = '' } of document.textDocument.getText().matchAll(TWO_OPEN)) {
        const leaf = CstUtils.findLeafNodeAtOffset(root, index);
        // what a later part of the list took the place of is in no tree
        if (leaf && (ast.isUnknown(leaf.astNode) || ast.isLocal(leaf.astNode)) && !leaf.astNode.$container) {
            report({
                message: 'open',
                at: placeOfCst(document, leaf),
                severity: 'warning',
                parameters: { first },
                fixes: [],
            });
        }
    }
}
