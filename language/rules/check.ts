import type { LangiumDocument } from 'langium';
import { forgetProofs, proofsOf } from '../analysis/proofs.js';
import type { DraaiboekServices } from '../draaiboek-module.js';
import type { ProtocolFile } from '../generated/ast.js';
import type { FileModel, Place, Protocol } from '../model/protocol.js';
import { namesNameless, withSpokenGroups } from '../model/unnamed-groups.js';
import { NOT_CONFIGURABLE } from '../settings/fields.js';
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.js';
import { catalogue } from './catalogue.js';
import { keuzeNooit } from './catalogue/keuze/nooit.js';
import { onbekend } from './catalogue/meta/onbekend.js';
import { syntaxis } from './catalogue/meta/syntaxis.js';
import { onderdrukking, problemsOfSuppressions } from './catalogue/meta/onderdrukking.js';
import { baseOf } from './bases.js';
import { causedHere } from './caused-here.js';
import { regelfout } from './crash.js';
import { isDocumentRule } from './document-rule.js';
import type { Finding, Severity } from './finding.js';
import { whatIsNotAsked } from './left-open.js';
import { namesOnce } from './names-once.js';
import { comparePositions, contains, startOf } from './places.js';
import { isProof } from './proof.js';
import type { Report, Rule, RuleContext } from './rule.js';
import { fill, type Bilingual } from '../text/bilingual.js';
import { applySuppressions, suppressionsIn, type SuppressedFinding, type Suppression } from './suppressions.js';
import { Told } from './told.js';
import { onlyOfWhatWasRead, softenedByUnread } from './unread.js';
import { withAllThatItUses } from '../workspace.js';

/** Of a file with more interventies what is proved of each is let go once it is checked: together that is much memory. */
const MOST_REMEMBERED = 100;

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/**
 * Everything that the tool has to say about one file: what cannot be read, names that lead nowhere, and what the rules
 * of the catalogue find, with the severities and suppressions of the user applied.
 *
 * @param document a linked document, with errors or without
 * @returns the findings in the order of the text, each once, all of them in this file
 */
export function findingsOf(document: LangiumDocument<ProtocolFile>, services: DraaiboekServices): Finding[] {
    return checkedOf(document, services).findings;
}

/** As {@link findingsOf}, by the given rules. */
export function findingsBy(
    rules: readonly Rule[],
    document: LangiumDocument<ProtocolFile>,
    services: DraaiboekServices,
): Finding[] {
    return checkedBy(rules, document, services).findings;
}

/** What a check of one file gave. */
export interface Checked {
    readonly findings: Finding[];
    /** what comments in the text silence, in its order */
    readonly suppressed: SuppressedFinding[];
}

/** As {@link findingsOf}, with what is suppressed beside it. */
export function checkedOf(document: LangiumDocument<ProtocolFile>, services: DraaiboekServices): Checked {
    return checkedBy(catalogue, document, services);
}

function checkedBy(
    rules: readonly Rule[],
    document: LangiumDocument<ProtocolFile>,
    services: DraaiboekServices,
): Checked {
    const file = document.uri.toString();
    const suppressions = suppressionsIn(document);
    const silenced = new Set(suppressions.map((s) => s.code));
    const found = new Told((code) => code === syntaxis.code || silenced.has(code));
    const crashed = new Set<string>();
    const guard = (rule: Rule, run: () => void): void => {
        try {
            run();
        } catch (error) {
            if (!crashed.has(rule.code)) {
                crashed.add(rule.code);
                found.findings.push(crashOf(rule, error, file));
            }
        }
    };

    let settings: Settings = DEFAULT_SETTINGS;
    let model: FileModel | undefined;
    guard(regelfout, () => {
        settings = services.settings.settingsFor(file);
    });
    guard(regelfout, () => {
        model = services.models.of(document);
    });
    const notAsked = whatIsNotAsked();
    const refinedBy = (protocol: Protocol) => baseOf(protocol, 'refines', document, services);
    const context = { settings, file: model ?? emptyModel(file), document, refinedBy };
    const asked = rules.flatMap((rule) => {
        const severity = severityOf(rule, settings);
        return severity === 'off' ? [] : [{ rule, severity }];
    });
    for (const { rule, severity } of asked) {
        if (isDocumentRule(rule)) {
            guard(rule, () => {
                rule.checkDocument({ ...context, services }, reporter(rule, severity, found, file));
            });
        }
    }
    const { interventions, reviews } = context.file;
    for (const protocol of interventions) {
        for (const { rule, severity } of asked) {
            if (rule.checkProtocol) {
                const told = reporter(rule, severity, found, file, protocol.nameAt, protocol);
                const here = isProof(rule) ? causedHere(rule, protocol, told, context) : told;
                guard(rule, () => rule.checkProtocol?.(protocol, notAsked.of(rule, protocol, here), context));
            }
        }
        if (interventions.length > MOST_REMEMBERED) {
            forgetProofs(protocol);
        }
    }
    for (const { rule, severity } of asked) {
        for (const review of rule.checkReview ? reviews : []) {
            const here = reporter(rule, severity, found, file, review.nameAt);
            guard(rule, () => rule.checkReview?.(review, here, context));
        }
        if (model && rule.checkFile) {
            guard(rule, () => rule.checkFile?.(context.file, reporter(rule, severity, found, file), context));
        }
    }
    const severityOfOpen = severityOf(onbekend, settings);
    if (severityOfOpen !== 'off' && rules.includes(onbekend)) {
        notAsked.tell((protocol) => reporter(onbekend, severityOfOpen, found, file, protocol.nameAt, protocol));
    }
    const read = namesOnce(onlyOfWhatWasRead(found.all(), document));
    const softened = softenedByUnread(read, withAllThatItUses(document, services));
    const spared = model ? sparedUnknowns(softened, model) : softened;
    const { kept, silenced: suppressed } = applied(spared, suppressions, context, rules, crashed);
    return { findings: inOrder(kept), suppressed: inOrder(suppressed) };
}

/** The severity of a rule: what the settings say, or else its own. */
export function severityOf(rule: Rule, settings: Settings): Severity | 'off' {
    return NOT_CONFIGURABLE.has(rule.code) ? rule.severity : (settings.rules[rule.code] ?? rule.severity);
}

/**
 * How a rule reports here, of an interventie if it is about one: never more severe than `most`; what it finds elsewhere
 * is told at `fallback`.
 */
function reporter(
    rule: Rule,
    most: Severity,
    into: Told,
    file: string,
    fallback?: Place,
    about?: Protocol,
): Report<string> {
    const inWords = (text: Bilingual): Bilingual => (about ? withSpokenGroups(text, about) : text);
    return ({ message, at, parameters, severity = most, related = [], fixes = [], data, heldBack }) => {
        if (heldBack === true) {
            return;
        }
        const template = rule.messages[message];
        if (!template) {
            throw new Error(`The rule ${rule.code} has no message ${message}.`);
        }
        const elsewhere = at.file !== file;
        const place = elsewhere ? (fallback ?? startOf(file)) : at;
        const said = RANK[severity] < RANK[most] ? severity : most;
        if (!into.takes(rule.code, said, place)) {
            return;
        }
        const text = fill(template, parameters);
        if (about && namesNameless(text, about)) {
            return;
        }
        into.findings.push({
            code: rule.code,
            severity: said,
            message: inWords(text),
            at: place,
            related: [
                ...(elsewhere ? [{ message: { nl: 'Het gaat om dit.', en: 'It concerns this.' }, at }] : []),
                ...related.map((r) => ({
                    ...r,
                    message: inWords(r.message),
                    ...(r.step && { step: inWords(r.step) }),
                })),
            ],
            fixes: fixes.map((f) => ({ ...f, title: inWords(f.title) })),
            ...(data === undefined ? {} : { data }),
        });
    };
}

/**
 * An explicit `onbekend` or `plaatselijk` never is an error: a finding that points at one is a warning at most.
 * Rules report such cases as less themselves; this holds whatever they and the settings say.
 */
function sparedUnknowns(findings: Finding[], model: FileModel): Finding[] {
    if (!findings.some((f) => f.severity === 'error')) {
        return findings;
    }
    const byLine = new Map<number, Place[]>();
    for (const { at } of [model, ...model.interventions].flatMap((m) => m.unknowns)) {
        if (at.file === model.file) {
            const { line } = at.range.start;
            const others = byLine.get(line);
            if (others) {
                others.push(at);
            } else {
                byLine.set(line, [at]);
            }
        }
    }
    return findings.map((finding) => {
        const { start, end } = finding.at.range;
        const pointsAtUnknown =
            finding.severity === 'error' &&
            !NOT_CONFIGURABLE.has(finding.code) &&
            start.line === end.line &&
            byLine.get(start.line)?.some((u) => contains(finding.at, u) || contains(u, finding.at));
        return pointsAtUnknown ? { ...finding, severity: 'warning' } : finding;
    });
}

/** The suppressions of the user applied, and what is to be said of them. */
function applied(
    findings: Finding[],
    suppressions: readonly Suppression[],
    { document, settings, file }: RuleContext,
    rules: readonly Rule[],
    crashed: ReadonlySet<string>,
): { kept: Finding[]; silenced: SuppressedFinding[] } {
    if (suppressions.length === 0) {
        return { kept: findings, silenced: [] };
    }
    const { kept, silenced, used } = applySuppressions(findings, suppressions, (code) => !NOT_CONFIGURABLE.has(code));
    const severity = severityOf(onderdrukking, settings);
    if (severity === 'off' || !rules.includes(onderdrukking)) {
        return { kept, silenced };
    }
    const unreadable = findings.some((f) => f.code === 'meta/syntaxis');
    const isNeverReached = unreachedLines(findings, file, settings);
    // what a rule would have said is not known when it did not run, when part of the text could not be read, or where
    // it asks about courses and none comes
    const ran = ({ code, line }: Suppression): boolean =>
        !unreadable &&
        !crashed.has(code) &&
        rules.some(
            (r) => r.code === code && severityOf(r, settings) !== 'off' && !(isProof(r) && isNeverReached(line)),
        );
    const problems = new Told(() => true);
    problemsOfSuppressions(
        suppressions,
        { codes: rules.map((r) => r.code), always: NOT_CONFIGURABLE, used, ran },
        document,
        reporter(onderdrukking, severity, problems, document.uri.toString()),
    );
    return { kept: [...kept, ...problems.findings], silenced };
}

/** Whether a line is about what no case comes to: a branch that is found never to hold, or work that no course reaches. */
function unreachedLines(
    findings: readonly Finding[],
    { interventions }: FileModel,
    { holidays }: Settings,
): (line: number) => boolean {
    const branches = new Set(findings.filter((f) => f.code === keuzeNooit.code).map((f) => f.at.range.start.line));
    const isIn = (line: number, { at: { range } }: { readonly at: Place }): boolean =>
        range.start.line <= line && line <= range.end.line;
    return (line) =>
        branches.has(line) ||
        interventions
            .filter((i) => isIn(line, i))
            .some((protocol) => {
                const proofs = proofsOf(protocol, holidays);
                return proofs?.soundness.unreached.some((index) => {
                    const node = proofs.space.machine.stations[index]?.node;
                    return node !== undefined && isIn(line, node);
                });
            });
}

function inOrder<T extends Finding>(findings: readonly T[]): T[] {
    const unique = new Map<string, T>();
    for (const finding of findings) {
        const { start, end } = finding.at.range;
        const key = [finding.code, start.line, start.character, end.line, end.character, finding.message.nl].join(' ');
        if (!unique.has(key)) {
            unique.set(key, finding);
        }
    }
    return [...unique.values()].sort(
        (a, b) =>
            comparePositions(a.at.range.start, b.at.range.start) ||
            comparePositions(a.at.range.end, b.at.range.end) ||
            compareTexts(a.code, b.code) ||
            compareTexts(a.message.nl, b.message.nl),
    );
}

function compareTexts(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

function crashOf(rule: Rule, error: unknown, file: string): Finding {
    const text = error instanceof Error ? error.message : String(error);
    return {
        code: regelfout.code,
        severity: regelfout.severity,
        message: fill(rule === regelfout ? regelfout.messages.model : regelfout.messages.rule, {
            rule: rule.code,
            error: text,
        }),
        at: startOf(file),
        related: [],
        fixes: [],
        data: { rule: rule.code, error: text, stack: error instanceof Error ? (error.stack ?? '') : '' },
    };
}

function emptyModel(file: string): FileModel {
    return {
        file,
        sources: [],
        concepts: [],
        organisations: [],
        roles: [],
        interventions: [],
        frameworks: [],
        reviews: [],
        scenarios: [],
        unknowns: [],
    };
}
