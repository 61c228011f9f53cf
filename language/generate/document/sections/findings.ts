import type { ReviewFinding } from '../../../model/review.js';
import { enter, modalityInlines, nameReference, references } from '../claims.js';
import type { Context } from '../context.js';
import { paragraph, text, withEnding, type Block, type Definition, type Inline } from '../document.js';
import { definitions, row } from '../element.js';
import { prose } from '../prose.js';
import { verdictInlines } from './verdicts.js';
import {
    dateInline,
    openLines,
    pointers,
    proseBlocks,
    spokenBlock,
    stateInlines,
    statementsBesidesState,
    statementRows,
    valueBlocks,
    valueInlines,
} from '../values.js';
import { oneLine } from '../../../text/one-line.js';

/** A finding about more indicators stands with the first of them. */
export function findingElsewhere(context: Context, finding: ReviewFinding): Block[] {
    const [first] = finding.indicators;
    if (!first) {
        return [];
    }
    const words = context.say({ nl: 'Zie de bevinding bij ', en: 'See the finding at ' });
    return [
        {
            type: 'notice',
            kind: 'information',
            title: [text(words), nameReference(context, first, 'framework-indicator')],
            blocks: [],
        },
    ];
}

export function noFinding(context: Context): Block {
    return {
        type: 'notice',
        kind: 'empty',
        title: [text(context.say({ nl: 'Geen bevinding.', en: 'No finding.' }))],
        blocks: [],
    };
}

/** A finding: the verdict, what was found, and what must not be overlooked about it. */
export function findingBlocks(context: Context, finding: ReviewFinding, withCodes: boolean): readonly Block[] {
    const { context: inner, marks, lead } = enter(context, finding);
    const nl = context.language === 'nl';
    const head = verdictInlines(context, finding);
    if (withCodes && finding.indicators.length > 0) {
        const codes = finding.indicators.map((i) => i.name).join(', ');
        head.push(
            text(
                ` ${finding.joint ? (nl ? 'over' : 'on') : nl ? 'bij' : 'at'} ${codes}${finding.joint ? (nl ? ' samen' : ' together') : ''}`,
            ),
        );
    }
    const blocks = finding.text === undefined ? [] : prose(finding.text, finding.markdown);
    return [
        {
            type: 'notice',
            kind: 'information',
            title: head.length > 0 ? head : [text(nl ? 'Bevinding' : 'Finding')],
            blocks: [
                ...lead,
                ...withEnding(blocks, marks),
                ...definitions([
                    ...(finding.allocation
                        ? [
                              {
                                  term: [text(nl ? 'Toedeling' : 'Allocation')],
                                  details: [valueBlocks(inner, finding.allocation)],
                              },
                          ]
                        : []),
                    row(
                        { nl: 'Betreft', en: 'Concerns' },
                        inner,
                        references(inner, finding.concerns),
                        ...openLines(inner, finding.open, 'betreft'),
                    ),
                    ...statementRows(inner, finding.statements),
                    ...followUpRows(inner, finding),
                ]),
                ...finding.attention.map((a): Block => ({
                    type: 'notice',
                    kind: 'attention',
                    title: [text(nl ? 'Let op' : 'Attention')],
                    blocks: proseBlocks(inner, a),
                })),
                ...finding.reactions.map((r) => spokenBlock(inner, r)),
                ...pointers(inner, finding),
            ],
        },
    ];
}

function followUpRows(context: Context, finding: ReviewFinding): Definition[] {
    const nl = context.language === 'nl';
    const details = finding.followUps.map((f): readonly Block[] => {
        const { context: inner, marks } = enter(context, f);
        const line: Inline[] = [
            ...modalityInlines(inner, f.modality),
            ...(f.value ? valueInlines(inner, f.value) : [text(oneLine(f.text))]),
            ...(f.who === undefined ? [] : [text(nl ? `, door ${f.who}` : `, by ${f.who}`)]),
            ...(f.whoValue ? [text(nl ? ', door ' : ', by '), ...valueInlines(inner, f.whoValue)] : []),
            ...(f.due === undefined ? [] : [text(nl ? ', voor ' : ', before '), dateInline(inner, f.due)]),
            ...(f.dueValue ? [text(nl ? ', voor ' : ', before '), ...valueInlines(inner, f.dueValue)] : []),
            ...(f.state === undefined ? [] : stateInlines(inner, f, f.state)),
        ];
        return [paragraph(...line, ...marks), ...definitions(statementsBesidesState(inner, f)), ...pointers(inner, f)];
    });
    return [{ term: [text(nl ? 'Opvolging' : 'Follow-up')], details }];
}
