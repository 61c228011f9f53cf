import type { Escalation, Labour, Outgoing, Phase, Process, Step, Work, Activity, End } from '../model/process.js';
import type { Effect, Factor, Goal, Research, ResearchPhase } from '../model/goals.js';
import type {
    Collaboration,
    Condition,
    Fact,
    Handover,
    Modality,
    Protocol,
    ProtocolDocument,
    Ref,
    Remark,
    Role,
    Spoken,
    Statement,
} from '../model/protocol.js';
import { isOpenAmount } from '../execution/truth.js';
import { isOpen, namedIn } from '../model/queries.js';
import type { Value } from '../model/values.js';

/**
 * What an element says about a word of a `toets`: a value, the name of an element, or only that it is there. A statement
 * with a subject (`kenmerk "Regie" "…"`) says its subject and its values.
 */
export type Answer = (
    | Value
    | { readonly type: 'name'; readonly name: string }
    | { readonly type: 'there' }
    | { readonly type: 'about'; readonly subject: string; readonly values: readonly Value[] }
) & {
    /** where it is said with reserve: `door veelal Arts` */
    readonly modality?: Modality;
};

/** From words with which a `toets` may ask something to what an element answers; a keyword of several words has hyphens. */
export type Words<T> = Readonly<Record<string, (element: T) => readonly Answer[]>>;

const THERE: Answer = { type: 'there' };

/** What a statement without a rule of its own answers. */
export function answersOf({ subject, values, modality }: Statement): readonly Answer[] {
    return said(modality, subject !== undefined ? [{ type: 'about', subject, values }] : atLeastThere(values));
}

/** Answers that are said with reserve, where they are. */
export function said(modality: Modality | undefined, answers: readonly Answer[]): readonly Answer[] {
    return modality === undefined ? answers : answers.map((a) => ({ ...a, modality }));
}

function names(refs: readonly (Pick<Ref, 'name'> & Pick<Answer, 'modality'>)[]): Answer[] {
    return refs.map(({ name, modality }) => ({ type: 'name', name, ...(modality && { modality }) }));
}

function optional(ref: Ref | undefined): Answer[] {
    return ref ? names([ref]) : [];
}

function value(open: Value | undefined): Answer[] {
    return open ? [open] : [];
}

function texts(...all: readonly (string | undefined)[]): Answer[] {
    return all.flatMap((text): Answer[] => (text === undefined || text === '' ? [] : [{ type: 'text', text }]));
}

function word(text: string | undefined): Answer[] {
    return text === undefined ? [] : [{ type: 'word', word: text }];
}

function flag(holds: boolean): Answer[] {
    return holds ? [THERE] : [];
}

/** The answers of a statement that may consist of its keyword alone. */
function atLeastThere(answers: readonly Answer[]): readonly Answer[] {
    return answers.length === 0 ? [THERE] : answers;
}

/** The facts and texts that a condition names, or what is open of it. */
function conditionAnswers(condition: Condition): readonly Answer[] {
    const answers = namedIn(condition).flatMap((question): Answer[] => {
        switch (question.type) {
            case 'informal':
                return texts(question.text);
            case 'open':
                return [question.value];
            case 'fact':
                return isOpenAmount(question) && question.test.type === 'number'
                    ? [...names([question.fact]), question.test.value]
                    : names([question.fact]);
        }
    });
    return said(condition.type === 'modal' ? condition.modality : undefined, answers);
}

function openOf(of: { readonly open: readonly Statement[] }, kind: string): Answer[] {
    return of.open.filter((s) => s.kind === kind).flatMap((s) => s.values);
}

function spoken(kind: string): (of: { readonly spoken: readonly Spoken[] }) => Answer[] {
    return (of) =>
        of.spoken
            .filter((s) => s.kind === kind)
            .flatMap((s) => [...texts(s.text, s.who), ...value(s.whoValue), ...value(s.dateValue)]);
}

const SPOKEN: Words<Pick<Protocol, 'spoken'>> = {
    'ervaring-van': spoken('ervaring'),
    'uitspraak-van': spoken('uitspraak'),
    'reactie-van': spoken('reactie'),
};

const LABOUR: Words<Labour> = {
    door: (l) => l.performers.flatMap((p) => said(p.modality, [...names(p.performers), ...value(p.value)])),
    met: (l) =>
        l.performers.flatMap((p) => said(p.withModality ?? p.modality, [...names(p.with), ...value(p.withValue)])),
    inzet: (l) => l.deployment.flatMap((d) => said(d.modality, [d.value])),
    'werkt-aan': (l) => [...names(l.worksOn), ...openOf(l, 'werkt aan')],
    vereist: (l) => [...names(l.requires), ...openOf(l, 'vereist')],
    levert: (l) => [...names(l.delivers), ...openOf(l, 'levert')],
    bepaalt: (l) => [...names(l.determines), ...openOf(l, 'bepaalt')],
    volgt: (l) =>
        l.follows.flatMap((f) =>
            said(f.modality, [
                ...(f.meldcode ? word('meldcode') : []),
                ...names(f.guidelines),
                ...texts(f.text),
                ...value(f.value),
            ]),
        ),
};

/** What a step says for itself and in its activities. */
const WITH_ACTIVITIES: Words<Work> = {
    ...Object.fromEntries(
        Object.entries(LABOUR).map(([key, ask]) => [
            key,
            (w: Work) => [...ask(w), ...w.activities.flatMap((a) => said(a.modality, ask(a)))],
        ]),
    ),
    werkwijze: (w) =>
        w.activities.flatMap((a) =>
            said(a.modality, a.statements.filter((s) => s.kind === 'werkwijze').flatMap(answersOf)),
        ),
    begint: (w) => w.startsAfter.flatMap((s) => said(s.modality, [s.value])),
    'begint-bij': (w) => w.startsAt.flatMap((s) => said(s.modality, [...texts(s.text), ...value(s.value)])),
};

export const OUTGOING: Words<Outgoing> = {
    termijn: (o) => o.deadlines.flatMap((d) => said(d.modality, [d.value])),
    'pas-als': (o) => o.guards.flatMap((g) => (g.kind === 'only-when' ? conditionAnswers(g.condition) : [])),
    'klaar-als': (o) => o.guards.flatMap((g) => (g.kind === 'done-when' ? conditionAnswers(g.condition) : [])),
    herhaal: (o) =>
        o.repeats.flatMap((r) =>
            said(r.modality, atLeastThere([...value(r.bound), ...(r.until ? conditionAnswers(r.until) : [])])),
        ),
};

export const STEP: Words<Step> = { ...WITH_ACTIVITIES, ...OUTGOING };
export const ACTIVITY: Words<Activity> = LABOUR;

export const ESCALATION: Words<Escalation> = {
    ...WITH_ACTIVITIES,
    ...OUTGOING,
    naar: (e) => [...names(e.to), ...value(e.toValue)],
    vanuit: (e) => [...names(e.fromNodes), ...openOf(e, 'vanuit')],
};

export const PHASE: Words<Phase> = { ...OUTGOING, van: (p) => value(p.extent ?? p.extentValue) };

export const END: Words<End> = {
    geslaagd: (e) => flag(e.successful),
    'bij-weigering': (e) => flag(e.onRefusal),
};

export const ROLE: Words<Role> = {
    van: (r) => [...names(r.organisations), ...value(r.organisationsValue)],
    'iemand-anders-dan': (r) => [...names(r.otherThan), ...value(r.otherThanValue)],
    'voert-regie': (r) => flag(r.directs),
    'vervuld-door': (r) => said(r.filledByModality, [...optional(r.filledBy), ...value(r.filledByValue)]),
    cliënt: (r) => flag(r.isClient),
    client: (r) => flag(r.isClient),
};

export const HANDOVER: Words<Handover> = {
    van: (h) => [...optional(h.from), ...value(h.fromValue)],
    naar: (h) => [...optional(h.to), ...value(h.toValue)],
    vanuit: (h) => [...names(h.fromNodes), ...openOf(h, 'vanuit')],
    'naar-einde': (h) => [...names(h.toEnds), ...openOf(h, 'naar einde')],
    gesprekken: (h) => h.meetings.flatMap((m) => said(m.modality, [m.value ?? THERE])),
    met: (h) =>
        h.meetings.flatMap((m) => said(m.withModality ?? m.modality, [...names(m.with), ...value(m.withValue)])),
    'pas-als': (h) => h.guards.flatMap((g) => conditionAnswers(g.condition)),
    informatie: (h) => h.information.flatMap((i) => said(i.modality, [...names(i.documents), ...value(i.value)])),
    actie: (h) => h.actions.flatMap((a) => said(a.modality, [...texts(a.text), ...value(a.value)])),
    'wat-als': (h) => h.contingencies.flatMap((c) => said(c.modality, [...texts(c.situation), ...value(c.value)])),
    geheimhouding: (h) =>
        h.secrecy.flatMap((s) =>
            said(s.modality, [
                ...said(s.consentOfModality, names(s.consentOf)),
                ...value(s.consentOfValue),
                ...texts(s.exception),
                ...value(s.exceptionValue),
                ...value(s.value),
            ]),
        ),
    'geheimhouding-uitzondering': (h) =>
        h.secrecy.flatMap((s) => said(s.modality, [...texts(s.exception), ...value(s.exceptionValue)])),
    termijn: (h) => h.deadlines.flatMap((d) => said(d.modality, [d.value])),
    bevestiging: (h) =>
        h.confirmations.flatMap((c) =>
            said(
                c.modality,
                atLeastThere([
                    ...said(c.roleModality, optional(c.role)),
                    ...value(c.roleValue),
                    ...value(c.within),
                    ...value(c.value),
                ]),
            ),
        ),
    'bij-uitblijven': (h) =>
        h.whenAbsent.flatMap((w) =>
            said(w.modality ?? w.target?.modality, [...optional(w.target?.node), ...value(w.value)]),
        ),
    'regie-naar': (h) => h.direction.flatMap((d) => said(d.modality, [...optional(d.role), ...value(d.value)])),
    'sluit-af-na': (h) =>
        h.closesAfter.flatMap((c) =>
            said(c.modality, atLeastThere([...texts(c.text, c.meeting?.toString()), ...value(c.value)])),
        ),
};

export const GOAL: Words<Pick<Goal, 'after' | 'afterValue'>> = {
    na: (g) => [...names(g.after), ...value(g.afterValue)],
};

const OUTCOME_UNKNOWN: Value = { type: 'unknown' };
function outcome(is: Effect['outcome']): (effect: Effect) => readonly Answer[] {
    return (e) =>
        e.outcome === 'unknown' ? [e.outcomeValue ?? OUTCOME_UNKNOWN] : said(e.modality, flag(e.outcome === is));
}
const CONCERNS: Words<Pick<Effect, 'concerns' | 'open'>> = {
    betreft: (e) => [...names(e.concerns), ...openOf(e, 'betreft')],
};

export const EFFECT: Words<Effect> = {
    ...CONCERNS,
    aangetoond: outcome('shown'),
    'niet-aangetoond': outcome('not-shown'),
    'niet-beantwoord': outcome('not-answered'),
    verondersteld: outcome('supposed'),
    'op-grond-van': (e) => value(e.basis),
};

export const FACTOR: Words<Factor> = {
    'beïnvloed-door': (f) => said(f.goalsModality, [...names(f.goals), ...value(f.goalsValue)]),
};

function factType(is: Fact['type']): (fact: Fact) => readonly Answer[] {
    return (f) => (f.type === 'unspecified' ? value(f.typeValue) : flag(f.type === is));
}
export const FACT: Words<Fact> = {
    'ja-nee': factType('yes-no'),
    aantal: factType('number'),
    datum: factType('date'),
    tekst: factType('text'),
    'een-van': (f) => [...f.values.flatMap((v) => word(v)), ...value(f.typeValue)],
};

export const DOCUMENT: Words<ProtocolDocument> = {
    leefgebieden: (d) => [...(d.coversAllAreas ? word('alle-leefgebieden') : []), ...d.about],
    'alle-leefgebieden': (d) => [
        ...flag(d.coversAllAreas && d.except.length === 0),
        ...d.about.filter((a) => isOpen(a)),
    ],
    behalve: (d) => d.except.flatMap((area) => word(area)),
};

export const RESEARCH: Words<Research | ResearchPhase> = { ...SPOKEN, ...CONCERNS };

export const COLLABORATION: Words<Collaboration> = {
    met: (c) => said(c.modality, [...names(c.partners), ...value(c.value)]),
};

export const REMARK: Words<Remark> = {
    van: (r) => [...texts(r.author), ...value(r.authorValue)],
    stand: (r) => word(r.state),
    reactie: (r) => r.replies.flatMap((reply) => texts(reply.text)),
};

export const APPROACH: Words<Process> = {
    toegang: (p) =>
        p.access.flatMap((a) =>
            said(a.modality, [
                ...(a.condition ? conditionAnswers(a.condition) : []),
                ...names(a.routes),
                ...value(a.value),
            ]),
        ),
    'toegang-als': (p) => p.access.flatMap((a) => (a.condition ? said(a.modality, conditionAnswers(a.condition)) : [])),
    'toegang-via': (p) =>
        p.access.flatMap((a) =>
            a.condition ? [] : said(a.modality, [...names(a.routes), ...(a.via ? value(a.value) : [])]),
        ),
    contactbudget: (p) => p.contactBudgets.flatMap((b) => said(b.modality, [b.value])),
    stappen: (p) => p.stepCounts.map((c) => c.count),
    inzet: (p) => p.deployment.flatMap((d) => said(d.modality, [d.value])),
    'altijd-als': (p) =>
        p.interrupts.flatMap((i) =>
            said(i.modality, [
                ...conditionAnswers(i.condition),
                ...said(i.target?.modality, optional(i.target?.node)),
                ...value(i.value),
            ]),
        ),
};

export const INTERVENTION: Words<Protocol> = {
    ...SPOKEN,
    'uitwerking-van': (p) => [...optional(p.refines), ...value(p.refinesValue)],
    'vervolg-op': (p) => [...optional(p.continues), ...value(p.continuesValue)],
    vervalt: (p) => names(p.dropped.map((d) => d.element)),
    afwijking: (p) => names(p.deviations.map((d) => d.element)),
    versie: (p) =>
        p.versions.flatMap((v) => atLeastThere([...texts(v.number), ...value(v.numberValue), ...word(v.state)])),
    partner: (p) => p.partners.flatMap((x) => said(x.modality, [...names(x.partners), ...value(x.value)])),
    'samenwerking-met': (p) =>
        p.collaborations.flatMap((c) => said(c.modality, [...names(c.partners), ...value(c.value)])),
    stappen: (p) => p.stepCounts.map((c) => c.count),
    ...Object.fromEntries(
        ['eigenaar', 'ontwikkelaar', 'opdrachtgever', 'financier', 'aanbieder'].map((kind) => [
            kind,
            (p: Protocol) =>
                p.parties.filter((party) => party.kind === kind).flatMap((party) => said(party.modality, party.values)),
        ]),
    ),
};
