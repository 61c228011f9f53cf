import type { LangiumDocument } from 'langium';
import { isIntervention } from '../../../generated/ast.js';
import type { Research } from '../../../model/goals.js';
import type { Place, Protocol, Stated, Statement } from '../../../model/protocol.js';
import type { Value } from '../../../model/values.js';
import { blocksOf, type OwnedBlock } from '../../blocks.js';
import type { Fix } from '../../finding.js';
import { freeName, namesIn } from '../../fixes/free-name.js';
import { insertBeside } from '../../fixes/insert-beside.js';
import { lastOf, nodeAt } from '../../fixes/nodes.js';
import { addedBehind, written } from '../../fixes/replace.js';
import { defineRule } from '../../rule.js';

/** How many sources are offered to choose from. */
const MOST_OFFERED = 5;

/** Blocks that are themselves about a source: their figures describe it. */
const ABOUT_SOURCES: ReadonlySet<string> = new Set(['bron', 'richtlijn']);

const messages = {
    figure: {
        nl: 'Waar komt `{text}` vandaan? Zet er `volgens …` achter, of `afgeleid` als u het zelf zo leest.',
        en: 'Where does `{text}` come from? Put `volgens …` behind it, or `afgeleid` if you read it so yourself.',
    },
    all: {
        nl: '`{name}` noemt {count} keer een cijfer, datum of aanhaling en nergens een bron. Zet `volgens … tenzij anders vermeld` achter de naam, of `volgens …` bij elk.',
        en: '`{name}` gives a figure, date or quotation {count} times and no source anywhere. Put `volgens … tenzij anders vermeld` behind its name, or `volgens …` at each.',
    },
} as const;

export const bron = defineRule({
    code: 'meta/bron',
    severity: 'warning',
    title: { nl: 'Een cijfer, datum of aanhaling heeft een bron', en: 'A figure, date or quotation has a source' },
    reason: {
        nl: 'Wie een beschrijving toetst, wil weten wie iets zegt: de inspectie (Samenwerkend Toezicht Jeugd) legt uitspraken van partners naast elkaar. Een cijfer zonder bron is niet na te gaan. `volgens …` op de regel zelf, op zijn blok, of één keer met `tenzij anders vermeld`, volstaat; `afgeleid` zegt dat het uw eigen lezing is. Een `termijn`, een `inzet` en hoe vaak werk herhaald wordt, legt het protocol zelf vast: dat zijn afspraken over het werk en geen beweringen, en daar vraagt deze regel niet naar.',
        en: 'Whoever reviews a description wants to know who says so: the inspectorate (Samenwerkend Toezicht Jeugd) compares what partners state. A figure without a source cannot be checked. `volgens …` on the line itself, on its block, or once with `tenzij anders vermeld`, is enough; `afgeleid` says that it is your own reading. A `termijn`, an `inzet` and how often work is repeated are laid down by the protocol itself: these are agreements about the work and no claims, and this rule does not ask for them.',
    },
    messages,
    wrong: `
bron Evaluatie "Evaluatie van de pilot"
interventie Voorbeeld "Voorbeeld" {
    aanleiding "Ouders vroegen erom." volgens Evaluatie
    cijfer "Gezinnen zonder wachttijd" 90 %
}
`,
    right: `
bron Evaluatie "Evaluatie van de pilot"
interventie Voorbeeld "Voorbeeld" {
    aanleiding "Ouders vroegen erom." volgens Evaluatie
    cijfer "Gezinnen zonder wachttijd" 90 % volgens Evaluatie "Negentig procent kon direct terecht."
}
`,
    checkProtocol: (protocol, report, { document }) => {
        const without: { at: Place; text: string }[] = [];
        let cited = protocol.provenance.length > 0;
        for (const owned of blocksOf(protocol)) {
            if (ABOUT_SOURCES.has(owned.kind)) {
                continue;
            }
            const { block } = owned;
            cited ||= block.provenance.length > 0 || block.statements.some((s) => s.provenance.length > 0);
            // what a block says of itself holds for its own lines; an interventie says so in words (tenzij anders vermeld)
            if (block.provenance.length === 0 || owned.kind === 'interventie') {
                for (const one of unsourced(owned, protocol)) {
                    without.push(one);
                }
            }
        }
        if (without.length > 0 && !cited) {
            report({
                message: 'all',
                at: protocol.nameAt,
                parameters: { name: protocol.name, count: without.length },
                related: without.map(({ at, text }) => ({ at, message: { nl: `\`${text}\``, en: `\`${text}\`` } })),
                fixes: forAll(document, protocol),
            });
            return;
        }
        const claims = protocol.sources.slice(0, MOST_OFFERED).map((source) => `volgens ${written(source.name)}`);
        for (const { at, text } of without) {
            const fixes = claims.length > 0 ? claims.map((c) => addedBehind(at, c)) : newSource(document, protocol, at);
            report({ message: 'figure', at, parameters: { text }, fixes: [...fixes, addedBehind(at, 'afgeleid')] });
        }
    },
});

/** Says once for the whole interventie where what it says comes from, behind its head. */
function forAll(document: LangiumDocument, protocol: Protocol): readonly Fix[] {
    const node = nodeAt(document, protocol.nameAt, isIntervention);
    const at = node && lastOf(document, node, ['name', 'title', 'refines', 'continues']);
    if (!at) {
        return [];
    }
    const claims = protocol.sources
        .slice(0, MOST_OFFERED)
        .map((source) => addedBehind(at, `volgens ${written(source.name)} tenzij anders vermeld`));
    return claims.length > 0 ? claims : newSource(document, protocol, at, ' tenzij anders vermeld');
}

/** Where no source is known yet: a source of which everything still is to be found out, and the claim that names it. */
function newSource(document: LangiumDocument, protocol: Protocol, at: Place, how = ''): readonly Fix[] {
    const name = freeName('Bron', namesIn(protocol));
    const source = `bron ${name} { titel onbekend }`;
    const edit = insertBeside(document, protocol.at, source, 'before');
    const claim = addedBehind(at, `volgens ${name}${how}`);
    const title = {
        nl: `${claim.title.nl}, en voeg \`bron ${name}\` toe`,
        en: `${claim.title.en}, and add \`bron ${name}\``,
    };
    return edit ? [{ ...claim, title, edits: [edit, ...claim.edits] }] : [];
}

function* unsourced({ block, kind }: OwnedBlock, protocol: Protocol): Generator<{ at: Place; text: string }> {
    for (const statement of block.statements) {
        const telling = statement.provenance.length === 0 ? statement.values.find(isClaim) : undefined;
        if (telling) {
            yield { at: statement.at, text: brief(statement, telling) };
        }
    }
    const { spoken, effects } = block as Partial<Pick<Research, 'spoken' | 'effects'>>;
    for (const { kind: said, at, text } of (spoken ?? []).filter(hasNoSource)) {
        if (text !== '') {
            yield { at, text: shortened(`${said} "${text}"`) };
        }
    }
    for (const { subject, outcome, basis, at } of (effects ?? []).filter(hasNoSource)) {
        if (outcome === 'shown' && basis?.type === 'quantity') {
            yield { at, text: shortened(`effect "${subject}" aangetoond op grond van ${basis.text}`) };
        }
    }
    if (kind === 'interventie' || kind === 'aanpak') {
        const counts = kind === 'aanpak' ? protocol.process?.stepCounts : protocol.stepCounts;
        for (const { count, at } of (counts ?? []).filter(hasNoSource)) {
            if (count.type === 'quantity') {
                yield { at, text: `${count.text} stappen` };
            }
        }
    }
    if (kind === 'aanpak') {
        for (const { value, at } of (protocol.process?.contactBudgets ?? []).filter(hasNoSource)) {
            if (value.type === 'quantity') {
                yield { at, text: `contactbudget ${value.text}` };
            }
        }
    }
}

function hasNoSource(stated: Stated): boolean {
    return stated.provenance.length === 0;
}

/** Whether somebody must have said or counted this: a figure, a date, a percentage or words between quotation marks. */
function isClaim(value: Value): boolean {
    switch (value.type) {
        case 'quantity':
            return value.low !== undefined || value.high !== undefined;
        case 'date':
            return true;
        case 'text':
            return TELLING.test(value.text);
        default:
            return false;
    }
}

/** A percentage; a year; how many of something, from ten on; three words or more between quotation marks. */
const TELLING = /\d ?%|\d procent\b|\b(?:19|20)\d\d\b|\b\d\d+ \p{L}{3}|[‘“'][^‘’“”'\n]+ [^‘’“”'\n]+ [^‘’“”'\n]+[’”']/u;

function brief(statement: Statement, value: Value): string {
    const text =
        value.type === 'quantity' || value.type === 'text' ? value.text : value.type === 'date' ? value.date : '';
    const line = `${statement.kind} ${statement.subject === undefined ? '' : `"${statement.subject}" `}${text.replace(/\s+/g, ' ')}`;
    return shortened(line);
}

function shortened(line: string): string {
    return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
