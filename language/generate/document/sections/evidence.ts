import type { Rationale, Research, ResearchPhase, WorkingElement } from '../../../model/goals.js';
import type { Statement } from '../../../model/protocol.js';
import { statementsOf } from '../../../model/queries.js';
import { enter, modalityInlines, references } from '../claims.js';
import type { Context } from '../context.js';
import { strong, text, type Block, type Section } from '../document.js';
import { blockContent, definitions, elementSection, row } from '../element.js';
import { partOf } from '../placement.js';
import { listInlines, openLines, pointers, spokenBlock, statementRows, valueInlines } from '../values.js';
import { effects } from './goals.js';
import { oneLine } from '../../../text/one-line.js';

type Content = { readonly blocks: readonly Block[]; readonly sections: readonly Section[] };

/** 3: the problem, its causes, and the factors that the goals work on. */
export function rationale(context: Context): Content {
    const { protocol } = context;
    const own = protocol.statements.filter((s) => partOf(s.kind) === 'rationale');
    return {
        blocks: [
            ...definitions(statementRows(context, own)),
            ...protocol.rationales
                .filter((r) => !isInheritedOnly(r))
                .flatMap((r) => blockContent(context, { ...r, statements: besidesElements(r) })),
        ],
        sections: protocol.rationales.flatMap((r) => factors(enter(context, r).context, r)),
    };
}

/** A rationale that stands in no text: it holds the factors that are inherited. */
function isInheritedOnly({ provenance, statements, remarks, contradictions, factors }: Rationale): boolean {
    const said = [provenance, statements, remarks, contradictions].some((part) => part.length > 0);
    return !said && factors.every((f) => f.inheritedFrom !== undefined);
}

/** What a rationale says besides that its working elements are open, which stands with those. */
function besidesElements({ statements }: Rationale): readonly Statement[] {
    return statements.filter((s) => s.kind !== WORKING_ELEMENT);
}

const WORKING_ELEMENT = 'werkzaam element';

export function factors(context: Context, block: Rationale): Section[] {
    return block.factors.map((factor) =>
        elementSection(context, factor, context.say({ nl: 'factor', en: 'factor' }), (inner) => ({
            rows: [
                row(
                    { nl: 'Beïnvloed door', en: 'Influenced by' },
                    inner,
                    ...factor.goals.map((g) => [
                        ...modalityInlines(inner, factor.goalsModality),
                        ...references(inner, [g], 'goal'),
                    ]),
                    factor.goalsValue
                        ? [...modalityInlines(inner, factor.goalsModality), ...valueInlines(inner, factor.goalsValue)]
                        : [],
                ),
            ],
        })),
    );
}

/** 4: studies, what they showed, what is still asked, and what people say. */
export function research(context: Context): Content {
    const { protocol } = context;
    const own = protocol.statements.filter((s) => partOf(s.kind) === 'research');
    const shown = effects(context, protocol.effects);
    return {
        blocks: [
            ...(shown.length === 0 ? [] : [heading(context, 'Effecten', 'Effects'), ...shown]),
            ...definitions(statementRows(context, own)),
            ...protocol.spoken.map((s) => spokenBlock(context, s)),
        ],
        sections: protocol.research.map((study) => studySection(context, study)),
    };
}

export function studySection(context: Context, study: Research): Section {
    return elementSection(context, study, undefined, (inner) => {
        const shown = effects(inner, study.effects);
        return {
            rows: [
                row(
                    { nl: 'Betreft', en: 'Concerns' },
                    inner,
                    references(inner, study.concerns),
                    ...openLines(inner, study.open, 'betreft'),
                ),
            ],
            blocks: [
                ...study.phases.flatMap((phase) => phaseBlocks(inner, phase)),
                ...(shown.length === 0 ? [] : [heading(inner, 'Effecten', 'Effects'), ...shown]),
                ...study.spoken.map((s) => spokenBlock(inner, s)),
            ],
        };
    });
}

const PHASES = {
    planned: { nl: 'Gepland', en: 'Planned' },
    interim: { nl: 'Tussenstand', en: 'Interim' },
    realised: { nl: 'Gerealiseerd', en: 'Realised' },
} as const;

function phaseBlocks(context: Context, phase: ResearchPhase): readonly Block[] {
    const { nl, en } = PHASES[phase.phase];
    return [
        heading(context, nl, en),
        ...blockContent(context, phase, (inner) => ({
            rows: [
                row(
                    { nl: 'Betreft', en: 'Concerns' },
                    inner,
                    references(inner, phase.concerns),
                    ...openLines(inner, phase.open, 'betreft'),
                ),
            ],
            blocks: phase.spoken.map((s) => spokenBlock(inner, s)),
        })),
    ];
}

/** 5: what makes it work, and where in the protocol it stands. */
export function workingElements(context: Context): readonly Block[] {
    const items = context.protocol.rationales.flatMap((r) => {
        const { context: inner } = enter(context, r);
        return r.workingElements.map((w) => workingElement(inner, w));
    });
    const open = context.protocol.rationales.flatMap((r) => statementsOf(r, WORKING_ELEMENT));
    return [
        ...(items.length === 0 ? [] : [{ type: 'list', ordered: false, items } as const]),
        ...definitions(statementRows(context, open)),
    ];
}

function workingElement(context: Context, element: WorkingElement): readonly Block[] {
    const { context: inner, marks, lead } = enter(context, element);
    return [
        { type: 'paragraph', content: [strong(text(oneLine(element.title))), ...marks] },
        ...lead,
        ...definitions([
            row({ nl: 'In', en: 'In' }, inner, listInlines(inner, element.elements, element.elementsValue)),
            ...statementRows(inner, element.statements),
        ]),
        ...pointers(inner, element),
    ];
}

function heading(context: Context, nl: string, en: string): Block {
    return { type: 'minor-heading', content: [text(context.say({ nl, en }))] };
}
