import type { LangiumDocument } from 'langium';
import type { ProtocolFile } from '../generated/ast.js';
import { leftOpenIn, type LeftOpen, type OpenKind } from '../model/left-open.js';
import type { FileModel, Place, Protocol } from '../model/protocol.js';
import type { Review } from '../model/review.js';
import type { Settings } from '../settings/settings.js';
import type { Bilingual, Parameters } from '../text/bilingual.js';
import type { Fix, RelatedPlace, Severity } from './finding.js';

/** A text with parameters: `{name}` is replaced by the parameter of that name. */
export type MessageTemplate = Bilingual;

/** What a rule tells the reader of its catalogue. */
export interface RuleDescription<Messages extends Record<string, MessageTemplate> = Record<string, MessageTemplate>> {
    /** stable code, `area/name` */
    readonly code: string;
    /** default severity; a finding may be reported as less severe, never as more */
    readonly severity: Severity;
    /** what it checks, in a few words */
    readonly title: Bilingual;
    /** why, and by which standard or source */
    readonly reason: Bilingual;
    /** named texts; what is reported names one and gives its parameters */
    readonly messages: Messages;
    /** texts that are run as tests: the wrong one gives this finding, the right one does not */
    readonly wrong: string;
    readonly right: string;
    /**
     * by which a text says to leave open what this rule asks: the subject of a `kenmerk` or `vraag` or the keyword of a
     * part, and a statement that does it. A finding with `unlessOpen` is then left out, and meta/onbekend tells that.
     */
    readonly leftOpen?: {
        readonly subject: RegExp;
        readonly example: string;
        /** whether it may truly not be there, so that `geen` answers the rule */
        readonly mayBeNone?: true;
    };
    /**
     * what its findings about an interventie rest on: where the text leaves some of that open, there may be what a finding
     * misses, so that the finding is for information only and names the places
     */
    readonly restsOn?: readonly OpenKind[];
    /** the question that it answers, where what is proved includes it; one over all courses is declared by `defineProof` */
    readonly asks?: TextQuestion;
    /** why none of what it finds can be mended mechanically; a rule that says nothing here has a fix for something */
    readonly noFix?: Bilingual;
}

/**
 * A question that a rule answers for who asks what is proved of an interventie, from its text as it stands: it fails where
 * something is found that is more than information, and is undecided where something else is found or in doubt.
 */
export interface TextQuestion {
    /** what holds when nothing is found */
    readonly question: Bilingual;
    /** why it does not apply, where nothing is found: what the interventie has none of */
    readonly lacks: (protocol: Protocol, context: RuleContext) => Bilingual | undefined;
    /** what is not stated and leaves it undecided even where nothing is found */
    readonly doubt?: (protocol: Protocol, context: RuleContext) => Bilingual | undefined;
}

/** How a rule reports; `message` is a key of its messages, so that a misspelt one does not compile. */
export type Report<Key extends string> = (finding: {
    readonly message: Key;
    readonly at: Place;
    readonly parameters?: Parameters;
    readonly severity?: Severity;
    readonly related?: readonly RelatedPlace[];
    readonly fixes?: readonly Fix[];
    readonly data?: Readonly<Record<string, unknown>>;
    /** whether it is left out where the text says that it is open: see `leftOpen` of the rule */
    readonly unlessOpen?: boolean;
    /** whether it is no news, as it follows from another finding: the question that it answers counts it all the same */
    readonly heldBack?: boolean;
    /** what this one rests on, where that is not what the rule says; nothing where it is so whatever the text leaves open */
    readonly restsOn?: readonly OpenKind[];
    /** which of that, left open, could undo this finding; all of it where left out */
    readonly couldUndo?: (open: LeftOpen) => boolean;
}) => void;

/** What a rule may look at besides the model. */
export interface RuleContext {
    readonly settings: Settings;
    readonly file: FileModel;
    readonly document: LangiumDocument<ProtocolFile>;
    /** what an interventie of the file is a working-out of (`uitwerking van`) */
    readonly refinedBy: (protocol: Protocol) => Protocol | undefined;
}

/**
 * A rule of the catalogue. It reads the process model of an interventie (`checkProtocol`), of a review
 * (`checkReview`), or of a whole file (`checkFile`). `atInherited` rules are not asked here: a finding about an
 * inherited element is reported where the element stands, so rules skip elements with `inheritedFrom`.
 */
export interface Rule<
    Messages extends Record<string, MessageTemplate> = Record<string, MessageTemplate>,
> extends RuleDescription<Messages> {
    readonly checkProtocol?: (
        protocol: Protocol,
        report: Report<keyof Messages & string>,
        context: RuleContext,
    ) => void;
    readonly checkReview?: (review: Review, report: Report<keyof Messages & string>, context: RuleContext) => void;
    readonly checkFile?: (file: FileModel, report: Report<keyof Messages & string>, context: RuleContext) => void;
}

/** Declares a rule; the message keys that its check may report are those of `messages`. */
export function defineRule<const Messages extends Record<string, MessageTemplate>>(rule: Rule<Messages>): Rule {
    const { restsOn, checkProtocol } = rule;
    const unlessOpen: Rule<Messages> =
        restsOn && checkProtocol
            ? {
                  ...rule,
                  checkProtocol: (protocol, report, context) => {
                      checkProtocol(protocol, whereNothingIsOpen(protocol, restsOn, report), context);
                  },
              }
            : rule;
    return unlessOpen as unknown as Rule;
}

/** How many of the places that are open are named beside a finding. */
const MOST_NAMED = 3;

/** How a rule reports where the text leaves open what it rests on: for information. */
function whereNothingIsOpen<Key extends string>(
    protocol: Protocol,
    kinds: readonly OpenKind[],
    report: Report<Key>,
): Report<Key> {
    return (finding) => {
        const all = finding.severity === 'info' ? [] : leftOpenIn(protocol, finding.restsOn ?? kinds);
        const open = finding.couldUndo ? all.filter(finding.couldUndo) : all;
        report(
            open.length === 0
                ? finding
                : onlyPossible(
                      finding,
                      open.map((o) => o.at),
                  ),
        );
    };
}

/** A finding that is so only if what the text leaves open is not otherwise; it names where that is. */
function onlyPossible<Finding extends { readonly severity?: Severity; readonly related?: readonly RelatedPlace[] }>(
    finding: Finding,
    open: readonly Place[],
): Finding {
    // one statement may leave open both where a way leads and what is known then
    const places = [...new Map(open.map((at) => [JSON.stringify(at), at])).values()];
    const named = places.slice(0, MOST_NAMED).map((at) => ({ message: IS_OPEN, at }));
    return { ...finding, severity: 'info', related: [...named, ...(finding.related ?? [])] };
}

const IS_OPEN: Bilingual = {
    nl: 'Of het zo is, hangt hiervan af: dit laat de tekst open.',
    en: 'Whether it is so depends on this, which the text leaves open.',
};
