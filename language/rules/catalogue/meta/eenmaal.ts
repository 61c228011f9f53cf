import type { AstNode, LangiumDocument } from 'langium';
import * as ast from '../../../generated/ast.js';
import type { Block, FileModel, Place, Protocol } from '../../../model/protocol.js';
import { oneLine } from '../../../text/one-line.js';
import { blocksOf, blocksOutside } from '../../blocks.js';
import { defineDocumentRule } from '../../document-rule.js';
import type { Fix } from '../../finding.js';
import { removal } from '../../fixes/remove.js';
import { placeOfCst } from '../../places.js';
import type { Report } from '../../rule.js';
import { holdsWords, valuesIn, type Said } from '../../said.js';

const messages = {
    copy: {
        nl: 'Dit staat op regel {line} ook al. Haal een van de twee weg.',
        en: 'This is on line {line} already. Take one of the two away.',
    },
    second: {
        nl: 'Hier staat voor de tweede keer `{what}` (eerder op regel {line}), en er geldt er maar één. Laat er een staan, of voeg ze samen.',
        en: 'Here `{what}` stands a second time (before on line {line}), and only one can hold. Keep one, or join them.',
    },
    figure: {
        nl: 'Welke `{what}` geldt: `{second}`, of `{first}` op regel {line}? Laat er een staan, maak er één bereik van (`3 tot 6 maanden`), of zeg bij elke volgens welke bron zij geldt.',
        en: 'Which `{what}` holds: `{second}`, or `{first}` on line {line}? Keep one, make one range of them (`3 tot 6 maanden`), or say of each which source has it.',
    },
    open: {
        nl: '`{what}` is hier `onbekend`, en op regel {line} staat `{first}`. Haal weg wat niet klopt.',
        en: '`{what}` is `onbekend` here, and `{first}` on line {line}. Take away what is not so.',
    },
    next: {
        nl: '`daarna` zegt op regel {line} al waar het heen gaat. Hangt het ergens van af, zet dan alles in één blok: `daarna { als …: {first}  anders: {second} }`; gebeurt het allebei, zet de stappen dan in `gelijktijdig`.',
        en: '`daarna` says on line {line} already where this goes. If it depends on something, put all in one block: `daarna { als …: {first}  anders: {second} }`; if both happen, put the steps in `gelijktijdig`.',
    },
    otherwise: {
        nl: 'Deze keuze heeft op regel {line} al een `anders`, en daarmee gaat het verder. Geef deze tak een voorwaarde, of haal hem weg.',
        en: 'This choice has an `anders` on line {line} already, and goes on with that. Give this branch a condition, or take it away.',
    },
    absent: {
        nl: '`bij uitblijven` zegt op regel {line} al wat er gebeurt. Geldt dit pas als dat niet meer helpt, zet dan daar een grens en schrijf dit erachter: `bij uitblijven: {first} hoogstens 1 keer, anders: {second}` (met het goede aantal).',
        en: '`bij uitblijven` says on line {line} already what happens. If this holds only when that no longer helps, write a bound there and this behind it: `bij uitblijven: {first} hoogstens 1 keer, anders: {second}` (with the right number).',
    },
    version: {
        nl: 'Welke versie is dit: deze, of die op regel {line}? Zet bij elke de datum (`versie "1.0" van 2024`), of `stand vervallen` bij wat niet meer geldt.',
        en: 'Which version is this: this one, or that on line {line}? Date each of them (`versie "1.0" van 2024`), or write `stand vervallen` at what no longer holds.',
    },
} as const;

type Tell = Report<keyof typeof messages>;

export const eenmaal = defineDocumentRule({
    code: 'meta/eenmaal',
    severity: 'warning',
    title: {
        nl: 'Wat één keer kan, staat er één keer',
        en: 'What can stand once stands once',
    },
    reason: {
        nl: 'Staan er twee versies, twee duren of twee keer `daarna:` in één blok, dan weet de lezer niet welke geldt, en een computer kiest er een. Geven twee bronnen elk een eigen waarde, dan is dat iets voor `meta/tegenspraak`. Twee versies met elk een datum zijn een geschiedenis.',
        en: 'Where two versions, two durations or two lines with `daarna:` stand in one block, a reader does not know which holds, and a computer picks one. Where two sources give a value each, that is for `meta/tegenspraak`. Two versions that each have a date are a history.',
    },
    messages,
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    duur 3 maanden
    duur 6 maanden
    principe "Eén gezin, één plan"
    principe "Eén gezin, één plan"
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    duur 3 tot 6 maanden
    principe "Eén gezin, één plan"
}
`,
    checkDocument: ({ document, file }, report) => {
        const told = new Set<number>();
        const { elements } = document.parseResult.value;
        checkCopies(document, elements, told, report);
        for (const element of elements) {
            checkStatements(document, element, told, report);
        }
        checkFigures(file, told, document, report);
    },
});

/** By the type of a block: what may stand in it once, by the type or the keyword of the statement. */
const ONCE: Readonly<Record<string, readonly string[]>> = {
    Intervention: ['Version'],
    Source: ['jaar', 'datum', 'titel', 'taal'],
    Guideline: ['jaar', 'datum', 'titel', 'taal'],
    Recognition: ['niveau', 'datum', 'geldigheid'],
    ProtocolDocument: ['bewaartermijn'],
    Research: ['stand'],
    ResearchPhase: ['stand'],
    Step: ['Repeat', 'StartsAfter', 'Next'],
    Escalation: ['Repeat', 'StartsAfter', 'Next', 'binnen'],
    Phase: ['Repeat', 'Next'],
    Group: ['Repeat', 'Next'],
    Next: ['anders'],
    End: ['geslaagd', 'bij weigering'],
    Handover: ['Confirmation', 'WhenAbsent', 'DirectionTo', 'ClosesAfter'],
    Framework: ['versie', 'datum'],
    Review: ['ReviewBy', 'datum'],
    FollowUp: ['stand'],
    Remark: ['stand'],
};
const ALLOWED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
    Object.entries(ONCE).map(([block, keys]) => [block, new Set(keys)]),
);
/** How these begin. */
const WORDS: Readonly<Record<string, string>> = {
    Repeat: 'herhaal',
    StartsAfter: 'begint … na',
    Confirmation: 'bevestiging',
    WhenAbsent: 'bij uitblijven',
    DirectionTo: 'regie naar',
    ClosesAfter: 'sluit af na',
    ReviewBy: 'door',
};

interface WithStatements extends AstNode {
    readonly statements?: readonly AstNode[];
}

function checkStatements(document: LangiumDocument, block: WithStatements, told: Set<number>, report: Tell): void {
    const { statements = [] } = block;
    if (statements.length === 0) {
        return;
    }
    const allowed = ALLOWED.get(block.$type);
    const first = new Map<string, AstNode>();
    for (const statement of statements) {
        const key = allowed && keyOf(statement, allowed);
        const before = key === undefined ? undefined : first.get(key);
        if (key !== undefined && before === undefined) {
            first.set(key, statement);
        } else if (key !== undefined && before && isOfOne(before, statement)) {
            told.add(statement.$cstNode?.offset ?? -1);
            tellSecond(document, before, statement, key, report);
        }
        checkStatements(document, statement, told, report);
    }
    // in a case a second visit to a step may bring what the first brought
    if (statements.length > 1 && !ast.isScenario(block)) {
        checkCopies(document, statements, told, report);
    }
}

/** Of what is longer, nobody writes the whole twice; and a block in a block in a block would be read for each. */
const LONGEST = 4000;

/** Statements that are written alike; of what has a name meta/dubbel tells. */
function checkCopies(document: LangiumDocument, statements: readonly AstNode[], told: Set<number>, report: Tell): void {
    for (const alike of ofOneKind(statements)) {
        // only of what is as long as something else the text is looked at: most is not
        const lengths = alike.map((s) => s.$cstNode?.length ?? 0);
        if (new Set(lengths).size === lengths.length) {
            continue;
        }
        const known = new Map<string, AstNode>();
        alike.forEach((statement, i) => {
            const { $cstNode: cst } = statement;
            if (!cst || (lengths[i] ?? 0) > LONGEST) {
                return;
            }
            const { text } = cst;
            const before = known.get(text);
            if (!before) {
                known.set(text, statement);
            } else if (!told.has(cst.offset)) {
                told.add(cst.offset);
                tellSecond(document, before, statement, '', report);
            }
        });
    }
}

/** The statements without a name, those of a kind together, where there are more of it. */
function ofOneKind(statements: readonly AstNode[]): AstNode[][] {
    const kinds = new Map<string, AstNode[]>();
    for (const statement of statements) {
        if (!('name' in statement)) {
            const kind = 'kind' in statement ? String(statement.kind) : statement.$type;
            const others = kinds.get(kind);
            if (others) {
                others.push(statement);
            } else {
                kinds.set(kind, [statement]);
            }
        }
    }
    return [...kinds.values()].filter((alike) => alike.length > 1);
}

function keyOf(statement: AstNode, allowed: ReadonlySet<string>): string | undefined {
    const key = keyIn(statement);
    return allowed.has(key) ? key : undefined;
}

function keyIn(statement: AstNode): string {
    switch (statement.$type) {
        case ast.Branch.$type:
            return (statement as ast.Branch).otherwise ? 'anders' : '';
        case ast.Property.$type:
            return (statement as ast.Property).kind;
        case ast.EndFlag.$type:
            return (statement as ast.EndFlag).kind;
        default:
            return statement.$type;
    }
}

/** Whether two such statements are about one thing, and no two sources say one each. */
function isOfOne(first: AstNode, second: AstNode): boolean {
    if (ast.isVersion(first) && ast.isVersion(second)) {
        const isDated = (v: ast.Version) => (v.date ?? v.year) !== undefined;
        return ![first, second].some((v) => v.state === 'vervallen') && !(isDated(first) && isDated(second));
    }
    if (ast.isConfirmation(first) && ast.isConfirmation(second)) {
        return first.role?.$refText === second.role?.$refText;
    }
    if (ast.isWhenAbsent(first) && ast.isWhenAbsent(second)) {
        // what is done and where it goes are two things
        return (first.target === undefined) === (second.target === undefined);
    }
    if (ast.isClosesAfter(first) && ast.isClosesAfter(second)) {
        // a meeting, and in words what else must have happened: both hold
        return (first.meeting === undefined) === (second.meeting === undefined);
    }
    return !hasOtherSource(sourcesOf(first), sourcesOf(second));
}

const sourcesOf = (node: AstNode): readonly string[] =>
    ((node as { provenance?: ast.Provenance[] }).provenance ?? []).flatMap((p) => p.source?.$refText ?? []);

const hasOtherSource = (first: readonly string[], second: readonly string[]): boolean =>
    first.length > 0 && second.some((s) => !first.includes(s));

function tellSecond(document: LangiumDocument, first: AstNode, second: AstNode, key: string, report: Tell): void {
    const [before, here] = [first, second].map((n) => n.$cstNode && placeOfCst(document, n.$cstNode));
    if (!before || !here) {
        return;
    }
    const line = before.range.start.line + 1;
    const related = [{ at: before, message: { nl: 'Hier staat het al.', en: 'It stands here already.' } }];
    const fixes = withoutCopy(document, first.$cstNode?.text, second.$cstNode?.text, here);
    if (fixes.length > 0) {
        report({ message: 'copy', at: here, parameters: { line }, related, fixes });
        return;
    }
    const tell = (message: keyof typeof messages, more: Readonly<Record<string, string>> = {}) => {
        report({ message, at: here, parameters: { line, ...more }, related });
    };
    const [from, to] = [first, second].map(targetOf);
    const ways = { first: from ?? '…', second: to ?? '…' };
    const what = WORDS[key] ?? key;
    switch (key) {
        case 'Next':
            tell('next', ways);
            return;
        case 'WhenAbsent':
            tell(from === undefined || to === undefined || from === to ? 'second' : 'absent', { what, ...ways });
            return;
        case 'anders':
            tell('otherwise');
            return;
        case 'Version':
            tell('version');
            return;
        default:
            tell('second', { what });
    }
}

/** Where `daarna` or `bij uitblijven` leads, as it is written. */
const targetOf = (node: AstNode): string | undefined =>
    ast.isNext(node) || ast.isWhenAbsent(node) ? node.target?.node.$refText : undefined;

/** Where both say the same, the second adds nothing; which of two that differ is right only the writer knows. */
function withoutCopy(
    document: LangiumDocument,
    first: string | undefined,
    second: string | undefined,
    at: Place,
): Fix[] {
    const isCopy = first !== undefined && second !== undefined && oneLine(first) === oneLine(second);
    return isCopy ? [removal(document, at, { nl: 'Haal de tweede weg', en: 'Take the second away' }, true)] : [];
}

/** What an interventie or step may well have several of, each with figures or dates. */
const SEVERAL: ReadonlySet<string> = new Set(['periode', 'moment', 'oplevering', 'verwijzing', 'herbeoordeling']);

/** Two figures for one thing, such as two lines with `duur`. */
function checkFigures(file: FileModel, told: ReadonlySet<number>, document: LangiumDocument, report: Tell): void {
    for (const protocol of file.interventions) {
        for (const { block } of blocksOf(protocol)) {
            checkFiguresOf(block, protocol, told, document, report);
        }
    }
    for (const { block } of blocksOutside(file)) {
        checkFiguresOf(block, undefined, told, document, report);
    }
}

function checkFiguresOf(
    block: Block,
    protocol: Protocol | undefined,
    told: ReadonlySet<number>,
    document: LangiumDocument,
    report: Tell,
): void {
    const figures = valuesIn(block, protocol).filter(
        ({ value, name }) => (value.type === 'quantity' || value.type === 'date') && !SEVERAL.has(name),
    );
    if (figures.length === 0) {
        return;
    }
    const known = new Map<string, Said>();
    const isWrittenDown = (what: string) =>
        block.contradictions.some((c) => holdsWords([c.title, ...c.sides.map((s) => s.text)].join(' '), what));
    const tell = (message: 'figure' | 'open', what: string, before: Said, at: Place, second: string): void => {
        const line = before.at.range.start.line + 1;
        const [one, other] = [before.at, at].map((place) => document.textDocument.getText(place.range));
        const fixes = withoutCopy(document, one, other, at);
        report({
            message: fixes.length > 0 ? 'copy' : message,
            at,
            parameters: { what, line, first: before.text, second },
            related: [{ at: before.at, message: { nl: `Hier: ${before.text}`, en: `Here: ${before.text}` } }],
            fixes,
        });
    };
    for (const said of figures.length > 1 ? figures : []) {
        const before = known.get(said.key);
        if (!before) {
            known.set(said.key, said);
        } else if (
            !hasOtherSource(before.sources, said.sources) &&
            !told.has(document.textDocument.offsetAt(said.at.range.start)) &&
            !isWrittenDown(said.name)
        ) {
            tell('figure', said.what, before, said.at, said.text);
        }
    }
    for (const { kind, subject, values, modality, provenance, at } of block.statements) {
        const [value] = values;
        const name = subject ?? kind;
        const isOpen = value?.type === 'unknown' && values.length === 1 && value.bound === undefined;
        const before = isOpen ? figures.find((s) => s.name === name) : undefined;
        if (before && modality === undefined && provenance.length === 0 && !isWrittenDown(name)) {
            tell('open', before.what, before, at, '');
        }
    }
}
