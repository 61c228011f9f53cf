import type { LangiumDocument } from 'langium';
import { proofsOf, unprovedBecause } from '../analysis/proofs.js';
import type { DraaiboekServices } from '../draaiboek-module.js';
import type { ProtocolFile } from '../generated/ast.js';
import type { Protocol } from '../model/protocol.js';
import { fill, type Bilingual } from '../text/bilingual.js';
import { catalogue } from './catalogue.js';
import { isProof, type ProofRule } from './proof.js';
import type { Report, RuleContext } from './rule.js';

/**
 * The answer to a question about all courses of a case: it holds, it fails, it cannot be decided because something is not
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
    const questions = catalogue.filter((rule) => isProof(rule));
    return file.interventions.map((protocol) => ({
        protocol: protocol.name,
        because: unprovedBecause(protocol),
        answers: proofsOf(protocol) && questions.map((rule) => answer(rule, protocol, { settings, file, document })),
    }));
}

function answer(rule: ProofRule, protocol: Protocol, context: RuleContext): Answer {
    const found: { readonly fails: boolean; readonly reason: Bilingual }[] = [];
    const report: Report<string> = ({ message, parameters, severity }) => {
        if (message.startsWith('remark')) {
            return;
        }
        // what is only for information accuses nobody
        const fails = severity !== 'info' && !message.startsWith('undecided');
        found.push({ fails, reason: fill(rule.messages[message] ?? NO_TEXT, parameters) });
    };
    rule.checkProtocol?.(protocol, report, context);
    const proofs = proofsOf(protocol);
    const lacking = found.length === 0 && proofs ? rule.lacks(protocol, proofs) : undefined;
    if (lacking) {
        return { code: rule.code, question: rule.question, outcome: 'not-applicable', reasons: [lacking] };
    }
    const doubt = found.length === 0 && proofs ? rule.doubt?.(proofs) : undefined;
    const reasons = [...found.map((f) => f.reason), ...(doubt ? [doubt] : [])];
    const fails = found.some((f) => f.fails);
    const aside = !fails && proofs ? rule.aside?.(proofs) : undefined;
    const undecided = reasons.length > 0 || proofs?.space.complete === false;
    return {
        code: rule.code,
        question: rule.question,
        outcome: fails ? 'fails' : undecided ? 'undecided' : 'holds',
        reasons: aside ? [...reasons, aside] : reasons,
    };
}

const NO_TEXT: Bilingual = { nl: '', en: '' };
