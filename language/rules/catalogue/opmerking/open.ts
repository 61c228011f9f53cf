import { isLaterDate } from '../../../model/values.js';
import type { LangiumDocument } from 'langium';
import * as ast from '../../../generated/ast.js';
import type { Block, Remark } from '../../../model/protocol.js';
import type { FollowUp } from '../../../model/review.js';
import type { Fix } from '../../finding.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { lastOf, nodeAt } from '../../fixes/nodes.js';
import { replacement } from '../../fixes/replace.js';
import { blocksOf, blocksOutside } from '../../blocks.js';
import { defineDocumentRule } from '../../document-rule.js';
import { isClosed, latest } from '../../follow-ups.js';
import { reviewsOf } from '../../reviewed.js';

/** Words of a remark that a message repeats. */
const MOST_WORDS = 10;

export const opmerkingOpen = defineDocumentRule({
    code: 'opmerking/open',
    severity: 'info',
    title: {
        nl: 'Opmerkingen en opvolgingen zijn afgehandeld',
        en: 'Remarks and follow-ups are dealt with',
    },
    reason: {
        nl: 'Een vraag van een collega of een verbeterpunt uit een beoordeling raakt uit zicht als niemand haar sluit. Zonder `stand` geldt zij als open. Of een opvolging te laat is, volgt uit de data in de tekst, een latere versie of beoordeling, en niet uit de dag waarop iemand haar leest.',
        en: 'A question of a colleague or an improvement from a review gets lost when nobody closes it. Without `stand` it counts as open. Whether a follow-up is late follows from the dates in the text, a later version or review, and not from the day on which somebody reads it.',
    },
    messages: {
        remark: {
            nl: 'Deze opmerking{by} staat nog open: “{text}”. Verwerk haar en schrijf in haar blok `stand afgehandeld`, of `stand vervallen`.',
            en: 'This remark{by} is still open: “{text}”. Deal with it and write `stand afgehandeld`, or `stand vervallen`.',
        },
        followUp: {
            nl: 'Deze opvolging{due} staat nog open: “{text}”. Schrijf `stand afgehandeld` in haar blok als zij klaar is.',
            en: 'This follow-up{due} is still open: “{text}”. Write `stand afgehandeld` in its block when it is done.',
        },
        late: {
            nl: 'Deze opvolging moest er zijn{due} en staat nog open, terwijl {later} van {date} is: “{text}”. Rond haar af, of spreek een nieuwe datum af.',
            en: 'This follow-up was due{due} and is still open, while {later} is of {date}: “{text}”. Finish it, or agree on a new date.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    opmerking van "Els" op 2026-02-10 "Hoort de school hier ook bij?" { stand open }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    opmerking van "Els" op 2026-02-10 "Hoort de school hier ook bij?" {
        reactie van "Noor" op 2026-02-12 "Ja, dat staat nu bij de partners."
        stand afgehandeld
    }
}
`,
    checkDocument: ({ document, services, file }, report) => {
        const blocks = [...file.interventions.flatMap(blocksOf), ...blocksOutside(file)];
        // what several interventies inherit stands in the text once
        for (const remark of new Set(blocks.flatMap(({ block }) => remarksIn(block)))) {
            if (remark.at.file !== file.file || isClosed(remark)) {
                continue;
            }
            const { author } = remark;
            report({
                message: 'remark',
                at: remark.at,
                fixes: closed(document, remark, ast.isRemark),
                parameters: {
                    text: beginOf(remark.text),
                    by: author === undefined ? '' : { nl: ` van ${author}`, en: ` of ${author}` },
                },
            });
        }
        for (const { review, protocol } of reviewsOf(document, services)) {
            const open = review.findings.flatMap((f) => f.followUps).filter((f) => !isClosed(f));
            const later = open.length === 0 ? undefined : latest(review, file.reviews, protocol);
            for (const followUp of open) {
                const { due } = followUp;
                const isLate = due !== undefined && later !== undefined && isLaterDate(later.date, due);
                report({
                    message: isLate ? 'late' : 'followUp',
                    at: followUp.at,
                    fixes: closed(document, followUp, ast.isFollowUp),
                    parameters: {
                        text: beginOf(followUp.text),
                        due: due === undefined ? '' : { nl: ` voor ${due}`, en: ` before ${due}` },
                        later: later?.what ?? '',
                        date: later?.date ?? '',
                    },
                    ...(isLate && {
                        related: [{ message: { nl: 'Deze datum is later.', en: 'This date is later.' }, at: later.at }],
                    }),
                });
            }
        }
    },
});

/** Closes what a person has dealt with. */
function closed(
    document: LangiumDocument,
    open: Pick<Remark | FollowUp, 'at' | 'state'>,
    is: (node: unknown) => node is ast.Remark | ast.FollowUp,
): readonly Fix[] {
    const state = nodeAt(document, open.at, is)?.statements.find((s) => ast.isProperty(s) && s.kind === 'stand');
    const at = state && lastOf(document, state, ['values']);
    return at
        ? [replacement(at, 'afgehandeld')]
        : open.state === undefined
          ? insertStatement(document, open, 'stand afgehandeld')
          : [];
}

/** The comments in a block, with those in their own blocks. */
function remarksIn(block: Block): Remark[] {
    return block.remarks.flatMap((remark) => [remark, ...remarksIn(remark)]);
}

function beginOf(text: string): string {
    const words = text.trim().split(/\s+/);
    return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(' ')} …` : words.join(' ');
}
