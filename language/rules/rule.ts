import type { LangiumDocument } from 'langium';
import type { ProtocolFile } from '../generated/ast.js';
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
    readonly leftOpen?: { readonly subject: RegExp; readonly example: string };
    /** why none of what it finds can be mended mechanically; a rule that says nothing here has a fix for something */
    readonly noFix?: Bilingual;
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
}) => void;

/** What a rule may look at besides the model. */
export interface RuleContext {
    readonly settings: Settings;
    readonly file: FileModel;
    readonly document: LangiumDocument<ProtocolFile>;
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
    return rule as unknown as Rule;
}
