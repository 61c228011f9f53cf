import type { LangiumDocument } from 'langium';
import { proofsOf, unprovedBecause } from '../analysis/proofs.js';
import type { DraaiboekServices } from '../draaiboek-module.js';
import type { ProtocolFile } from '../generated/ast.js';
import type { Protocol } from '../model/protocol.js';
import { withSpokenGroups } from '../model/unnamed-groups.js';
import { hasUnread } from '../model/unread.js';
import { fill, type Bilingual } from '../text/bilingual.js';
import { baseOf } from './bases.js';
import { catalogue } from './catalogue.js';
import { doubtOf } from './not-looked-at.js';
import { isProof, type ProofRule } from './proof.js';
import type { Report, Rule, RuleContext, TextQuestion } from './rule.js';
import { suppressionsIn } from './suppressions.js';

/**
 * The answer to a question about all courses of a case, or about the text as it stands: it holds, it fails, it cannot be decided because something is not
 * stated or vague, or it does not apply because there is nothing that it is about. `reasons` are the messages of the
 * findings that it rests on, or say what there is nothing of; what is told beside it comes last.
 */
export interface Answer {
    readonly code: string;
    readonly question: Bilingual;
    readonly outcome: 'holds' | 'fails' | 'undecided' | 'not-applicable';
    readonly reasons: readonly Bilingual[];
}

export interface Answered {
    /** name of the interventie */
    readonly protocol: string;
    /** undefined where nothing is proved */
    readonly answers: readonly Answer[] | undefined;
    /** why nothing is: `X heeft …` */
    readonly because: Bilingual | undefined;
}

/**
 * Answers every question of the catalogue for each interventie of a file, whatever the settings and comments in the text
 * silence: what is proved does not depend on what one wants to hear.
 */
export function answersOf(document: LangiumDocument<ProtocolFile>, services: DraaiboekServices): Answered[] {
    const file = services.models.of(document);
    const settings = services.settings.settingsFor(document.uri.toString());
    const refinedBy = (protocol: Protocol) => baseOf(protocol, 'refines', document, services);
    const context = { settings, file, document, refinedBy };
    const isUnread = hasUnread(document.parseResult);
    return file.interventions.map((protocol) => ({
        protocol: protocol.name,
        because: isUnread ? UNREAD : unprovedBecause(protocol),
        answers:
            isUnread || !proofsOf(protocol, settings.holidays)
                ? undefined
                : catalogue.flatMap((rule) =>
                      isProof(rule)
                          ? [answer(rule, protocol, context)]
                          : rule.asks
                            ? [answerFromText(rule, rule.asks, protocol, context)]
                            : [],
                  ),
    }));
}

interface Found {
    readonly fails: boolean;
    readonly reason: Bilingual;
}

function foundBy(rule: Rule, protocol: Protocol, context: RuleContext): Found[] {
    const found: Found[] = [];
    const byLine = new Map(
        suppressionsIn(context.document).flatMap((s) => (s.code === rule.code ? [[s.line, s.reason] as const] : [])),
    );
    const report: Report<string> = ({ message, parameters, severity, at }) => {
        if (message.startsWith('remark')) {
            return;
        }
        // what is only for information accuses nobody
        const fails = severity !== 'info' && !message.startsWith('undecided');
        const silenced = at.file === context.file.file ? byLine.get(at.range.start.line) : undefined;
        const reason = fill(rule.messages[message] ?? NO_TEXT, parameters);
        found.push({ fails, reason: silenced === undefined ? reason : withSilenced(reason, silenced) });
    };
    rule.checkProtocol?.(protocol, report, context);
    return found;
}

/** What is found and ignored in the text stays found; the table says that somebody looked at it, and why it may be so. */
function withSilenced({ nl, en }: Bilingual, reason: string): Bilingual {
    const why = reason === '' ? '' : `: ${reason}`;
    return { nl: `${nl} (Genegeerd in de tekst${why}.)`, en: `${en} (Ignored in the text${why}.)` };
}

function answerFromText(rule: Rule, asks: TextQuestion, protocol: Protocol, context: RuleContext): Answer {
    const found = foundBy(rule, protocol, context);
    return concluded({ code: rule.code, question: asks.question, protocol }, found, {
        lacking: found.length === 0 ? asks.lacks(protocol, context) : undefined,
        doubt: asks.doubt?.(protocol, context),
    });
}

function answer(rule: ProofRule, protocol: Protocol, context: RuleContext): Answer {
    const found = foundBy(rule, protocol, context);
    const proofs = proofsOf(protocol, context.settings.holidays);
    const isBare = found.length === 0 && proofs !== undefined;
    const isLimited = proofs?.space.complete === false;
    return concluded({ code: rule.code, question: rule.question, protocol }, found, {
        lacking: isBare ? rule.lacks(protocol, proofs) : undefined,
        doubt: isBare
            ? (rule.doubt?.(proofs) ?? doubtOf(proofs, rule.concerns) ?? (isLimited ? NOT_ALL_SEEN : undefined))
            : undefined,
        aside: () => proofs && rule.aside?.(proofs),
    });
}

/** What beside its findings decides an answer. */
interface Beside {
    /** there is nothing that the question is about */
    readonly lacking?: Bilingual | undefined;
    /** why it cannot be told for certain */
    readonly doubt?: Bilingual | undefined;
    /** what is told besides, where it does not fail */
    readonly aside?: () => Bilingual | undefined;
}

function concluded(
    { code, question, protocol }: Pick<Answer, 'code' | 'question'> & { readonly protocol: Protocol },
    found: readonly Found[],
    { lacking, doubt, aside }: Beside,
): Answer {
    if (lacking) {
        return { code, question, outcome: 'not-applicable', reasons: [lacking] };
    }
    const fails = found.some((f) => f.fails);
    const reasons = [...found.map((f) => f.reason), ...(doubt ? [doubt] : [])];
    const besides = fails ? undefined : aside?.();
    return {
        code,
        question,
        outcome: fails ? 'fails' : reasons.length > 0 ? 'undecided' : 'holds',
        reasons: [...reasons, ...(besides ? [besides] : [])].map((r) => withSpokenGroups(r, protocol)),
    };
}

/** Why nothing is said of a text with a mistake of writing: what could not be read may say anything. */
const UNREAD: Bilingual = {
    nl: 'Een deel van de tekst kan niet worden gelezen (`meta/syntaxis`)',
    en: 'Part of the text cannot be read (`meta/syntaxis`)',
};

/** Why nothing can be said where not all courses were looked at; stroom/te-groot says why not. */
const NOT_ALL_SEEN: Bilingual = {
    nl: 'Niet alle wegen zijn bekeken; zie `stroom/te-groot`.',
    en: 'Not all courses were looked at; see `stroom/te-groot`.',
};

const NO_TEXT: Bilingual = { nl: '', en: '' };
