import type { Handover } from '../../../model/protocol.js';
import { plainText, titleOf } from '../../document/claims.js';
import { createContext, type Context } from '../../document/context.js';
import { text, type Block, type Definition, type Section } from '../../document/document.js';
import { definitions } from '../../document/element.js';
import { handoverRows } from '../../document/sections/handovers.js';
import { line, part } from '../blocks.js';
import { documentGenerator } from '../document-generator.js';
import { framed } from '../frame.js';
import { isWhole, opensAsAWhole } from '../open-whole.js';
import type { Bilingual } from '../../../text/bilingual.js';

/**
 * A card for each handover in the order of I-PASS: illness severity, patient summary, action list, situation awareness and
 * contingency plans, synthesis by receiver. Source: Starmer e.a., I-PASS, a mnemonic to standardize verbal handoffs
 * (Pediatrics, 2012). What I-PASS asks and the protocol does not say stands there as such.
 */
export const handoverCardsGenerator = documentGenerator({
    id: 'overdrachtskaarten',
    title: { nl: 'Overdrachtskaarten', en: 'Handover cards' },
    summary: {
        nl: 'Een bladzijde voor elke overdracht, in de volgorde van I-PASS: ernst, samenvatting, acties, wat als, en wat de ontvanger bevestigt.',
        en: 'A page for each handover, in the order of I-PASS: severity, summary, actions, what if, and what the receiver confirms.',
    },
    build(protocol, options) {
        const { related, language, unread } = options;
        const context: Context = { ...createContext(protocol, related, language, unread), silent: true };
        const { handovers } = context.protocol;
        const names = new Set(handovers.map((h) => h.name));
        const isOpen = opensAsAWhole(context, ['overdracht']);
        const about =
            handovers.length === 0
                ? isOpen
                    ? {
                          nl: 'Of er iets wordt overgedragen, en hoe, staat nog open.',
                          en: 'Whether anything is handed over, and how, is still open.',
                      }
                    : { nl: 'Het draaiboek beschrijft geen overdracht.', en: 'The protocol describes no handover.' }
                : {
                      nl: 'De volgorde is die van I-PASS. Wat I-PASS vraagt en het draaiboek niet zegt, staat er als zodanig.',
                      en: 'The order is that of I-PASS. What I-PASS asks and the protocol does not say stands there as such.',
                  };
        const model = framed(context, options, {
            kind: { nl: 'Overdrachtskaarten', en: 'Handover cards' },
            sections: [
                part(context, 'over', { nl: 'Over deze kaarten', en: 'About these cards' }, [line(context, about)]),
                ...handovers.map((h) => card(context, h)),
            ],
            sources: 'all',
            open: (item) => names.has(item.element) || isWhole(protocol, item, ['overdracht']),
        });
        return { model, context };
    },
});

/** The five parts of I-PASS: the rows of a handover that say it, further ones that belong there, and that it is not said. */
const PARTS: readonly (Bilingual & { readonly letter: string; readonly rows: readonly string[]; readonly more: readonly string[]; readonly none: Bilingual })[] = [
    { letter: 'I', nl: 'Ernst', en: 'Illness severity', rows: ['Ernst', 'Severity'], more: [], none: { nl: 'Het draaiboek zegt niet hoe ernstig of dringend het is.', en: 'The protocol does not say how severe or urgent it is.' } },
    { letter: 'P', nl: 'Samenvatting en informatie', en: 'Patient summary', rows: ['Informatie', 'Information'], more: ['Toelichting', 'Explanation', 'Omschrijving', 'Description'], none: { nl: 'Het draaiboek zegt niet welke informatie meegaat.', en: 'The protocol does not say what information goes along.' } },
    { letter: 'A', nl: 'Acties', en: 'Action list', rows: ['Acties', 'Actions'], more: ['Termijn', 'Deadline'], none: { nl: 'Het draaiboek noemt geen acties.', en: 'The protocol names no actions.' } },
    { letter: 'S', nl: 'Wat als', en: 'Situation awareness and contingency', rows: ['Wat als', 'What if'], more: ['Bij uitblijven', 'If it does not come'], none: { nl: 'Het draaiboek zegt niet wat te doen als het anders gaat.', en: 'The protocol does not say what to do if things go otherwise.' } },
    { letter: 'S', nl: 'Wat de ontvanger bevestigt', en: 'Synthesis by receiver', rows: ['Bevestiging', 'Confirmation'], more: [], none: { nl: 'Het draaiboek vraagt de ontvanger niets te bevestigen.', en: 'The protocol asks no confirmation of the receiver.' } },
]; // prettier-ignore

/** Rows that say between whom and how; all others come at the end. */
const BEFORE: ReadonlySet<string> = new Set(
    ['Van', 'From', 'Naar', 'To', 'Vanuit', 'Out of', 'Naar einde', 'To end', 'Vorm', 'Form', 'Gesprekken', 'Meetings', 'Pas als', 'Only when'],
); // prettier-ignore

function card(context: Context, handover: Handover): Section {
    const rows = handoverRows(context, handover).filter((r) => r.details.length > 0);
    const named = (names: readonly string[] | ReadonlySet<string>) => {
        const wanted = new Set(names);
        return rows.filter((r) => wanted.has(plainText(r.term)));
    };
    const asked = PARTS.map((p, i): Section => {
        const answers = named(p.rows);
        const id = `${context.anchors.of(handover)}-${String(i + 1)}`;
        const blocks = [
            ...(answers.length === 0 ? [missing(context, p.none)] : []),
            ...definitions([...answers, ...named(p.more)]),
        ];
        return { ...part(context, id, p, blocks), number: p.letter };
    });
    const placed = new Set<Definition>([...named(BEFORE), ...PARTS.flatMap((p) => named([...p.rows, ...p.more]))]);
    const rest = rows.filter((r) => !placed.has(r));
    const after = part(
        context,
        `${context.anchors.of(handover)}-verder`,
        { nl: 'Geheimhouding en daarna', en: 'Confidentiality and after' },
        definitions(rest),
    );
    return {
        id: context.anchors.of(handover),
        look: 'card',
        title: [text(titleOf(context, handover))],
        blocks: definitions(named(BEFORE)),
        sections: [...asked, ...(rest.length === 0 ? [] : [after])],
    };
}

function missing(context: Context, none: Bilingual): Block {
    return { type: 'notice', kind: 'empty', title: [text(context.say(none))], blocks: [] };
}
